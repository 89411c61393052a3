-- What other modules tell ---------------------------------------------------------------------------------------------------

-- Who may show up as a visitor: tickets by the hash of the token in their link.
create table marketplace.participants (
  ticket_id uuid primary key,
  event_id uuid not null,
  token_hash bytea not null,
  valid boolean not null
);

-- Read models --------------------------------------------------------------------------------------------------------------

create table marketplace.issues (
  issue_id uuid primary key,
  event_id uuid not null,
  stand_id uuid,
  exhibitor_id uuid,
  state varchar not null, -- Open, Taken, Solved
  actor varchar,
  reported_at timestamptz not null,
  changed_at timestamptz not null
);
create index issues_by_event on marketplace.issues (event_id, reported_at desc);

-- Own rows: deleted with the person or when their time is over --------------------------------------------------------------

create table marketplace.team (
  person_id uuid primary key,
  exhibitor_id uuid not null,
  event_id uuid not null,
  given_name varchar not null,
  family_name varchar not null,
  email varchar not null,
  language varchar not null
);
create index team_by_exhibitor on marketplace.team (exhibitor_id);
create index team_by_event on marketplace.team (event_id);

-- A visit counts once: under a pseudonym that is another one at each stand. It goes with the key when the event has ended.
create table marketplace.visit_keys (
  event_id uuid primary key,
  secret varchar not null -- protected by the host's key ring
);
create table marketplace.visits (
  stand_id uuid not null,
  visitor bytea not null,
  event_id uuid not null,
  hour timestamptz not null,
  primary key (stand_id, visitor)
);
create index visits_by_event on marketplace.visits (event_id);
create table marketplace.visit_totals (
  event_id uuid not null,
  stand_id uuid not null,
  hour timestamptz not null,
  visits int not null,
  primary key (event_id, stand_id, hour)
);

-- Who let an exhibitor have their contact. Names are asked from Registration when the list is read.
create table marketplace.contacts (
  exhibitor_id uuid not null,
  ticket_id uuid not null,
  event_id uuid not null,
  given_at timestamptz not null,
  text_version varchar not null,
  way varchar not null, -- AtTheStand, OnOwnPhone
  withdrawn_at timestamptz,
  primary key (exhibitor_id, ticket_id)
);
create index contacts_by_ticket on marketplace.contacts (ticket_id);
create index contacts_by_event on marketplace.contacts (event_id);

-- What somebody wrote about a problem; it may name people.
create table marketplace.issue_texts (
  issue_id uuid primary key,
  event_id uuid not null,
  text varchar not null,
  place varchar not null,
  email varchar not null,
  note varchar not null,
  photo bytea,
  photo_type varchar
);
create index issue_texts_by_event on marketplace.issue_texts (event_id);
