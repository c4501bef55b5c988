import type { ColumnType, Generated } from 'kysely';

/**
 * The tables as Kysely sees them, in the order the migrations tell them.
 * Times are `Date`; dates are `YYYY-MM-DD` strings (see connect.ts); ids are UUID or slug strings; bigint is number.
 */
export type Topic = 'development' | 'innovation' | 'science' | 'ecology' | 'law' | 'morality';
export type Day = string;

/** A jsonb column: read as T, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

export interface Schema {
  installation: { only: Generated<boolean>; epoch: Generated<string>; created_at: Generated<Date>; setup_code_hash: string | null };
  township: {
    id: string;
    name_zh: string;
    name_en: string;
    is_demo: Generated<boolean>;
    eligible_age: Generated<number>;
    class_hour_minutes: Generated<number>;
    card_needs_pin: Generated<boolean>;
    created_at: Date;
  };
  village: {
    township_id: string;
    id: string;
    name_zh: string;
    name_en: string;
    is_invented: Generated<boolean>;
    position: Generated<number>;
    since: Generated<Day>;
    until: Day | null;
  };
  village_alias: { township_id: string; village_id: string; alias: string };
  base: {
    township_id: string;
    id: string;
    name_zh: string;
    name_en: string;
    summary_zh: Generated<string>;
    summary_en: Generated<string>;
    language: Generated<'zh' | 'en'>;
    village_id: string | null;
    position: Generated<number>;
    /** Drafts of its lessons are read by another trainer before they are published. */
    needs_review: Generated<boolean>;
  };
  account: {
    township_id: string;
    id: string;
    username: string;
    display_name: string;
    password_hash: string;
    language: Generated<'zh' | 'en'>;
    created_at: Date;
    disabled_at: Date | null;
  };
  account_role: { township_id: string; account_id: string; role: Role; base_id: string | null };
  session: {
    id_hash: string;
    township_id: string;
    account_id: string;
    created_at: Date;
    expires_at: Date;
    absolute_until: Date;
  };
  learner: {
    township_id: string;
    id: string;
    number: string;
    name: string;
    sex: 'female' | 'male' | null;
    birth_year: number | null;
    literacy: 'none' | 'some' | 'reads' | null;
    language: Generated<string>;
    trade: string | null;
    is_away: Generated<boolean>;
    consent_on: Day | null;
    created_at: Date;
    removed_at: Date | null;
    /** The entry of the same person that everything of this one went to; never one that was merged itself. */
    merged_into: string | null;
  };
  residence: { township_id: string; learner_id: string; village_id: string; since: Day; until: Day | null };
  learner_group: {
    township_id: string;
    id: string;
    name_zh: string;
    name_en: string;
    kind: Generated<string>;
    base_id: string | null;
    created_at: Date;
  };
  group_membership: { township_id: string; group_id: string; learner_id: string; since: Day; until: Day | null };
  learner_pin: { township_id: string; learner_id: string; pin_hash: string; set_at: Date };
  one_time_code: {
    township_id: string;
    learner_id: string;
    code_hash: string;
    issued_by: string | null;
    issued_at: Date;
    expires_at: Date;
  };
  sign_in_counter: {
    scope: 'learner' | 'kiosk' | 'township' | 'pin' | 'account' | 'pairing' | 'setup';
    key: string;
    failures: number;
    first_failed_at: Date;
    last_failed_at: Date;
    blocked_until: Date | null;
  };
  kiosk: {
    township_id: string;
    id: string;
    base_id: string;
    name: string;
    is_demo: Generated<boolean>;
    created_by: string | null;
    created_at: Date;
    revoked_at: Date | null;
    last_heard_at: Date | null;
    last_skew_ms: number | null;
    next_sequence: Generated<number>;
  };
  kiosk_credential: { credential_hash: string; township_id: string; kiosk_id: string; issued_at: Date; revoked_at: Date | null };
  kiosk_pairing_code: { code_hash: string; township_id: string; kiosk_id: string; issued_at: Date; expires_at: Date };
  kiosk_report: {
    township_id: string;
    kiosk_id: string;
    reported_at: Date;
    unsent: number | null;
    refused: number | null;
    is_persisted: boolean | null;
    /** Languages of the voices its browser found, as `zh-CN`; null when it did not say. */
    voices: string[] | null;
    items: number | null;
    missing_items: number | null;
    bytes: number | null;
    problem: 'no-room' | 'network' | null;
    build: Generated<string>;
  };
  course: {
    township_id: string;
    id: string;
    base_id: string;
    title_zh: string;
    title_en: string;
    summary_zh: Generated<string>;
    summary_en: Generated<string>;
    class_hours: ColumnType<string, number | undefined, number>;
    position: Generated<number>;
    source: string | null;
    created_at: Date;
  };
  /** How a trainer holds the course, in Markdown as it came. */
  course_guide: { township_id: string; course_id: string; language: 'zh' | 'en'; source: string };
  lesson: { township_id: string; id: string; created_at: Date };
  course_lesson: {
    township_id: string;
    course_id: string;
    lesson_id: string;
    position: number;
    placed_by: string | null;
    /** The course whose lesson it is, where a trainer shared it; shipped courses say so in their course.yaml. */
    shared_from: string | null;
  };
  media: {
    township_id: string;
    digest: string;
    media_type: string;
    bytes: Buffer;
    /** Format, picture size and codecs: MediumFacts of src/lesson-mdx/medium-facts.ts without digest and size. Null: not looked at yet. */
    facts: Json<unknown> | null;
    created_at: Date;
  };
  base_medium: { township_id: string; base_id: string; digest: string; name: string; added_by: string | null; added_at: Date };
  upload: {
    township_id: string;
    id: string;
    account_id: string;
    base_id: string;
    name: string;
    stamp: Generated<string>;
    size: number;
    received: Generated<number>;
    finished_as: string | null;
    begun_at: Date;
    seen_at: Date;
  };
  upload_part: { township_id: string; upload_id: string; first: number; bytes: Buffer };
  lesson_version: {
    township_id: string;
    lesson_id: string;
    version: number;
    digest: string;
    metadata_source: string;
    zh_source: string;
    en_source: string;
    /** A CheckedLesson of src/lesson-mdx/checked-lesson.ts. */
    checked: Json<unknown>;
    created_by: string | null;
    created_at: Date;
  };
  lesson_version_media: { township_id: string; lesson_id: string; version: number; path: string; digest: string };
  lesson_publication: {
    township_id: string;
    id: Generated<number>;
    lesson_id: string;
    version: number | null;
    published_by: string | null;
    published_at: Date;
    note: Generated<string>;
  };
  lesson_draft: { township_id: string; lesson_id: string; revision: number; last_revision: number };
  draft_revision: {
    township_id: string;
    lesson_id: string;
    revision: number;
    kind: 'saved' | 'restored' | 'lost';
    /** The revision its author started from; 0 is the frozen text. */
    based_on: number;
    base_version: number | null;
    metadata_source: string;
    zh_source: string;
    en_source: string;
    digest: string;
    client: string;
    saved_by: string | null;
    /** When the first of the saves began that are folded into this one. */
    began_at: Date;
    saved_at: Date;
    published_version: number | null;
    /** How many problems the check found; null until it has answered. */
    problems: number | null;
  };
  draft_revision_media: { township_id: string; lesson_id: string; revision: number; path: string; digest: string };
  draft_review: {
    township_id: string;
    id: string;
    lesson_id: string;
    revision: number;
    note: string;
    asked_by: string;
    asked_at: Date;
    decision: 'approved' | 'sent-back' | 'withdrawn' | null;
    decided_by: string | null;
    decided_at: Date | null;
    reason: Generated<string>;
  };
  draft_presence: {
    township_id: string;
    lesson_id: string;
    client: string;
    account_id: string;
    language: 'zh' | 'en' | null;
    since: Date;
    seen_at: Date;
  };
  requirement: {
    township_id: string;
    id: string;
    course_id: string;
    base_id: string | null;
    group_id: string | null;
    since: Day;
    until: Day | null;
    set_by: string | null;
  };
  enrolment: {
    township_id: string;
    learner_id: string;
    course_id: string;
    enrolled_at: Date;
    enrolled_by: 'learner' | 'group' | 'staff';
    account_id: string | null;
  };
  sitting: {
    township_id: string;
    id: string;
    kiosk_id: string | null;
    base_id: string;
    learner_id: string | null;
    group_id: string | null;
    sequence: number;
    began_at: Date;
    received_at: Date;
  };
  learning_record: {
    township_id: string;
    id: string;
    sitting_id: string;
    seq: number;
    verb: RecordVerb;
    lesson_id: string | null;
    version: number | null;
    question_id: string | null;
    response: Json<unknown> | null;
    occurred_at: Date;
    kiosk_time: Date;
    received_at: Date;
    was_future: Generated<boolean>;
    skew_ms: number | null;
    is_correct: boolean | null;
    bytes_hash: string;
  };
  record_conflict: {
    township_id: string;
    id: string;
    bytes_hash: string;
    body: Json<unknown>;
    kiosk_id: string;
    received_at: Date;
  };
  rejected_record: {
    township_id: string;
    kiosk_id: string;
    id: string;
    reason: string;
    learner_id: string | null;
    /** Only what names no person and holds no secret (`rejected-rules.ts`). */
    body: Json<unknown>;
    first_received_at: Date;
    last_received_at: Date;
    times: Generated<number>;
    put_away_by: string | null;
    put_away_at: Date | null;
  };
  lesson_state: {
    township_id: string;
    learner_id: string;
    lesson_id: string;
    version: number;
    place: Generated<number>;
    started_at: Date;
    touched_at: Date;
    completed_at: Date | null;
    completed_version: number | null;
    evidence: Json<Record<string, { day: Day; right: boolean; version: number }>>;
  };
  standing_row: StandingRow;
  /** A view of `standing_row`, a row for each topic. */
  learner_standing: {
    township_id: string;
    learner_id: string;
    base_id: string;
    topic: Topic;
    reached_on: Day | null;
    completed_on: Day | null;
    mastered_on: Day | null;
    retained_on: Day | null;
    adopted_on: Day | null;
  };
  audit: {
    township_id: string;
    id: Generated<number>;
    at: Date;
    account_id: string | null;
    deed: string;
    subject: Generated<string>;
    detail: ColumnType<unknown, string | undefined, string>;
  };
  /** A sitting whose first record could not say who sat there, and what two people decided. */
  quarantined_sitting: {
    township_id: string;
    sitting_id: string;
    reason: string;
    presumed_learner_id: string | null;
    quarantined_at: Date;
    proposed_learner_id: string | null;
    proposed_why: string | null;
    proposed_by: string | null;
    proposed_at: Date | null;
    confirmed_by: string | null;
    confirmed_at: Date | null;
    discarded_why: string | null;
    discarded_by: string | null;
    discarded_at: Date | null;
  };
  /** Who began a sitting as "new here", and whom staff found them to be. The row goes 90 days after it came. */
  newcomer: {
    township_id: string;
    sitting_id: string;
    name: string;
    village_id: string;
    birth_year: number;
    arrived_at: Date;
    matched_learner_id: string | null;
    matched_by: string | null;
    matched_at: Date | null;
    /** Added to the roster with this match, not found there. */
    was_added: boolean | null;
    /** Courses the match joined, each with the day the farmer had joined it before, if they had. */
    joined_before: Json<{ courseId: string; at: string | null }[]> | null;
  };
  learner_card: {
    township_id: string;
    id: string;
    learner_id: string;
    token_hash: string;
    issued_by: string | null;
    issued_at: Date;
    voided_by: string | null;
    voided_at: Date | null;
  };
  class_code: { township_id: string; account_id: string; code_hash: string; issued_at: Date };
  training_class: {
    township_id: string;
    sitting_id: string;
    trainer_id: string | null;
    confirmed_at: Date | null;
    discarded_at: Date | null;
    discarded_by: string | null;
  };
  class_seat: { township_id: string; sitting_id: string; seat: number; learner_id: string | null; number_given: string | null };
}

export type Role = 'administrator' | 'staff' | 'trainer';
export type RecordVerb =
  | 'began'
  | 'opened'
  | 'stepped'
  | 'answered'
  | 'finished'
  | 'rated'
  | 'adopted'
  | 'voided'
  | 'ended'
  | 'tested-before'
  | 'tested-after';

/** Days on which a learner's rungs were reached, six topics side by side; base '' means any base. */
type StandingRow = { township_id: string; learner_id: string; base_id: Generated<string> } & { [column in RungDay]?: Day | null };
export type RungDay = `${Topic}_${'reached' | 'completed' | 'mastered' | 'retained' | 'adopted'}_on`;
