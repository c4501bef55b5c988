/** Who is asking. Every verb takes one and asks permission in its words. */
export type Actor = AccountActor | LearnerActor | KioskActor | SystemActor;

/** A trainer, staff member or administrator who signed in with a password. */
export interface AccountActor {
  kind: 'account';
  townshipId: string;
  accountId: string;
  displayName: string;
  username: string;
  language: 'zh' | 'en';
  isAdministrator: boolean;
  isStaff: boolean;
  /** Bases where this person is a trainer. */
  trainerOf: string[];
}

/** A farmer who signed in with number and PIN at a paired kiosk. */
export interface LearnerActor {
  kind: 'learner';
  townshipId: string;
  learnerId: string;
  kioskId: string;
}

/** A paired kiosk, by its credential. */
export interface KioskActor {
  kind: 'kiosk';
  townshipId: string;
  kioskId: string;
  baseId: string;
  name: string;
  isDemo: boolean;
}

/** The product itself: shipped import, demo township, rebuild. */
export interface SystemActor {
  kind: 'system';
  townshipId: string;
}
