import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../db/connect.ts';
import { type DemoSignIn, makeDemo } from '../../db/demo/make-demo.ts';
import { importCourses } from '../domain/lessons/import-courses.ts';
import { listBases } from '../domain/lessons/list-bases.ts';
import { ROOT } from './build-if-changed.ts';
import type { Env } from './env.ts';
import { loadSecrets } from './secrets.ts';

export const CONTENT = join(ROOT, 'content');

export type Prepared = { ok: true; townshipId: string | null; signIns: DemoSignIn[] } | { ok: false; message: string };

/** Makes the demo township where one is wanted and missing, and brings in shipped courses that changed. */
export async function prepareTownship(db: Database, env: Env, now: Date, progress: (message: string) => void): Promise<Prepared> {
  const found = await db.selectFrom('township').select(['id', 'is_demo']).executeTakeFirst();
  if (env.isDemo) return prepareDemo(db, env, found ?? null, now, progress);
  if (!found) return { ok: true, townshipId: null, signIns: [] };
  return bringCourses(db, found.id, now);
}

/** Imports the shipped courses that are new or changed; a course that does not pass keeps the product from starting. */
async function bringCourses(db: Database, townshipId: string, now: Date): Promise<Prepared> {
  // Only the bases the township opened when it was set up.
  const bases = (await listBases(db, townshipId)).map((base) => base.id);
  const imported = await importCourses(db, { kind: 'system', townshipId }, CONTENT, now, { bases });
  if (imported.ok) return { ok: true, townshipId, signIns: [] };
  const [first] = imported.problems;
  return { ok: false, message: `A shipped lesson has a problem: ${first?.file}:${first?.line}:${first?.column} ${first?.message.en}` };
}

async function prepareDemo(
  db: Database,
  env: Env,
  found: { id: string; is_demo: boolean } | null,
  now: Date,
  progress: (message: string) => void,
): Promise<Prepared> {
  const unfinished = join(env.dataDir, 'demo-unfinished');
  const kept = join(env.dataDir, 'demo-sign-ins.json');
  if (found?.is_demo && !existsSync(unfinished)) {
    const brought = await bringCourses(db, found.id, now);
    return brought.ok ? { ...brought, signIns: existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as DemoSignIn[]) : [] } : brought;
  }
  if (found && !existsSync(unfinished)) return { ok: false, message: 'This database holds a real township: start it without DEMO=1.' };
  if (found) await emptyTables(db);
  writeFileSync(unfinished, '');
  const secrets = loadSecrets(env.dataDir);
  const signIns = await makeDemo(db, { secrets, contentDir: CONTENT, now, progress });
  writeFileSync(kept, JSON.stringify(signIns, null, 2), { mode: 0o600 });
  rmSync(unfinished);
  const township = await db.selectFrom('township').select('id').executeTakeFirstOrThrow();
  return { ok: true, townshipId: township.id, signIns };
}

/** A demo whose making was cut short is made again from nothing. */
async function emptyTables(db: Database): Promise<void> {
  await sql`truncate township cascade`.execute(db);
}
