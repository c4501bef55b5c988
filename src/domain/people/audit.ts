import type { Database } from '../../../db/connect.ts';
import type { Actor } from './actor.ts';

type Deed =
  | 'pin-reset'
  | 'codes-issued'
  | 'cards-issued'
  | 'cards-voided'
  | 'card-rule-changed'
  | 'learner-removed'
  | 'learners-imported'
  | 'sitting-assigned'
  | 'sitting-confirmed'
  | 'sitting-discarded'
  | 'newcomer-matched'
  | 'newcomer-added'
  | 'newcomer-unmatched'
  | 'learners-merged'
  | 'newcomers-erased'
  | 'kiosk-revoked'
  | 'account-created'
  | 'account-disabled'
  | 'account-enabled'
  | 'password-reset'
  | 'rejected-put-away'
  | 'class-code-issued'
  | 'class-confirmed'
  | 'class-discarded'
  | 'class-seat-changed'
  | 'class-hour-changed'
  | 'review-rule-changed'
  | 'medium-added'
  | 'medium-deleted'
  | 'requirement-set'
  | 'requirement-ended'
  | 'record-voided'
  | 'pairing-code-issued'
  | 'village-added'
  | 'village-edited'
  | 'township-set-up';

/** Writes down a deed someone may have to answer for. The subject is an id; the detail never holds a secret. */
export async function writeAudit(
  db: Database,
  actor: Actor,
  deed: { deed: Deed; subject: string; detail?: Record<string, unknown> },
  now: Date,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      township_id: actor.townshipId,
      at: now,
      account_id: actor.kind === 'account' ? actor.accountId : null,
      deed: deed.deed,
      subject: deed.subject,
      detail: JSON.stringify(deed.detail ?? {}),
    })
    .execute();
}
