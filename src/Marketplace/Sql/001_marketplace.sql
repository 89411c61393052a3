create schema marketplace;

-- What other modules tell (Contracts) --------------------------------------------------------------------------------------

create table marketplace.events (
  event_id uuid primary key,
  organisation_id uuid not null,
  version bigint not null,
  slug varchar not null,
  name_de varchar not null,
  name_en varchar not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone varchar not null,
  published boolean not null,
  ticket_type_ids uuid[] not null,
  ticket_types_de varchar[] not null,
  ticket_types_en varchar[] not null
);
create index events_by_slug on marketplace.events (slug);

create table marketplace.bills (
  bill_id uuid primary key,
  event_id uuid not null,
  version bigint not null,
  state varchar not null,
  number varchar,
  net numeric not null,
  gross numeric not null,
  paid numeric not null,
  due_on date
);
create index bills_by_event on marketplace.bills (event_id);

-- Read models (rebuilt from events at any time) ----------------------------------------------------------------------------

-- Who has which stand; a hold that is over counts as free whatever this says.
create table marketplace.stands (
  stand_id uuid primary key,
  event_id uuid not null,
  state varchar not null,
  exhibitor_id uuid,
  booking_id uuid,
  until timestamptz
);
create index stands_by_event on marketplace.stands (event_id);
