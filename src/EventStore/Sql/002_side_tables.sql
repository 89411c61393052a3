-- What this store keeps beside Marten's tables.
create schema if not exists eventops_side;

create table eventops_side.positions (
  projection varchar primary key,
  position bigint not null,
  epoch bigint not null default 0,
  updated_at timestamptz not null default now()
);

create table eventops_side.leases (
  name varchar primary key,
  holder uuid not null,
  epoch bigint not null,
  until timestamptz not null
);

create table eventops_side.idempotency (
  id bytea primary key,
  fingerprint bytea not null,
  status int not null,
  location varchar,
  ids uuid[] not null,
  created_at timestamptz not null
);
create index idempotency_created_at on eventops_side.idempotency using brin (created_at);

create table eventops_side.snapshots (
  stream_id varchar not null,
  name varchar not null,
  version bigint not null,
  state jsonb not null,
  primary key (stream_id, name)
);
