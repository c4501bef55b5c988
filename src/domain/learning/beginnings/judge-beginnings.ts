import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../../people/actor.ts';
import type { Secrets } from '../../people/secrets.ts';
import { findSittings } from '../learning-queries.ts';
import type { KioskRecord } from '../record-batch.ts';
import type { Beginning } from './beginning.ts';
import { whoBegan } from './who-began.ts';

type Began = Extract<KioskRecord, { verb: 'began' }>;

/** Who began each sitting that is not here yet, by sitting. Those that are were judged when they came. */
export async function judgeBeginnings(
  db: Database,
  kiosk: KioskActor,
  begans: readonly Began[],
  now: Date,
  secrets: Secrets,
): Promise<Map<string, Beginning>> {
  const beginnings = new Map<string, Beginning>();
  if (begans.length === 0) return beginnings;
  const sittings = [...new Set(begans.map(({ sitting }) => sitting))];
  const here = new Set((await findSittings(db, kiosk.townshipId, sittings)).map(({ id }) => id));
  for (const began of begans) {
    if (here.has(began.sitting) || beginnings.has(began.sitting)) continue;
    beginnings.set(began.sitting, await whoBegan(db, kiosk, began, now, secrets));
  }
  return beginnings;
}
