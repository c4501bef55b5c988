import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { type Permission, requirePermission } from '../../people/permissions.ts';
import { basesOfLesson } from '../lessons-queries.ts';
import { requireLessonPermission } from '../require-lesson-permission.ts';

/** Asks at a lesson's bases, and answers which these are; null for a lesson that stands in no course. */
export async function requireDraftPermission(
  db: Database,
  actor: Actor,
  permission: Permission,
  lessonId: string,
): Promise<string[] | null> {
  requirePermission(actor, permission);
  const bases = await basesOfLesson(db, actor.townshipId, lessonId);
  if (bases.length === 0) return null;
  requireLessonPermission(actor, permission, bases);
  return bases;
}
