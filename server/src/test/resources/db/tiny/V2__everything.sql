create sequence ticket start with 100;

create table everything (
  deployment   uuid not null,
  id           text not null,
  flag         boolean,
  small        smallint,
  amount       numeric(12, 2),
  ratio        double precision,
  happened     timestamptz,
  local_day    date,
  bytes        bytea,
  document     jsonb,
  words        text[],
  address      inet,
  span         interval,
  id_length    integer generated always as (length(id)) stored,
  primary key (deployment, id)
) partition by hash (deployment);

create table everything_0 partition of everything for values with (modulus 2, remainder 0);
create table everything_1 partition of everything for values with (modulus 2, remainder 1);
