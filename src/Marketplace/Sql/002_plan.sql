-- Pictures below plans, as they were rebuilt from what was uploaded.
create table marketplace.plan_files (
  file_id uuid primary key,
  event_id uuid not null,
  media_type varchar not null,
  sha256 bytea not null,
  bytes bytea not null,
  stored_at timestamptz not null
);
create index plan_files_by_event on marketplace.plan_files (event_id);

-- What exhibitors tell the public. Written by them, erased with them.
create table marketplace.entries (
  exhibitor_id uuid primary key,
  event_id uuid not null,
  name varchar not null,
  about_de text not null default '',
  about_en text not null default '',
  links text[] not null default '{}',
  topics text[] not null default '{}',
  logo bytea,
  logo_type varchar,
  published boolean not null default false
);
create index entries_by_event on marketplace.entries (event_id);
