-- Read models --------------------------------------------------------------------------------------------------------------

create table marketplace.exhibitors (
  exhibitor_id uuid primary key,
  event_id uuid not null,
  confirmed boolean not null,
  signed_up_at timestamptz not null,
  applied uuid[] not null,
  admitted uuid[] not null,
  declined uuid[] not null,
  bill_ids uuid[] not null
);
create index exhibitors_by_event on marketplace.exhibitors (event_id);
create index exhibitors_by_bill on marketplace.exhibitors using gin (bill_ids);

create table marketplace.extras (
  extra_id uuid primary key,
  event_id uuid not null
);
create index extras_by_event on marketplace.extras (event_id);

create table marketplace.swaps (
  swap_id uuid primary key,
  event_id uuid not null,
  from_id uuid not null,
  asked_id uuid not null,
  is_open boolean not null
);
create index swaps_open on marketplace.swaps (event_id) where is_open;

-- Own rows: names and addresses, deleted with the person or when their time is over ----------------------------------------

create table marketplace.personal (
  exhibitor_id uuid primary key,
  event_id uuid not null,
  organisation varchar not null,
  contact varchar not null,
  email varchar not null,
  phone varchar not null,
  language varchar not null
);
create index personal_by_event on marketplace.personal (event_id);

create table marketplace.payers (
  exhibitor_id uuid primary key,
  name varchar not null,
  attention varchar not null,
  street varchar not null,
  zip varchar not null,
  city varchar not null,
  country varchar not null,
  email varchar not null,
  kind varchar not null,
  vat_id varchar,
  buyer_reference varchar not null
);

create table marketplace.link_key (
  only_one boolean primary key default true check (only_one),
  secret varchar not null
);
