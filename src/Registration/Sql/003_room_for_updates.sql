-- Room in each page for the next version of a row: whoever is let in changes no index.
alter table registration.attendees set (fillfactor = 80);
