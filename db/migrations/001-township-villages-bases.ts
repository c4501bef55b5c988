import { type Kysely, sql } from 'kysely';

/** A township, its villages with aliases and dates, and its bases. One installation row carries the epoch. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installation (
      "only" boolean primary key default true check ("only"),
      epoch uuid not null default gen_random_uuid(),
      created_at timestamptz not null default now(),
      setup_code_hash text
    )`.execute(db);
  await sql`insert into installation default values`.execute(db);

  await sql`
    create table township (
      id uuid primary key,
      name_zh text not null check (name_zh <> ''),
      name_en text not null check (name_en <> ''),
      is_demo boolean not null default false,
      eligible_age int not null default 16 check (eligible_age between 14 and 99),
      class_hour_minutes int not null default 45 check (class_hour_minutes between 1 and 120),
      created_at timestamptz not null
    )`.execute(db);

  await sql`
    create table village (
      township_id uuid not null references township,
      id uuid not null,
      name_zh text not null check (name_zh <> ''),
      name_en text not null check (name_en <> ''),
      is_invented boolean not null default false,
      position int not null default 0,
      since date not null default '1900-01-01',
      until date check (until > since),
      primary key (township_id, id),
      unique (township_id, name_zh)
    )`.execute(db);
  await sql`
    create table village_alias (
      township_id uuid not null,
      village_id uuid not null,
      alias text not null check (alias <> ''),
      primary key (township_id, alias),
      foreign key (township_id, village_id) references village on delete cascade
    )`.execute(db);

  await sql`
    create table base (
      township_id uuid not null references township,
      id text not null check (id ~ '^[a-z][a-z0-9-]{0,39}$'),
      name_zh text not null check (name_zh <> ''),
      name_en text not null check (name_en <> ''),
      summary_zh text not null default '',
      summary_en text not null default '',
      language text not null default 'zh' check (language in ('zh', 'en')),
      village_id uuid,
      position int not null default 0,
      primary key (township_id, id),
      foreign key (township_id, village_id) references village
    )`.execute(db);
}
