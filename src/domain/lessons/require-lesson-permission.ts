import type { Actor } from '../people/actor.ts';
import { mayDo, type Permission, requirePermission } from '../people/permissions.ts';

/** Passes when the actor may do this at one of the bases where the lesson is taught; a shared lesson belongs to each of them. */
export function requireLessonPermission(actor: Actor, permission: Permission, bases: readonly string[]): void {
  if (bases.some((base) => mayDo(actor, permission, { base }))) return;
  requirePermission(actor, permission, { base: bases[0] ?? '' });
}
