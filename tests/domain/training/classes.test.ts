import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { learnerProgress } from '../../../src/domain/learning/learner-progress.ts';
import { rebuild } from '../../../src/domain/learning/rebuild.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import type { AccountActor } from '../../../src/domain/people/actor.ts';
import { issueCards } from '../../../src/domain/people/cards/issue-cards.ts';
import { issueClassCode } from '../../../src/domain/people/class-code.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { isLearnerNumber } from '../../../src/domain/people/roster/learner-number.ts';
import { changeSeat } from '../../../src/domain/training/change-seat.ts';
import { confirmClass } from '../../../src/domain/training/confirm-class.ts';
import { discardClass } from '../../../src/domain/training/discard-class.ts';
import { givenName } from '../../../src/domain/training/given-name-rule.ts';
import { listClasses } from '../../../src/domain/training/list-classes.ts';
import { nameForTurn } from '../../../src/domain/training/name-for-turn.ts';
import { readClass } from '../../../src/domain/training/read-class.ts';
import { setClassHour } from '../../../src/domain/training/set-class-hour.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, type TestRecord } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T10:00:00Z');
const BEGAN = Date.parse('2026-06-01T01:00:00Z');
const DAYS = { from: '2026-06-01', until: '2026-06-01' };
type Seats = { seat: number; number?: string; card?: string }[];

describe('a class', () => {
  const database = withDatabase();

  async function prepare() {
    const db = database();
    const township = await seedTownship(db);
    await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 0.8 } }] });
    const people = [await addFarmer(db, township, { name: '甲' }), await addFarmer(db, township, { name: '乙' })] as const;
    const { code } = await issueClassCode(db, township.trainer, NOW, township.secrets);
    const seats: Seats = people.map(({ number }, index) => ({ seat: index + 1, number }));
    return { db, township, people, code, seats };
  }
  function lessonTogether(group: { code?: string; seats: Seats }) {
    const sitting = randomUUID();
    const at = (minutes: number) => new Date(BEGAN + minutes * 60_000).toISOString();
    const record = (seq: number, minutes: number, verb: string, more = {}): TestRecord => ({
      id: randomUUID(),
      sitting,
      seq,
      verb,
      at: at(minutes),
      ...more,
    });
    const about = { lesson: 'drench', version: 1 };
    const answers = ['q1', 'q2', 'q3', 'q4'].map((question, i) => record(2 + i, 10 + i, 'answered', { ...about, question, response: 'a' }));
    const records = [record(0, 0, 'began', { group }), record(1, 2, 'opened', about), ...answers];
    return { sitting, records: [...records, record(6, 60, 'finished', about), record(7, 90, 'ended')] };
  }
  async function send(db: Database, township: SeededTownship, records: TestRecord[]) {
    return receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
  }
  const standings = (db: Database) =>
    db.selectFrom('learner_standing').select(['learner_id', 'topic', 'reached_on', 'completed_on']).where('base_id', '=', '').execute();

  it('reaches everybody who sat there, by number or by card, and is nobody’s evidence', async () => {
    const { db, township, people, code } = await prepare();
    const [card] = await issueCards(db, township.administrator, [people[1].learnerId], NOW);
    const { sitting, records } = lessonTogether({
      code,
      seats: [
        { seat: 1, number: people[0].number },
        { seat: 2, card: card?.token ?? '' },
      ],
    });
    expect(await send(db, township, records)).toMatchObject({ ok: true, rejected: [], conflict: [] });
    const reached = { topic: 'science', reached_on: '2026-06-01', completed_on: null };
    const rows = await standings(db);
    expect(rows).toHaveLength(2);
    for (const { learnerId } of people) expect(rows).toContainEqual({ learner_id: learnerId, ...reached });
    expect(await db.selectFrom('lesson_state').selectAll().execute()).toEqual([]);
    const progress = await learnerProgress(db, township.townshipId, people[0].learnerId, '2026-06-01');
    expect(progress).toMatchObject({ place: null, lessons: {}, enrolled: [] });
    await rebuild(db, township.townshipId);
    expect(await standings(db)).toEqual(rows);
    expect(await readClass(db, township.trainer, sitting)).toMatchObject({
      minutes: 90,
      hours: 2,
      trainer: '李老师',
      answers: { answered: 4, right: 4 },
      lessons: [{ lessonId: 'drench', zh: '一课' }],
      attendance: [
        { seat: 1, name: '甲', villageZh: '青山村' },
        { seat: 2, name: '乙' },
      ],
    });
  });

  it('comes in pieces, twice and backwards to the same end', async () => {
    const { db, township, code, seats } = await prepare();
    const { records } = lessonTogether({ code, seats });
    await send(db, township, records.slice(0, 1));
    for (const record of records.slice(1).reverse()) await send(db, township, [record]);
    expect(await send(db, township, records)).toMatchObject({ accepted: [], duplicate: expect.arrayContaining([records[0]?.id]) });
    expect(await standings(db)).toHaveLength(2);
    expect(await listClasses(db, township.trainer, DAYS)).toMatchObject({ held: 1, attendances: 2, minutes: 90, hours: 2 });
  });

  it('counts for nobody while its code is nobody’s, until a trainer of the base confirms it', async () => {
    const { db, township, seats } = await prepare();
    const { sitting, records } = lessonTogether({ code: '00000000', seats });
    expect(await send(db, township, records)).toMatchObject({ rejected: [] });
    expect(await standings(db)).toEqual([]);
    expect(await listClasses(db, township.trainer, DAYS)).toMatchObject({ held: 0, attendances: 0, classes: [{ trainerId: null }] });
    const stranger: AccountActor = { ...township.trainer, trainerOf: ['qingshan'] };
    await expect(confirmClass(db, stranger, sitting, NOW)).rejects.toThrow(PermissionDenied);
    expect(await readClass(db, stranger, sitting)).toBeNull();
    expect(await confirmClass(db, township.trainer, sitting, NOW)).toEqual({ ok: true });
    expect(await standings(db)).toHaveLength(2);
    expect(await confirmClass(db, township.trainer, sitting, NOW)).toEqual({ ok: false, reason: 'already-confirmed' });
  });

  it('takes back what it reached when it is discarded, and gives it again', async () => {
    const { db, township, code, seats } = await prepare();
    const { sitting, records } = lessonTogether({ code, seats });
    await send(db, township, records);
    expect(await discardClass(db, township.trainer, sitting, NOW)).toEqual({ ok: true });
    expect(await standings(db)).toEqual([]);
    expect(await confirmClass(db, township.trainer, sitting, NOW)).toEqual({ ok: true });
    expect(await standings(db)).toHaveLength(2);
    expect(await discardClass(db, township.trainer, randomUUID(), NOW)).toEqual({ ok: false, reason: 'no-such-class' });
  });

  it('keeps a seat for a number nobody has, which the trainer puts right', async () => {
    const { db, township, people, code } = await prepare();
    const seats = [
      { seat: 1, number: people[0].number },
      { seat: 2, number: '999999' },
      { seat: 3, number: people[0].number },
    ];
    const { sitting, records } = lessonTogether({ code, seats });
    await send(db, township, records);
    const change = (seat: number | null, number: string | null) => changeSeat(db, township.trainer, sitting, { seat, number }, NOW);
    expect((await readClass(db, township.trainer, sitting))?.attendance).toMatchObject([
      { seat: 1, name: '甲' },
      { seat: 2, learnerId: null, numberGiven: '999999' },
    ]);
    expect(await change(2, '888888')).toEqual({ ok: false, reason: 'no-such-learner' });
    expect(await change(2, people[0].number)).toEqual({ ok: false, reason: 'already-seated' });
    expect(await change(7, people[1].number)).toEqual({ ok: false, reason: 'no-such-seat' });
    expect(await change(2, people[1].number)).toEqual({ ok: true });
    expect(await standings(db)).toHaveLength(2);
    expect(await change(1, null)).toEqual({ ok: true });
    expect((await standings(db)).map((row) => row.learner_id)).toEqual([people[1].learnerId]);
    const late = await addFarmer(db, township);
    expect(await change(null, late.number)).toEqual({ ok: true });
    expect(await standings(db)).toHaveLength(2);
  });

  it('is no class with one person, or with a seat that is neither number nor card', async () => {
    const { db, township, code, people } = await prepare();
    const refused = async (seats: Seats) => {
      const { records } = lessonTogether({ code, seats });
      const outcome = await send(db, township, records.slice(0, 1));
      return outcome.ok ? outcome.rejected.map(({ reason }) => reason) : outcome.reason;
    };
    expect(await refused([{ seat: 1, number: people[0].number }])).toEqual(['not-a-record']);
    expect(await refused([{ seat: 1 }, { seat: 2, number: people[0].number }])).toEqual(['not-a-record']);
    expect(await refused(Array.from({ length: 61 }, (_, i) => ({ seat: i + 1, number: '1' })))).toEqual(['not-a-record']);
  });

  it('calls who agreed by the given name, with the trainer’s code, by number or card', async () => {
    const { db, township, code } = await prepare();
    const farmer = await addFarmer(db, township, { name: '王秀兰' });
    const [card] = await issueCards(db, township.administrator, [farmer.learnerId], NOW);
    const ask = (who: { number: string } | { card: string }) => nameForTurn(db, township.kiosk, { code, ...who }, NOW, township.secrets);
    expect(await ask({ number: farmer.number })).toEqual({ ok: true, name: '秀兰' });
    expect(await ask({ card: card?.token ?? '' })).toEqual({ ok: true, name: '秀兰' });
    expect(await db.selectFrom('sign_in_counter').selectAll().execute()).toEqual([]);
    expect(['欧阳春梅', '王芳', '乌云其木格', 'Batu'].map(givenName)).toEqual(['春梅', '王芳', '乌云其木格', 'Batu']);
  });

  it('tells no name without the code, of nobody, and not to whoever tries numbers through', async () => {
    const { db, township, code, people } = await prepare();
    const ask = (given: { code: string; number: string }) => nameForTurn(db, township.kiosk, given, NOW, township.secrets);
    expect(await ask({ code: '00000000', number: people[0].number })).toEqual({ ok: false, reason: 'wrong-code' });
    expect(await ask({ code, number: '999999' })).toEqual({ ok: false, reason: 'no-such-learner' });
    for (let tries = 2; tries < 20; tries += 1) await ask({ code, number: '999999' });
    expect(await ask({ code, number: people[0].number })).toMatchObject({ ok: false, reason: 'wait' });
  });

  it('leaves neither code nor card where a conflict is kept', async () => {
    const { db, township, code, seats } = await prepare();
    const { records } = lessonTogether({ code, seats });
    await send(db, township, records);
    const [began] = records;
    if (began) await send(db, township, [{ ...began, at: new Date(BEGAN + 5).toISOString() }]);
    const kept = await db.selectFrom('record_conflict').select('body').execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  it('has hours of the township’s length, and a code with a check digit that voids the one before', async () => {
    const { db, township, code, seats } = await prepare();
    const again = await issueClassCode(db, township.trainer, NOW, township.secrets);
    expect(again.code).toMatch(/^\d{8}$/);
    expect(isLearnerNumber('000000')).toBe(true);
    await send(db, township, lessonTogether({ code, seats }).records);
    expect(await listClasses(db, township.trainer, DAYS)).toMatchObject({ held: 0 });
    await expect(setClassHour(db, township.trainer, 40, NOW)).rejects.toThrow(PermissionDenied);
    expect(await setClassHour(db, township.administrator, 0, NOW)).toEqual({ ok: false, reason: 'not-a-class-hour' });
    expect(await setClassHour(db, township.administrator, 60, NOW)).toEqual({ ok: true });
    expect((await listClasses(db, township.trainer, DAYS)).classes[0]).toMatchObject({ minutes: 90, hours: 1.5 });
  });
});
