-- Room in each page for the next version of a stream's row: no index has to learn of it.
alter table eventops.mt_streams set (fillfactor = 85);
