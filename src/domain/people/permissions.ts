import type { Actor } from './actor.ts';

export type Permission =
  | 'roster:read'
  | 'roster:write'
  | 'pin:reset'
  | 'code:issue'
  | 'card:issue'
  | 'township:write'
  | 'village:write'
  | 'group:write'
  | 'requirement:write'
  | 'kiosk:write'
  | 'account:write'
  | 'coverage:read'
  | 'lesson:read'
  | 'lesson:write'
  | 'lesson:review'
  | 'lesson:publish'
  | 'course:write'
  | 'adoption:record'
  | 'rejected:read'
  | 'class:read'
  | 'class:write'
  | 'quarantine:decide';

/** Thrown when an actor asks for what they may not do; the edge answers 403. Pages never offer it, so it is not an outcome. */
export class PermissionDenied extends Error {
  readonly permission: Permission;
  readonly actor: Actor;

  constructor(permission: Permission, actor: Actor) {
    super(`${actor.kind} may not ${permission}`);
    this.name = 'PermissionDenied';
    this.permission = permission;
    this.actor = actor;
  }
}

/** Passes when `actor` may do `permission` (at `where.base`, when a base matters); throws PermissionDenied otherwise. */
export function requirePermission(actor: Actor, permission: Permission, where: { base?: string } = {}): void {
  if (!mayDo(actor, permission, where)) throw new PermissionDenied(permission, actor);
}

/** The same question as a yes or no, for a page that decides what to show. */
export function mayDo(actor: Actor, permission: Permission, where: { base?: string } = {}): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'account') return false;
  if (actor.isAdministrator) return true;
  if (actor.isStaff && STAFF.has(permission)) return true;
  if (!TRAINER.has(permission)) return false;
  return where.base === undefined ? actor.trainerOf.length > 0 : actor.trainerOf.includes(where.base);
}

const STAFF: ReadonlySet<Permission> = new Set<Permission>([
  'roster:read',
  'roster:write',
  'pin:reset',
  'code:issue',
  'card:issue',
  'village:write',
  'group:write',
  'requirement:write',
  'kiosk:write',
  'coverage:read',
  'lesson:read',
  'rejected:read',
  'class:read',
  'quarantine:decide',
]);
const TRAINER: ReadonlySet<Permission> = new Set<Permission>([
  'roster:read',
  'pin:reset',
  'code:issue',
  'card:issue',
  'lesson:read',
  'lesson:write',
  'lesson:review',
  'lesson:publish',
  'course:write',
  'adoption:record',
  'rejected:read',
  'class:read',
  'class:write',
  'quarantine:decide',
]);
