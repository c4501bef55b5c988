import type { KioskRecord } from '../record-batch.ts';
import type { GroupBeginning } from './group.ts';

/** The first record of a sitting, as a kiosk wrote it. */
export type BeganRecord = Extract<KioskRecord, { verb: 'began' }>;

/** Why nobody can be named yet for a sitting. `wait`: too many wrong PINs lately, so this one was not even looked at. */
export type Doubt =
  | 'wrong-pin'
  | 'unknown-number'
  | 'wrong-village'
  | 'farmer-removed'
  | 'card-not-good'
  | 'pin-needed'
  | 'first-pin-needed'
  | 'wait';

/** Who began a sitting, as far as its first record can say. */
export type Beginning =
  | { kind: 'learner'; learnerId: string }
  /** `presumedLearnerId`: who it most likely was, for the trainer who decides; null when nothing points to anybody. */
  | { kind: 'quarantined'; reason: Doubt; presumedLearnerId: string | null }
  | GroupBeginning
  | { kind: 'new-here'; name: string; villageId: string; birthYear: number }
  | { kind: 'rejected'; reason: 'no-such-learner' | 'wrong-kiosk' | 'guardian-needed' };
