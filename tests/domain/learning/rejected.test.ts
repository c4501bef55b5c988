import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listRejected } from '../../../src/domain/learning/list-rejected.ts';
import { putAwayRejected } from '../../../src/domain/learning/put-away-rejected.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { withDatabase } from '../../support/database.ts';
import { checkedLesson, publishVersion, seedCourse, sittingOf } from '../../support/learning.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');

describe('records the server does not take', () => {
  const database = withDatabase();

  async function prepare() {
    const db = database();
    const township = await seedTownship(db);
    await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 1 } }] });
    const { learnerId, number } = await addFarmer(db, township);
    const send = (records: unknown[]) => receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
    return { db, township, learnerId, number, send };
  }

  it('are kept with the reason and whose they were, once however often they come', async () => {
    const { db, township, learnerId, number, send } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench').answer('drench', 'q9', 'a');
    await send(records);
    await send(records);
    const { rows, count } = await listRejected(db, township.trainer);
    expect(count).toBe(1);
    expect(rows[0]).toMatchObject({ id: records[2]?.id, reason: 'unknown-question', times: 2, learnerNumber: number });
    expect(rows[0]?.body).toMatchObject({ verb: 'answered', lesson: 'drench', question: 'q9', response: 'a' });
  });

  it('keep no pass, no PIN, no card and no name', async () => {
    const { db, send } = await prepare();
    const secret = { claim: { number: '000000', pin: '9174' }, card: { token: 'secret-9174' }, newHere: { name: '赵秀英' }, pin: '9174' };
    const began = { id: randomUUID(), sitting: randomUUID(), seq: 0, verb: 'began', at: NOW.toISOString(), who: 'forged-9174', ...secret };
    expect(await send([began, { ...began, id: 'not a uuid' }, { pin: '9174' }, 'nonsense 9174', null])).toMatchObject({ accepted: [] });
    const rows = await db.selectFrom('rejected_record').selectAll().execute();
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/9174|赵秀英/);
  });

  it('leave the list when they come again and are taken', async () => {
    const { db, township, learnerId, send } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench', 2);
    await send(records);
    expect((await listRejected(db, township.trainer)).count).toBe(1);
    await publishVersion(db, township, 'drench', 2, checkedLesson({ science: 1 }), NOW);
    expect(await send(records)).toMatchObject({ accepted: [records[1]?.id] });
    expect((await listRejected(db, township.trainer)).count).toBe(0);
  });

  it('show a record that came with other contents under the same id', async () => {
    const { db, township, learnerId, send } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench').answer('drench', 'q1', 'a');
    await send(records);
    await send([{ ...records[2], response: 'b' }]);
    // The first one was taken and stays; only the later one waits to be looked at.
    expect((await listRejected(db, township.administrator)).rows).toMatchObject([{ reason: 'conflict', body: { response: 'b' } }]);
  });

  it('survive ids and contents that the database cannot hold', async () => {
    const { db, township, send } = await prepare();
    const outcome = await send([
      { id: 'a\u0000b', verb: 'x' },
      { id: 'torn', verb: '\ud800' },
      { id: 'long', lesson: 'x'.repeat(100_000) },
    ]);
    expect(outcome).toMatchObject({ ok: true });
    expect((await listRejected(db, township.administrator)).rows.map(({ id, body }) => [id, body]).sort()).toEqual([
      ['', { verb: 'x' }],
      ['long', {}],
      ['torn', {}],
    ]);
  });

  it('can be put away by a trainer of that base, which is written down', async () => {
    const { db, township, send } = await prepare();
    await send([{ id: 'x' }]);
    const one = { kioskId: township.kiosk.kioskId, id: 'x' };
    expect(await putAwayRejected(db, township.trainer, one, NOW)).toEqual({ ok: true });
    expect((await listRejected(db, township.trainer)).count).toBe(0);
    expect(await putAwayRejected(db, township.trainer, one, NOW)).toEqual({ ok: false, reason: 'no-such-record' });
    expect(await db.selectFrom('audit').select(['deed', 'account_id']).execute()).toEqual([
      { deed: 'rejected-put-away', account_id: township.trainer.accountId },
    ]);
  });

  it('are neither seen nor put away from another base', async () => {
    const { db, township, send } = await prepare();
    await send([{ id: 'x' }]);
    const stranger = { ...township.trainer, trainerOf: ['qingshan'] };
    expect((await listRejected(db, stranger)).count).toBe(0);
    await expect(putAwayRejected(db, stranger, { kioskId: township.kiosk.kioskId, id: 'x' }, NOW)).rejects.toThrow(PermissionDenied);
  });
});
