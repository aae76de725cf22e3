create table person (
  id         bigint generated always as identity primary key,
  name       text not null,
  friend_id  bigint references person (id),
  city_id    uuid
);

create table city (
  id        uuid primary key,
  mayor_id  bigint references person (id)
);

alter table person add constraint person_city foreign key (city_id) references city (id);
