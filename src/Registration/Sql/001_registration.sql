create schema registration;
create extension if not exists pg_trgm;

-- Read models (rebuilt from events at any time) ----------------------------------------------------------------------------

create table registration.events (
  event_id uuid primary key,
  organisation_id uuid not null,
  slug varchar not null constraint events_slug unique,
  name_de varchar not null,
  name_en varchar not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone varchar not null,
  published boolean not null default false,
  planned_at timestamptz not null
);

create table registration.attendees (
  attendee_id uuid primary key,
  event_id uuid not null,
  registration_id uuid not null,
  ticket_type_id uuid not null,
  short_code varchar not null,
  status varchar not null, -- held, expected, cancelled
  present boolean not null default false,
  first_gate varchar,
  first_at timestamptz,
  last_gate varchar, -- where the holder was let in last, on whichever list, until let out there or out of the house
  registered_at timestamptz not null
);
create index attendees_by_event on registration.attendees (event_id, registered_at desc, attendee_id);
create index attendees_by_code on registration.attendees (event_id, short_code);
create index attendees_by_registration on registration.attendees (registration_id);

create table registration.arrivals (
  event_id uuid not null,
  list varchar not null,
  gate varchar not null,
  quarter timestamptz not null,
  entered int not null,
  left_again int not null,
  primary key (event_id, list, gate, quarter)
);

-- Rows of their own: the only place where persons are named ----------------------------------------------------------------

create table registration.personal (
  subject_id uuid primary key,
  event_id uuid not null,
  given_name varchar not null,
  family_name varchar not null,
  email varchar not null,
  organisation varchar not null,
  answers jsonb not null default '{}',
  search varchar not null generated always as
    (lower(given_name || ' ' || family_name || ' ' || organisation || ' ' || email)) stored
);
create index personal_search on registration.personal using gin (search gin_trgm_ops);
create index personal_by_event on registration.personal (event_id);

create table registration.speakers (
  item_id uuid primary key,
  event_id uuid not null,
  names varchar not null
);

-- Tickets and scans --------------------------------------------------------------------------------------------------------

-- A QR code is signed when first needed and then stays the same: ECDSA signatures are random.
create table registration.tickets (
  attendee_id uuid primary key,
  code varchar not null
);

create table registration.signing_keys (
  key_id smallint primary key,
  public_key bytea not null,
  private_key varchar not null, -- protected by the host's key ring
  created_at timestamptz not null,
  retired_at timestamptz
);

create table registration.link_key (
  only_one boolean primary key default true check (only_one),
  secret varchar not null -- protected by the host's key ring
);

-- Gates that stand at rooms of the barcamp, as it told.
create table registration.room_gates (
  event_id uuid primary key,
  version bigint not null,
  gates varchar[] not null
);

-- Every reading of a code, refused ones included. Ids only.
create table registration.scans (
  scan_id uuid primary key,
  event_id uuid not null,
  attendee_id uuid,
  list varchar not null,
  gate varchar not null,
  device varchar,
  type varchar not null,   -- entry, exit
  result varchar not null, -- ok or the refusal's code
  at timestamptz not null, -- as the device claims
  received_at timestamptz not null,
  fact_gate varchar,       -- what the answer told: where and when the first scan was, or the limit of validity
  fact_at timestamptz
);
create index scans_by_event on registration.scans (event_id, received_at desc);
create index scans_by_attendee on registration.scans (attendee_id);
