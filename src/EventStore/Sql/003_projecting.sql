-- Followers that cannot digest an event set its stream aside here, so that all other streams go on.
create table eventops_side.parked (
  projection varchar not null,
  stream_id varchar not null,
  sequence bigint not null,
  error varchar not null,
  parked_at timestamptz not null default now(),
  primary key (projection, stream_id)
);

-- Raised when parked streams were replayed: a page that was read before must not be written after.
alter table eventops_side.positions add column revision bigint not null default 0;

-- Moves a position inside the transaction that writes the page. Fails for a leader that was replaced while it was paused.
-- Losing the last page in a crash costs nothing, because its position is lost with it: no wait for the disk.
create function eventops_side.advance(follower varchar, seen bigint, seen_revision bigint, reached bigint, leader bigint)
returns void language plpgsql as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  update eventops_side.positions set position = reached, epoch = leader, updated_at = now()
  where projection = follower and position = seen and revision = seen_revision and epoch <= leader
    and exists (select from eventops_side.leases where name = 'projections' and epoch = leader);
  if not found then
    raise exception 'The position of % moved, or another host leads.', follower using errcode = 'EO001';
  end if;
end $$;
