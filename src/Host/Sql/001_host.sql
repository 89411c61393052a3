-- What the hosts share apart from any module. The key ring is encrypted with a key that is not in the database.
create schema if not exists host;

create table host.key_ring (
  id bigint generated always as identity primary key,
  name text not null,
  xml text not null,
  created_at timestamptz not null default now()
);
