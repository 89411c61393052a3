create schema surveys;

-- What other modules tell (Contracts) --------------------------------------------------------------------------------------

create table surveys.events (
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
  ticket_types_en varchar[] not null,
  session_ids uuid[] not null,
  sessions_de varchar[] not null,
  sessions_en varchar[] not null
);
create index events_by_slug on surveys.events (slug);

-- Who may be asked: holders of a ticket, known by the hash of their ticket's link.
create table surveys.participants (
  ticket_id uuid primary key,
  event_id uuid not null,
  ticket_type_id uuid not null,
  token_hash bytea not null,
  valid boolean not null,
  came boolean not null
);
create index participants_by_event on surveys.participants (event_id);

-- Read models (rebuilt from events at any time) ----------------------------------------------------------------------------

create table surveys.surveys (
  survey_id uuid primary key,
  event_id uuid not null,
  organisation_id uuid not null,
  stage varchar not null, -- draft, open, closed
  title_de varchar not null,
  title_en varchar not null,
  anonymous boolean not null,
  audience varchar not null,
  ticket_type_ids uuid[] not null,
  invites_after_event boolean not null,
  reminds_after_days int,
  closes_at timestamptz,
  opened_at timestamptz,
  public boolean not null default false,
  previous_id uuid
);
create index surveys_by_event on surveys.surveys (event_id);

create table surveys.invitations (
  survey_id uuid not null,
  ticket_id uuid not null,
  sent_at timestamptz,
  reminded boolean not null default false,
  redeemed boolean not null default false,
  opted_out boolean not null default false,
  bounced boolean not null default false,
  primary key (survey_id, ticket_id)
);

create table surveys.commitments (
  commitment_id uuid primary key,
  event_id uuid not null,
  survey_id uuid not null,
  placed int not null,
  status varchar not null, -- Planned, InProgress, Done, Declined
  public boolean not null
);
create index commitments_by_event on surveys.commitments (event_id);
create index commitments_by_survey on surveys.commitments (survey_id);

create table surveys.polls (
  poll_id uuid primary key,
  event_id uuid not null,
  stage varchar not null -- Planned, Open, Closed
);
create index polls_by_event on surveys.polls (event_id);

-- Answers. No row has a time; ids are drawn by lot; see docs/adr/0007-anonymous-ballots.md -----------------------------------

create table surveys.urns (
  survey_id uuid primary key,
  taken int not null default 0
);

-- Which serials have answered: a keyed hash of the ticket, or a number signed blindly.
create table surveys.spent (
  survey_id uuid not null,
  serial bytea not null,
  primary key (survey_id, serial)
);

-- Waiting ballots, sealed for a key that this database does not hold.
create table surveys.urn (
  ballot_id uuid primary key,
  survey_id uuid not null,
  ballot bytea not null
);
create index urn_by_survey on surveys.urn (survey_id);

create table surveys.responses (
  response_id uuid primary key,
  survey_id uuid not null,
  ticket_id uuid, -- named surveys only
  answers int[] not null
);
create index responses_by_survey on surveys.responses (survey_id);
create unique index responses_by_ticket on surveys.responses (survey_id, ticket_id) where ticket_id is not null;

-- Own words, apart from the numbers of their response.
create table surveys.texts (
  text_id uuid primary key,
  survey_id uuid not null,
  question_id uuid not null,
  ticket_id uuid, -- named surveys only
  words varchar not null,
  shown boolean not null default false,
  theme varchar
);
create index texts_by_survey on surveys.texts (survey_id, question_id);

create table surveys.theme_merges (
  survey_id uuid not null,
  question_id uuid not null,
  theme varchar not null,
  into_theme varchar not null,
  primary key (survey_id, question_id, theme)
);

create table surveys.paper_keys (
  survey_id uuid primary key,
  private_key bytea not null -- sealed with a key derived from the urn's
);

-- Which urn key this installation uses: a host with another one must not take answers.
create table surveys.urn_key (
  only_one boolean primary key default true check (only_one),
  public_key bytea not null
);

create table surveys.poll_votes (
  poll_id uuid not null,
  voter bytea not null, -- a keyed hash of what the browser carries
  choices int[] not null,
  primary key (poll_id, voter)
);
