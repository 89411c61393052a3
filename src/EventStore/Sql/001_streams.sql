-- Streams and events in the layout of Marten 9 (string stream ids, single tenancy, correlation, causation and headers on).
-- No column, index or function of our own belongs in this schema: Marten would drop it. See docs/adr/0001.
create schema if not exists eventops;

create table eventops.mt_streams (
  id varchar not null,
  type varchar,
  version bigint,
  timestamp timestamptz not null default now(),
  created timestamptz not null default now(),
  tenant_id varchar default '*DEFAULT*',
  is_archived bool default false,
  constraint pkey_mt_streams_id primary key (id)
);

create table eventops.mt_events (
  seq_id bigint not null,
  id uuid not null,
  stream_id varchar,
  version bigint not null,
  data jsonb not null,
  bdata bytea,
  type varchar(500) not null,
  timestamp timestamptz not null default now(),
  tenant_id varchar default '*DEFAULT*',
  mt_dotnet_type varchar,
  correlation_id varchar,
  causation_id varchar,
  headers jsonb,
  is_archived bool default false,
  constraint pkey_mt_events_seq_id primary key (seq_id)
);

alter table eventops.mt_events
  add constraint fkey_mt_events_stream_id foreign key (stream_id) references eventops.mt_streams (id) on delete cascade;
create unique index pk_mt_events_stream_and_version on eventops.mt_events using btree (stream_id, version);
create sequence eventops.mt_events_sequence;
alter sequence eventops.mt_events_sequence owned by eventops.mt_events.seq_id;

create table eventops.mt_event_progression (
  name varchar not null,
  last_seq_id bigint,
  last_updated timestamptz default transaction_timestamp(),
  constraint pk_mt_event_progression primary key (name)
);
