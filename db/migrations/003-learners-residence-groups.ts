import { type Kysely, sql } from 'kysely';

/** The roster: the least that is needed. Where a farmer lives and which groups they belong to are dated rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learner (
      township_id uuid not null references township,
      id uuid not null,
      number text not null check (number ~ '^[0-9]{6}$'),
      name text not null check (name <> ''),
      sex text check (sex in ('female', 'male')),
      birth_year int check (birth_year between 1900 and 2100),
      literacy text check (literacy in ('none', 'some', 'reads')),
      language text not null default 'zh',
      trade text,
      is_away boolean not null default false,
      consent_on date,
      created_at timestamptz not null,
      removed_at timestamptz,
      primary key (township_id, id),
      unique (township_id, number)
    )`.execute(db);

  await sql`
    create table residence (
      township_id uuid not null,
      learner_id uuid not null,
      village_id uuid not null,
      since date not null,
      until date check (until > since),
      primary key (township_id, learner_id, since),
      foreign key (township_id, learner_id) references learner on delete cascade,
      foreign key (township_id, village_id) references village
    )`.execute(db);
  await sql`create unique index residence_one_open on residence (township_id, learner_id) where until is null`.execute(db);
  await sql`create index residence_village on residence (township_id, village_id)`.execute(db);
  // A person lives in one village at a time; two overlapping rows would count them twice.
  await sql`
    create function residence_refuses_overlap() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from residence other
        where other.township_id = new.township_id and other.learner_id = new.learner_id and other.since <> new.since
          and daterange(other.since, other.until) && daterange(new.since, new.until)
      ) then
        raise exception 'residence of learner % overlaps', new.learner_id using errcode = 'exclusion_violation';
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create constraint trigger residence_overlap after insert or update on residence
    deferrable initially deferred for each row execute function residence_refuses_overlap()`.execute(db);

  await sql`
    create table learner_group (
      township_id uuid not null references township,
      id uuid not null,
      name_zh text not null check (name_zh <> ''),
      name_en text not null check (name_en <> ''),
      kind text not null default 'other',
      base_id text,
      created_at timestamptz not null,
      primary key (township_id, id),
      unique (township_id, name_zh),
      foreign key (township_id, base_id) references base
    )`.execute(db);
  await sql`
    create table group_membership (
      township_id uuid not null,
      group_id uuid not null,
      learner_id uuid not null,
      since date not null,
      until date check (until > since),
      primary key (township_id, group_id, learner_id, since),
      foreign key (township_id, group_id) references learner_group on delete cascade,
      foreign key (township_id, learner_id) references learner on delete cascade
    )`.execute(db);
  await sql`create index group_membership_learner on group_membership (township_id, learner_id)`.execute(db);
}
