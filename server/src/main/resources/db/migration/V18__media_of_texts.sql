-- What came with a text is fetched from the carrier.
alter table ask drop constraint ask_kind_check;
alter table ask add constraint ask_kind_check check (kind in ('http', 'email', 'file', 'media'));
