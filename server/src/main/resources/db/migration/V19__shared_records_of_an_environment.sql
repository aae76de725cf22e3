-- A shared shelf belongs to an environment of its organization. See docs/adr/0009-records-stand-on-shelves.md.

alter table record_shelf
  add column environment_id uuid,
  -- Counts the changes of its shape: what was read under another count is read again.
  add column revision integer not null default 0;

-- Where the deployments that declare a shelf are, as their live release or else their profile says.
create temporary table shelf_user on commit drop as
select s.id as shelf_id, d.id as deployment_id,
       coalesce(cast(cast(r.manifest as jsonb) ->> 'environment' as uuid), p.environment_id)
         as environment_id
  from record_shelf s
       cross join lateral json_object_keys(cast(s.shape as json) -> 'declared') declared
       join deployment d on d.id = cast(declared as uuid)
       join profile p on p.id = d.profile_id
       left join release r on r.id = d.live_release_id
 where s.deployment_id is null;

-- Used in one environment: there. Otherwise Production; without one of that name, the last.
update record_shelf s
   set environment_id =
         case when (select count(distinct u.environment_id) from shelf_user u
                     where u.shelf_id = s.id) = 1
              then (select u.environment_id from shelf_user u where u.shelf_id = s.id limit 1)
              else (select e.id from environment e where e.organization_id = s.organization_id
                     order by lower(e.name) = 'production' desc, e.position desc, e.id limit 1)
         end
 where s.deployment_id is null;

-- Who is elsewhere no longer declares it. As json, which keeps the order of the fields.
update record_shelf s
   set shape = cast(json_build_object(
         'declared',
         coalesce(
           (select json_object_agg(declared.key, declared.value)
              from json_each(cast(s.shape as json) -> 'declared') declared
             where not exists (
               select 1 from shelf_user u
                where u.shelf_id = s.id and u.deployment_id = cast(declared.key as uuid)
                  and u.environment_id <> s.environment_id)),
           '{}'),
         'types', cast(s.shape as json) -> 'types',
         'rules', cast(s.shape as json) -> 'rules',
         'indexes', cast(s.shape as json) -> 'indexes') as text)
 where exists (
   select 1 from shelf_user u where u.shelf_id = s.id and u.environment_id <> s.environment_id);

drop index record_shelf_shared;

alter table record_shelf
  add foreign key (organization_id, environment_id) references environment (organization_id, id),
  add check ((deployment_id is null) = (environment_id is not null));

create unique index record_shelf_shared on record_shelf (organization_id, environment_id, name)
  where deployment_id is null;
