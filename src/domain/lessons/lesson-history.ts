import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';

export interface LessonHistory {
  lessonId: string;
  /** Newest first; `by` is null for what came with the product. */
  versions: { version: number; title: Record<Language, string>; createdAt: Date; by: string | null }[];
  /** Newest first; the first says what kiosks show. */
  publications: { version: number | null; publishedAt: Date; by: string | null; note: string }[];
}

/** Every version of a lesson and every publication: who, when, why. Null for an unknown lesson. */
export async function lessonHistory(db: Database, actor: Actor, lessonId: string): Promise<LessonHistory | null> {
  requirePermission(actor, 'lesson:read');
  const versions = await db
    .selectFrom('lesson_version as frozen')
    .leftJoin('account', (join) =>
      join.onRef('account.township_id', '=', 'frozen.township_id').onRef('account.id', '=', 'frozen.created_by'),
    )
    .select(['frozen.version', 'frozen.created_at as createdAt', 'account.display_name as by'])
    .select(sql<Record<Language, string>>`frozen.checked->'title'`.as('title'))
    .where('frozen.township_id', '=', actor.townshipId)
    .where('frozen.lesson_id', '=', lessonId)
    .orderBy('frozen.version', 'desc')
    .execute();
  if (versions.length === 0) return null;
  const publications = await db
    .selectFrom('lesson_publication as shown')
    .leftJoin('account', (join) =>
      join.onRef('account.township_id', '=', 'shown.township_id').onRef('account.id', '=', 'shown.published_by'),
    )
    .select(['shown.version', 'shown.published_at as publishedAt', 'account.display_name as by', 'shown.note'])
    .where('shown.township_id', '=', actor.townshipId)
    .where('shown.lesson_id', '=', lessonId)
    .orderBy('shown.id', 'desc')
    .execute();
  return { lessonId, versions, publications };
}
