-- Who works at stands, as Marketplace told last; ids only.
create table registration.stand_teams (
  exhibitor_id uuid primary key,
  event_id uuid not null,
  version bigint not null,
  ticket_type_id uuid not null,
  stands varchar[] not null,
  person_ids uuid[] not null
);
create index stand_teams_by_event on registration.stand_teams (event_id);

-- Of them, who got a ticket. Whoever gave it back stays here: it is not issued again behind their back.
create table registration.stand_tickets (
  person_id uuid primary key,
  exhibitor_id uuid not null,
  event_id uuid not null,
  ticket_type_id uuid not null,
  registration_id uuid not null
);
create index stand_tickets_by_exhibitor on registration.stand_tickets (exhibitor_id);
