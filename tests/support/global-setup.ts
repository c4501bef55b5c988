import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../../db/connect.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server's `furrow` database, which is migrated and stays empty: the template of every other. */
    templateUrl: string;
  }
}

/** One PostgreSQL for the whole run, in a temporary folder, with a migrated database to copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'furrow-tests-'));
  chmodSync(folder, 0o755);
  const started = await startEmbedded(folder, { isDurable: false, mayMoveOut: true });
  if (!started.ok) throw new Error(started.message);
  const { url, stop } = started.embedded;
  const db = connect(url, 1);
  const outcome = await migrate(db);
  await db.destroy();
  if (!outcome.ok) throw new Error(outcome.reason);
  project.provide('templateUrl', url);
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
