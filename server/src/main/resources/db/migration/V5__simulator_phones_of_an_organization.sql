-- Each organization has phones of its own; two may have one of the same number. Phones from before belong to the first.
alter table simulator_message drop constraint simulator_message_phone_fkey;
alter table simulator_phone drop constraint simulator_phone_pkey;

alter table simulator_phone add organization_id uuid;
alter table simulator_message add organization_id uuid;
update simulator_phone set organization_id = (select id from organization order by created_at, id limit 1);
update simulator_message set organization_id = (select id from organization order by created_at, id limit 1);
alter table simulator_phone alter organization_id set not null;
alter table simulator_message alter organization_id set not null;

alter table simulator_phone add primary key (organization_id, number);
alter table simulator_message add foreign key (organization_id, phone)
  references simulator_phone (organization_id, number);

drop index simulator_message_changed;
drop index simulator_message_thread;
create index simulator_message_changed on simulator_message (organization_id, changed);
create index simulator_message_thread on simulator_message (organization_id, phone, other, changed);
