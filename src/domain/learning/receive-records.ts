import type { Database } from '../../../db/connect.ts';
import type { KioskActor } from '../people/actor.ts';
import type { Secrets } from '../people/secrets.ts';
import type { Beginning } from './beginnings/beginning.ts';
import { followMerges } from './beginnings/follow-merges.ts';
import { judgeBeginnings } from './beginnings/judge-beginnings.ts';
import { keepWhoIsOpen } from './beginnings/open-sittings-queries.ts';
import { whenItHappened } from './clock-rules.ts';
import { attendeesOf, insertClasses, type NewClass } from './group-queries.ts';
import { judgeRecord } from './judge-record.ts';
import {
  findSittings,
  findTaken,
  insertConflicts,
  insertRecords,
  insertSittings,
  lockLearners,
  mergedInto,
  type NewRecord,
  type NewSitting,
  noteKioskHeard,
  type SittingRow,
} from './learning-queries.ts';
import { type FactsOf, loadLessonFacts } from './lesson-facts.ts';
import { openSealed } from './open-sealed.ts';
import { type KioskRecord, type ReadRecord, readBatch, readRecord } from './record-batch.ts';
import type { RecordVerdicts, RejectedReason } from './record-verdicts.ts';
import { refoldAdded } from './refold-added.ts';
import { keepRejected } from './rejected-queries.ts';
import { keptOfRejected } from './rejected-rules.ts';

/**
 * Takes a kiosk's batch in one transaction: appends what is new, grades it, refolds the learners it touches. Every record
 * gets a verdict of its own; a bad one never holds up its neighbours. The number of queries does not depend on the batch.
 */
export async function receiveRecords(
  db: Database,
  kiosk: KioskActor,
  batch: unknown,
  now: Date,
  secrets: Secrets,
): Promise<RecordVerdicts> {
  const envelope = readBatch(batch);
  if (!envelope) return { ok: false, reason: 'not-a-batch' };
  const opened = openSealed(secrets, envelope.sealed);
  const records = [...envelope.records, ...opened.flatMap(({ record }) => (record === null ? [] : [record]))];
  const unopened = opened.flatMap(({ id, record }) => (record === null ? [id] : []));
  const sent = records.map(readRecord);
  // Before the transaction: a PIN is counted in one of its own, and must not wait for a second connection while it holds the first.
  const beginnings = await judgeBeginnings(
    db,
    kiosk,
    sent.flatMap(({ record }) => (record?.verb === 'began' ? [record] : [])),
    now,
    secrets,
  );
  const skewMs = now.getTime() - envelope.now.getTime();
  return db.transaction().execute((trx) => new Reception(trx, kiosk, now, skewMs, beginnings).receive(records, sent, unopened));
}

type Sent = ReturnType<typeof readRecord>;

/** One batch on its way in. */
class Reception {
  private readonly accepted: string[] = [];
  private readonly duplicate: string[] = [];
  private readonly conflict: { id: string; hash: string; body: string }[] = [];
  private readonly rejected: { id: string; reason: RejectedReason }[] = [];
  private readonly sittings = new Map<string, SittingRow>();
  private readonly begun = new Map<string, NewSitting>();
  private readonly classes: NewClass[] = [];
  /** Farmers who sit in a class, by its sitting. */
  private attendees = new Map<string, string[]>();
  private readonly trx: Database;
  private readonly kiosk: KioskActor;
  private readonly now: Date;
  private readonly skewMs: number;
  private readonly beginnings: Map<string, Beginning>;
  private nextSequence = 1;

  constructor(trx: Database, kiosk: KioskActor, now: Date, skewMs: number, beginnings: Map<string, Beginning>) {
    this.trx = trx;
    this.kiosk = kiosk;
    this.now = now;
    this.skewMs = skewMs;
    this.beginnings = beginnings;
  }

  async receive(raw: readonly unknown[], all: readonly Sent[], unopened: string[]): Promise<RecordVerdicts> {
    const { townshipId } = this.kiosk;
    for (const id of unopened) this.rejected.push({ id, reason: 'cannot-open' });
    const sent = this.eachOnce(all);
    const known = sent.length > 0 ? await findSittings(this.trx, townshipId, [...new Set(sent.map(({ record }) => record.sitting))]) : [];
    for (const sitting of known) this.sittings.set(sitting.id, sitting);
    // Look for duplicates only behind the locks: a copy of this batch may be in flight.
    const touched = await this.lockTouched(sent);
    const fresh = sent.length > 0 ? await this.setAsideTaken(sent) : [];
    const factsOf = await loadLessonFacts(
      this.trx,
      townshipId,
      fresh.flatMap(({ record }) => lessonIn(record)),
    );
    const unknownLessons = await this.findUnknownLessons(fresh, factsOf);
    const rows = this.judge(fresh, touched, factsOf, unknownLessons);
    if (this.begun.size > 0) await this.insertBegun();
    await insertClasses(this.trx, townshipId, this.classes, this.now);
    const added = rows.length > 0 ? await this.append(rows, fresh) : [];
    await refoldAdded(this.trx, townshipId, added, { sittings: this.sittings, attendees: this.attendees });
    if (this.conflict.length > 0)
      await insertConflicts(this.trx, townshipId, this.conflict, { now: this.now, kioskId: this.kiosk.kioskId });
    await this.keepRejected(raw);
    const epoch = await noteKioskHeard(this.trx, this.kiosk, { now: this.now, skewMs: this.skewMs, nextSequence: this.nextSequence });
    const conflict = this.conflict.map(({ id }) => id);
    return { ok: true, epoch, accepted: this.accepted, duplicate: this.duplicate, conflict, rejected: this.rejected };
  }

  private async insertBegun(): Promise<void> {
    const { townshipId } = this.kiosk;
    const ids = await insertSittings(this.trx, townshipId, [...this.begun.values()], this.now);
    await keepWhoIsOpen(this.trx, townshipId, new Map([...this.beginnings].filter(([sitting]) => ids.has(sitting))), this.now);
    if (ids.size === this.begun.size) return;
    // A copy of this batch was quicker, and what it made of a beginning stands.
    for (const sitting of await findSittings(this.trx, townshipId, [...this.begun.keys()])) this.sittings.set(sitting.id, sitting);
  }

  /** A trainer sees what was refused; what came again and was taken this time is forgotten there. */
  private async keepRejected(raw: readonly unknown[]): Promise<void> {
    const refused = [...this.rejected, ...this.conflict.map(({ id }) => ({ id, reason: 'conflict' }))];
    const kept = keptOfRejected(refused, raw).map((record) => ({
      ...record,
      learnerId: this.sittings.get(record.sitting ?? '')?.learnerId ?? null,
    }));
    const { townshipId, kioskId } = this.kiosk;
    await keepRejected(this.trx, { townshipId, kioskId }, kept, [...this.accepted, ...this.duplicate], this.now);
  }

  private eachOnce(all: readonly Sent[]): ReadRecord[] {
    const sent = new Map<string, ReadRecord>();
    for (const read of all) {
      if (read.record === null) this.rejected.push({ id: read.id, reason: 'not-a-record' });
      else if (!sent.has(read.record.id)) sent.set(read.record.id, read);
      else this.tellDuplicate(read, sent.get(read.record.id)?.hash);
    }
    return [...sent.values()];
  }

  /** What is here already is a duplicate, or a conflict when the kiosk wrote something else under the same id. */
  private async setAsideTaken(sent: ReadRecord[]): Promise<ReadRecord[]> {
    const places = sent.map(({ record: { id, sitting, seq } }) => ({ id, sitting, seq }));
    const taken = await findTaken(this.trx, this.kiosk.townshipId, places);
    const hashes = new Map(taken.map((row) => [row.id, row.hash]));
    const seats = new Set(taken.map((row) => `${row.sittingId} ${row.seq}`));
    return sent.filter((read) => {
      if (hashes.has(read.record.id)) this.tellDuplicate(read, hashes.get(read.record.id));
      else if (seats.has(`${read.record.sitting} ${read.record.seq}`)) this.reject(read, 'sequence-taken');
      else return true;
      return false;
    });
  }

  private tellDuplicate({ record, hash, body }: ReadRecord, before: string | undefined): void {
    if (hash === before) this.duplicate.push(record.id);
    else this.conflict.push({ id: record.id, hash, body });
  }

  private reject({ record }: ReadRecord, reason: RejectedReason): null {
    this.rejected.push({ id: record.id, reason });
    return null;
  }

  private async lockTouched(sent: ReadRecord[]): Promise<Set<string>> {
    const ids = new Set<string>();
    const mayBeClass = [...this.sittings.values()].flatMap(({ id, learnerId }) => (learnerId === null ? [id] : []));
    this.attendees = await attendeesOf(this.trx, this.kiosk.townshipId, mayBeClass);
    for (const learnerId of [...this.attendees.values()].flat()) ids.add(learnerId);
    for (const sitting of this.sittings.values()) if (sitting.learnerId) ids.add(sitting.learnerId);
    for (const { record } of sent) {
      const beginning = record.verb === 'began' ? this.beginnings.get(record.sitting) : undefined;
      if (beginning?.kind === 'learner') ids.add(beginning.learnerId);
      if (beginning?.kind === 'group') for (const { learnerId } of beginning.seats) if (learnerId) ids.add(learnerId);
    }
    const locked = ids.size > 0 ? await lockLearners(this.trx, this.kiosk.townshipId, [...ids]) : new Set<string>();
    return (await this.followMerges(locked)) ? this.lockTouched(sent) : locked;
  }

  /** Looked at behind the locks, where no merge can be quicker. True when somebody else has to be locked now. */
  private async followMerges(locked: Set<string>): Promise<boolean> {
    if (this.beginnings.size === 0 || locked.size === 0) return false;
    const merged = await mergedInto(this.trx, this.kiosk.townshipId, [...locked]);
    if (merged.size === 0) return false;
    for (const [sitting, beginning] of this.beginnings) this.beginnings.set(sitting, followMerges(beginning, merged));
    return true;
  }

  private async findUnknownLessons(fresh: ReadRecord[], factsOf: FactsOf): Promise<Set<string>> {
    const doubtful = new Set<string>();
    for (const { record } of fresh) {
      for (const { lessonId, version } of lessonIn(record)) if (!factsOf(lessonId, version)) doubtful.add(lessonId);
    }
    if (doubtful.size === 0) return doubtful;
    const there = await this.trx
      .selectFrom('lesson')
      .select('id')
      .where('township_id', '=', this.kiosk.townshipId)
      .where('id', 'in', [...doubtful])
      .execute();
    for (const { id } of there) doubtful.delete(id);
    return doubtful;
  }

  private judge(fresh: ReadRecord[], learners: Set<string>, factsOf: FactsOf, unknownLessons: Set<string>): NewRecord[] {
    // Sittings first: a batch may carry a sitting's records before its beginning.
    const begins = fresh.filter((read) => read.record.verb === 'began' && this.begin(read, learners));
    const others = fresh.filter((read) => read.record.verb !== 'began');
    const judging = { kioskId: this.kiosk.kioskId, skewMs: this.skewMs, now: this.now, factsOf, unknownLessons };
    const rows: NewRecord[] = [];
    const seats = new Set<string>();
    for (const read of [...begins, ...others]) {
      const row = judgeRecord(read, this.sittings.get(read.record.sitting), judging);
      if (typeof row === 'string') {
        this.reject(read, row);
        continue;
      }
      const seat = `${row.sittingId} ${row.seq}`;
      if (seats.has(seat)) this.reject(read, 'sequence-taken');
      else rows.push(row);
      seats.add(seat);
    }
    return rows;
  }

  private begin(read: ReadRecord, learners: Set<string>): boolean {
    const { record } = read;
    if (record.verb !== 'began') return false;
    if (this.sittings.has(record.sitting)) return this.reject(read, 'sequence-taken') !== null;
    const beginning = this.beginnings.get(record.sitting) ?? { kind: 'rejected', reason: 'no-such-learner' };
    if (beginning.kind === 'rejected') return this.reject(read, beginning.reason) !== null;
    const learnerId = beginning.kind === 'learner' ? beginning.learnerId : null;
    if (learnerId !== null && !learners.has(learnerId)) return this.reject(read, 'no-such-learner') !== null;
    if (beginning.kind === 'group') {
      // Whoever was erased since the seats were looked up keeps an empty seat.
      const seats = beginning.seats.map((seat) => (seat.learnerId && !learners.has(seat.learnerId) ? { ...seat, learnerId: null } : seat));
      this.classes.push({ sittingId: record.sitting, trainerId: beginning.trainerId, seats });
      this.attendees.set(
        record.sitting,
        seats.flatMap((seat) => seat.learnerId ?? []),
      );
    }
    const beganAt = whenItHappened(new Date(record.at), this.skewMs, this.now).occurredAt;
    const sitting = { id: record.sitting, kioskId: this.kiosk.kioskId, baseId: this.kiosk.baseId, learnerId };
    // Without a sequence of the kiosk's own, the moment orders sittings, so that resending in another order changes nothing.
    this.begun.set(record.sitting, { ...sitting, sequence: record.sequence ?? Date.parse(record.at), beganAt });
    this.sittings.set(record.sitting, sitting);
    if (record.sequence !== undefined) this.nextSequence = Math.max(this.nextSequence, record.sequence + 1);
    return true;
  }

  private async append(rows: NewRecord[], fresh: ReadRecord[]): Promise<NewRecord[]> {
    const ids = await insertRecords(this.trx, this.kiosk.townshipId, rows, { now: this.now, skewMs: this.skewMs });
    for (const row of rows) if (ids.has(row.id)) this.accepted.push(row.id);
    if (ids.size === rows.length) return rows;
    // Another batch with the same records committed meanwhile; look again at those that lost.
    const lost = await this.setAsideTaken(fresh.filter(({ record }) => rows.some((row) => row.id === record.id) && !ids.has(record.id)));
    for (const read of lost) this.reject(read, 'sequence-taken');
    return rows.filter((row) => ids.has(row.id));
  }
}

function lessonIn(record: KioskRecord): { lessonId: string; version: number }[] {
  return 'lesson' in record ? [{ lessonId: record.lesson, version: record.version }] : [];
}
