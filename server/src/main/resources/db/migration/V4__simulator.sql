-- The carrier simulator: phones on a screen and what they sent and got. Each organization has phones of its own; two may
-- have one of the same number.

-- One row that every change counts up and locks until it commits: whoever has seen change n has seen all before it.
create table simulator_tick (
  one boolean primary key default true check (one),
  n   bigint  not null
);
insert into simulator_tick (n) values (0);

create table simulator_phone (
  organization_id uuid   not null,
  number     text        not null,
  name       text        not null,
  delay_ms   integer     not null default 0 check (delay_ms between 0 and 60000),
  refuse     text,
  fail       boolean     not null default false,
  duplicate  boolean     not null default false,
  off        boolean     not null default false,
  created_at timestamptz not null,
  changed    bigint      not null,
  primary key (organization_id, number)
);

create table simulator_message (
  id          uuid        primary key,
  organization_id uuid    not null,
  phone       text        not null,
  other       text        not null,
  direction   text        not null check (direction in ('FROM_PHONE', 'TO_PHONE')),
  body        text        not null,
  state       text        not null check (state in ('QUEUED', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED')),
  note        text        not null default '',
  segments    integer     not null,
  alphabet    text        not null,
  provider_id text        not null unique,
  send_key    uuid        unique,
  at          timestamptz not null,
  changed     bigint      not null,
  foreign key (organization_id, phone) references simulator_phone (organization_id, number)
);
create index simulator_message_changed on simulator_message (organization_id, changed);
create index simulator_message_thread on simulator_message (organization_id, phone, other, changed);
create index simulator_message_unfinished on simulator_message (at) where state in ('QUEUED', 'SENT');
