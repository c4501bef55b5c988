import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';
import type { Database } from '../../../../db/connect.ts';
import type { Draft, SaveInput } from '../../../../src/domain/lessons/drafts/draft.ts';
import { currentDraft } from '../../../../src/domain/lessons/drafts/drafts-queries.ts';
import { saveDraft } from '../../../../src/domain/lessons/drafts/save-draft.ts';
import { importCourses } from '../../../../src/domain/lessons/import-courses.ts';
import type { AccountActor } from '../../../../src/domain/people/actor.ts';
import { withDatabase } from '../../../support/database.ts';
import { type SeededTownship, seedTownship } from '../../../support/seed.ts';
import { removeContent, smallContent, writeContent } from '../small-content.ts';

/** Minutes after two o'clock on the first of March. */
export function at(minutes: number): Date {
  return new Date(Date.parse('2026-03-01T02:00:00Z') + minutes * 60_000);
}

/** A township with the small content, its trainer Li and a second trainer Ma of the same base, for each test anew. Call it in a describe. */
export function withDrafts() {
  const db = withDatabase();
  let township: SeededTownship;
  let ma: AccountActor;
  let content = '';
  beforeEach(async () => {
    township = await seedTownship(db());
    ma = await addTrainer(db(), township, 'ma', '马老师', 'mutouyingzi');
    content = await writeContent(smallContent());
    await importCourses(db(), township.system, content, at(-60));
  });
  afterEach(() => removeContent(content));

  const draftOf = async (lesson: string): Promise<Draft> => {
    const draft = await currentDraft(db(), township.townshipId, lesson);
    if (!draft) throw new Error(`no draft of ${lesson}`);
    return draft;
  };
  return {
    db,
    township: () => township,
    li: () => township.trainer,
    ma: () => ma,
    draftOf,
    /** Saves with one change in the Chinese text, from a revision, as Li in one window unless told. */
    save: (zh: string, from: Partial<SaveInput> & { by?: AccountActor } = {}, now = at(0)) => saveChange(zh, from, now),
  };

  async function saveChange(zh: string, { by = township.trainer, ...from }: Partial<SaveInput> & { by?: AccountActor }, now: Date) {
    const lesson = from.lesson ?? 'water';
    const { files, media, revision } = await draftOf(lesson);
    return saveDraft(db(), by, { lesson, revision, media, client: `${by.username}'s window`, ...from, files: { ...files, zh } }, now);
  }
}

/** One more trainer of a base. */
export async function addTrainer(
  db: Database,
  township: SeededTownship,
  username: string,
  displayName: string,
  base: string,
): Promise<AccountActor> {
  const accountId = randomUUID();
  const { townshipId } = township;
  await db
    .insertInto('account')
    .values({
      township_id: townshipId,
      id: accountId,
      username,
      display_name: displayName,
      password_hash: 'no password',
      created_at: at(-120),
    })
    .execute();
  await db.insertInto('account_role').values({ township_id: townshipId, account_id: accountId, role: 'trainer', base_id: base }).execute();
  return { ...township.trainer, accountId, username, displayName, trainerOf: [base] };
}
