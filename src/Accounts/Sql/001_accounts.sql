-- Organisations, the people who work with the product, their credentials, devices and tokens.
create schema if not exists accounts;

create table accounts.organisations (
  organisation_id uuid primary key,
  -- Keys the fingerprints under which sign-in tries are counted, so that a dump does not give away who tried.
  pepper bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
  created_at timestamptz not null default now()
);
insert into accounts.organisations (organisation_id) values ('0199c2a4-7c00-7000-8000-000000000001');

-- The only copy of personal data in this module. Erased by deleting the row.
create table accounts.personal (
  subject_id uuid primary key,
  organisation_id uuid not null references accounts.organisations,
  name varchar(200) not null,
  mail varchar(320) not null,
  mail_key varchar(320) not null unique,
  language varchar(2) not null
);
create index personal_organisation on accounts.personal (organisation_id);

create table accounts.credentials (
  account_id uuid primary key references accounts.personal on delete cascade,
  organisation_id uuid not null references accounts.organisations,
  password_hash varchar,
  security_stamp varchar not null,
  authenticator_key bytea,
  authenticator_on bool not null default false,
  authenticator_step bigint not null default 0,
  created_at timestamptz not null
);

create table accounts.recovery_codes (
  account_id uuid not null references accounts.credentials on delete cascade,
  hash bytea not null,
  primary key (account_id, hash)
);

create table accounts.sessions (
  session_id uuid primary key,
  account_id uuid not null references accounts.credentials on delete cascade,
  organisation_id uuid not null,
  security_stamp varchar not null,
  by_link bool not null,
  started_at timestamptz not null,
  ends_at timestamptz not null
);
create index sessions_account on accounts.sessions (account_id);
create index sessions_ends_at on accounts.sessions (ends_at);

-- Links that work once: the first organiser's, an invitation, a sign-in by mail. The token itself is never stored.
create table accounts.links (
  hash bytea primary key,
  organisation_id uuid not null references accounts.organisations,
  purpose varchar not null,
  account_id uuid,
  ends_at timestamptz not null
);
create index links_ends_at on accounts.links (ends_at);

create table accounts.tries (
  bucket bytea primary key,
  at timestamptz[] not null,
  last_at timestamptz not null
);
create index tries_last_at on accounts.tries (last_at);

create table accounts.api_tokens (
  token_id uuid primary key,
  organisation_id uuid not null references accounts.organisations,
  hash bytea not null unique,
  role varchar not null,
  event_id uuid,
  name varchar(100) not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  last_used_on date
);
create index api_tokens_organisation on accounts.api_tokens (organisation_id);

-- Read models of the member streams.
create table accounts.members (
  member_id uuid primary key,
  organisation_id uuid not null,
  invited_at timestamptz not null,
  joined_at timestamptz
);
create index members_organisation on accounts.members (organisation_id);

create table accounts.rights (
  organisation_id uuid not null,
  member_id uuid not null,
  role varchar not null,
  event_id uuid,
  unique nulls not distinct (member_id, role, event_id)
);
create index rights_organisation on accounts.rights (organisation_id, role);

-- Read model of the device streams.
create table accounts.devices (
  device_id uuid primary key,
  organisation_id uuid not null,
  event_id uuid not null,
  gate varchar not null,
  offered_until timestamptz not null,
  enrolled_at timestamptz,
  revoked_at timestamptz
);
create index devices_event on accounts.devices (event_id);

-- What a device is called and what it proves itself with: not for the event log.
create table accounts.device_keys (
  device_id uuid primary key,
  organisation_id uuid not null references accounts.organisations,
  name varchar(100) not null,
  key_hash bytea,
  last_contact_at timestamptz
);

-- What Registration says about its events: names for lists, gates for devices.
create table accounts.events (
  event_id uuid primary key,
  organisation_id uuid not null,
  version bigint not null,
  slug varchar not null,
  name_de varchar not null,
  name_en varchar not null,
  gates varchar[] not null,
  ends_at timestamptz not null
);
create index events_slug on accounts.events (organisation_id, slug);
