create schema barcamp;

-- What other modules tell (Contracts) --------------------------------------------------------------------------------------

create table barcamp.events (
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
  gates varchar[] not null default '{}'
);
create index events_by_slug on barcamp.events (slug);

-- Who may propose and star: holders of a ticket, known by the hash of their ticket's link.
create table barcamp.participants (
  ticket_id uuid primary key,
  event_id uuid not null,
  token_hash bytea not null,
  valid boolean not null,
  present boolean not null,
  gate varchar -- where the holder was scanned in last and not out again
);
create index participants_by_event on barcamp.participants (event_id) where present;

-- Read models (rebuilt from events at any time) ----------------------------------------------------------------------------

create table barcamp.proposals (
  proposal_id uuid primary key,
  event_id uuid not null,
  state varchar not null, -- draft, submitted, withdrawn
  hidden boolean not null default false,
  into_id uuid,
  hosts uuid[] not null,
  offers uuid[] not null default '{}', -- the proposals that it asks to become part of
  submitted_at timestamptz
);
create index proposals_by_event on barcamp.proposals (event_id);
create index proposals_by_root on barcamp.proposals (into_id) where into_id is not null;
create index proposals_by_host on barcamp.proposals using gin (hosts);

-- Rows of their own: the only place with words and names of people ---------------------------------------------------------

create table barcamp.personal (
  subject_id uuid primary key, -- the ticket
  event_id uuid not null,
  name varchar not null,
  hashtags varchar not null default '' -- the introduction in three words
);
create index personal_by_event on barcamp.personal (event_id);

create table barcamp.texts (
  proposal_id uuid primary key,
  event_id uuid not null,
  title varchar not null,
  summary varchar not null,
  language varchar not null,
  tags varchar[] not null
);
create index texts_by_event on barcamp.texts (event_id);

create table barcamp.notes (
  session_id uuid primary key,
  event_id uuid not null,
  version int not null,
  body varchar not null,
  links varchar not null default '',
  changed_at timestamptz not null
);
create index notes_by_event on barcamp.notes (event_id);

-- What writers started from: a text that two have changed is merged line by line.
create table barcamp.note_versions (
  session_id uuid not null,
  version int not null,
  body varchar not null,
  written_at timestamptz not null,
  primary key (session_id, version)
);

-- Interest: who starred what stays a pseudonym, and goes after the event; only the totals remain ----------------------------

create table barcamp.voters (
  event_id uuid not null,
  voter bytea not null,
  primary key (event_id, voter)
);

create table barcamp.stars (
  proposal_id uuid not null,
  voter bytea not null,
  event_id uuid not null,
  given_at timestamptz not null,
  primary key (proposal_id, voter)
);
create index stars_by_event on barcamp.stars (event_id, given_at);
create index stars_by_voter on barcamp.stars (event_id, voter);

-- Who wishes a mail when a starred session moves: under the ticket, because a mail needs one. Goes with the stars.
create table barcamp.mail_wishes (
  ticket_id uuid primary key,
  event_id uuid not null
);
create index mail_wishes_by_event on barcamp.mail_wishes (event_id);

-- Where each session was when those who starred it were last told: what is back there in time is no news.
create table barcamp.told_places (
  session_id uuid primary key,
  event_id uuid not null,
  state varchar not null,
  room_id uuid,
  slot_id uuid,
  starts_at timestamp
);
create index told_places_by_event on barcamp.told_places (event_id);

create table barcamp.star_totals (
  proposal_id uuid primary key,
  event_id uuid not null,
  stars int not null
);

create table barcamp.link_key (
  only_one boolean primary key default true check (only_one),
  secret varchar not null -- protected by the host's key ring
);
