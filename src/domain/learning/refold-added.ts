import type { Database } from '../../../db/connect.ts';
import { loadCatalogue } from './catalogue-queries.ts';
import { joinCourses, type NewRecord, type SittingRow, UNFOLDED } from './learning-queries.ts';
import { refoldLearners } from './refold.ts';
import { coursesJoinedByOpening } from './scope-rules.ts';

interface Sat {
  /** By id. */
  sittings: ReadonlyMap<string, SittingRow>;
  /** Farmers who sit in a class, by its sitting. */
  attendees: ReadonlyMap<string, string[]>;
}

/** Folds again whomever these new records are about; who opens a lesson for the first time joins its courses. Under the caller's locks. */
export async function refoldAdded(
  trx: Database,
  townshipId: string,
  added: readonly NewRecord[],
  { sittings, attendees }: Sat,
): Promise<void> {
  const learnerIds = new Set<string>();
  for (const row of added) {
    const learnerId = sittings.get(row.sittingId)?.learnerId;
    if (learnerId && !UNFOLDED.has(row.verb)) learnerIds.add(learnerId);
    if (row.verb === 'opened') for (const attendee of attendees.get(row.sittingId) ?? []) learnerIds.add(attendee);
  }
  if (learnerIds.size === 0) return;
  const catalogue = await loadCatalogue(trx, townshipId);
  const joined: { learnerId: string; courseId: string; at: Date }[] = [];
  for (const row of added) {
    const sitting = sittings.get(row.sittingId);
    if (row.verb !== 'opened' || !sitting?.learnerId || row.lessonId === null || row.response !== null) continue;
    for (const courseId of coursesJoinedByOpening(catalogue, row.lessonId, sitting.baseId)) {
      joined.push({ learnerId: sitting.learnerId, courseId, at: row.occurredAt });
    }
  }
  if (joined.length > 0) await joinCourses(trx, townshipId, joined);
  await refoldLearners(trx, townshipId, [...learnerIds].sort(), {
    mayShrink: added.some((row) => row.verb === 'voided'),
    catalogue,
  });
}
