-- Ends a commit that was decided on an older version of a stream, or on one that was archived since.
create function eventops_side.moved(stream varchar) returns bigint language plpgsql as $$
begin
  raise exception 'The stream % moved.', stream using errcode = 'EO002';
end $$;
