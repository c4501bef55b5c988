/** Why one record of a batch was not taken. */
export type RejectedReason =
  | 'unknown-lesson'
  | 'unknown-version'
  | 'unknown-question'
  | 'unknown-sitting'
  | 'not-a-record'
  | 'cannot-open'
  | 'not-an-answer'
  | 'sequence-taken'
  | 'wrong-kiosk'
  | 'no-such-learner'
  | 'guardian-needed';

/** What a kiosk hears of its batch: an answer for each record, by id. */
export type RecordVerdicts =
  | {
      ok: true;
      epoch: string;
      accepted: string[];
      duplicate: string[];
      conflict: string[];
      rejected: { id: string; reason: RejectedReason }[];
    }
  | { ok: false; reason: 'not-a-batch' };
