/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    language: import('./lesson-mdx/checked-lesson.ts').Language;
    account: import('./domain/people/actor.ts').AccountActor | null;
    kiosk: import('./domain/people/actor.ts').KioskActor | null;
    learner: import('./domain/people/actor.ts').LearnerActor | null;
    now: Date;
    /** Null until the township has been set up. */
    townshipId: string | null;
    db: import('../db/connect.ts').Database;
    secrets: import('./domain/people/secrets.ts').Secrets;
    isDemo: boolean;
  }
}
