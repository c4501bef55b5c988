import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { townshipDay } from '../calendar.ts';
import { requirePermission } from '../permissions.ts';
import { type AddRefusal, addLearners } from './add-learners.ts';
import { readColumns } from './roster-columns.ts';
import { type FileRefusal, readRosterFile } from './roster-file.ts';
import { residentOn } from './roster-queries.ts';
import { lookupKey, personKey, type RosterRowProblem, type RosterWords, readRows } from './roster-rows.ts';

type RosterImport =
  | {
      ok: true;
      isDryRun: boolean;
      /** Farmers in the file. */
      rows: number;
      /** Columns of the file that were not read. */
      ignoredColumns: string[];
      /** In the order of the file; empty in a dry run. */
      learners: { line: number; learnerId: string; number: string; name: string }[];
    }
  | { ok: false; reason: 'rows-have-problems'; rows: number; good: number; problems: RosterRowProblem[] }
  | { ok: false; reason: FileRefusal | AddRefusal; line?: number }
  | { ok: false; reason: 'column-not-allowed' | 'column-missing' | 'column-twice'; column: string };

/**
 * Adds the farmers of a CSV file to the roster. A dry run (unless `dryRun` is false) only tells what would happen. One problem in one row
 * and nothing is written; otherwise everything is, in one transaction. PINs and what the roster may not hold are refused by column.
 */
export async function importRoster(
  db: Database,
  actor: Actor,
  input: { bytes: Uint8Array; dryRun?: boolean },
  now: Date,
): Promise<RosterImport> {
  requirePermission(actor, 'roster:write');
  const isDryRun = input.dryRun !== false;
  const table = readRosterFile(input.bytes);
  if (!table.ok) return table;
  const columns = readColumns(table.header);
  if (!columns.ok) return columns;

  return db.transaction().execute(async (trx): Promise<RosterImport> => {
    const today = townshipDay(now);
    const words = await rosterWords(trx, actor.townshipId, today);
    const { good, problems } = readRows(table.rows, columns.at, words, Number(today.slice(0, 4)));
    const rows = table.rows.length;
    if (problems.length > 0) return { ok: false, reason: 'rows-have-problems', rows, good: good.length, problems };
    const done = { ok: true as const, isDryRun, rows, ignoredColumns: columns.ignored };
    if (isDryRun) return { ...done, learners: [] };
    const added = await addLearners(
      trx,
      actor,
      good.map((row) => row.learner),
      now,
    );
    if (!added.ok) return { ok: false, reason: added.reason };
    await writeAudit(trx, actor, { deed: 'learners-imported', subject: '', detail: { rows } }, now);
    const learners = good.flatMap(({ line, learner }, index) => {
      const one = added.learners[index];
      return one ? [{ line, ...one, name: learner.name }] : [];
    });
    return { ...done, learners };
  });
}

/** The villages (by either name or an alias), groups and people of the township as the file may name them. */
async function rosterWords(db: Database, townshipId: string, today: string): Promise<RosterWords> {
  const named = await db
    .selectFrom('village')
    .select(['id', 'name_zh', 'name_en'])
    .where('township_id', '=', townshipId)
    .where((is) => is.or([is('until', 'is', null), is('until', '>', today)]))
    .execute();
  const aliases = await db.selectFrom('village_alias').select(['village_id', 'alias']).where('township_id', '=', townshipId).execute();
  const grouped = await db.selectFrom('learner_group').select(['id', 'name_zh', 'name_en']).where('township_id', '=', townshipId).execute();
  const people = await residentOn(db, townshipId, today)
    .select(['learner.name', 'learner.sex', 'learner.birth_year as birthYear', 'residence.village_id as villageId'])
    .execute();
  const byNames = (rows: { id: string; name_zh: string; name_en: string }[]) =>
    rows.flatMap((row) => [row.name_en, row.name_zh].map((name) => [lookupKey(name), row.id] as const));
  return {
    // What comes later wins: a village's own name over another's alias.
    villages: new Map([...aliases.map((row) => [lookupKey(row.alias), row.village_id] as const), ...byNames(named)]),
    groups: new Map(byNames(grouped)),
    people: new Set(people.map(personKey)),
  };
}
