import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { AccountActor } from '../../people/actor.ts';
import type { Presence } from './draft.ts';
import { PRESENT_MS } from './draft-rules.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

type Outcome = { ok: true; present: Presence[] } | { ok: false; reason: 'unknown-lesson' };

/** Says that this editor has the lesson open, in which language, and answers who has. An editor asks every 20 seconds. */
export async function notePresence(
  db: Database,
  trainer: AccountActor,
  { lesson, client, language, isLeaving = false }: { lesson: string; client: string; language: Language | null; isLeaving?: boolean },
  now: Date,
): Promise<Outcome> {
  if ((await requireDraftPermission(db, trainer, 'lesson:write', lesson)) === null) return { ok: false, reason: 'unknown-lesson' };
  const townshipId = trainer.townshipId;
  await db
    .deleteFrom('draft_presence')
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lesson)
    .where((where) =>
      where.or([where('seen_at', '<', new Date(now.getTime() - PRESENT_MS)), ...(isLeaving ? [where('client', '=', client)] : [])]),
    )
    .execute();
  if (!isLeaving) {
    await db
      .insertInto('draft_presence')
      .values({ township_id: townshipId, lesson_id: lesson, client, account_id: trainer.accountId, language, since: now, seen_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['township_id', 'lesson_id', 'client'])
          .doUpdateSet({ language, seen_at: now })
          // Two signed in after each other in one browser: the first one's place is not taken over.
          .where(sql<boolean>`draft_presence.account_id = excluded.account_id`),
      )
      .execute();
  }
  const rows = await db
    .selectFrom('draft_presence as here')
    .innerJoin('account', (join) => join.onRef('account.township_id', '=', 'here.township_id').onRef('account.id', '=', 'here.account_id'))
    .select(['here.client', 'here.since', 'here.language', 'here.account_id', 'account.display_name as name'])
    .where('here.township_id', '=', townshipId)
    .where('here.lesson_id', '=', lesson)
    .orderBy('here.since')
    .execute();
  const present = rows.map(({ account_id, ...row }) => ({
    ...row,
    isYou: account_id === trainer.accountId,
    isThisWindow: row.client === client,
  }));
  return { ok: true, present };
}
