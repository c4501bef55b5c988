import { describe, expect, it } from 'vitest';
import { openSealed, outboxPublicKey } from '../../../src/domain/learning/open-sealed.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { seal } from '../../../src/kiosk/outbox/seal.ts';
import { makeSecrets } from '../../../src/server/secrets.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf } from '../../support/learning.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T03:00:00Z');

describe('records sealed on a kiosk', () => {
  const database = withDatabase();

  it('open with the key of this server and with no other', async () => {
    const secrets = makeSecrets();
    const { keyId, publicKey } = outboxPublicKey(secrets);
    const record = { id: 'a', verb: 'ended', name: '赵' };
    const sealed = await seal({ keyId, publicKey }, record);
    expect(sealed).not.toContain('赵');
    expect(openSealed(secrets, [{ id: 'a', keyId, sealed }])).toEqual([{ id: 'a', record }]);
    expect(openSealed(makeSecrets(), [{ id: 'a', keyId, sealed }])).toEqual([{ id: 'a', record: null }]);
  });

  it('do not open when torn, changed, or passed off under another id', async () => {
    const secrets = makeSecrets();
    const { keyId, publicKey } = outboxPublicKey(secrets);
    const sealed = await seal({ keyId, publicKey }, { id: 'a' });
    const changed = (sealed.at(-10) === 'A' ? 'B' : 'A') + sealed.slice(-9);
    for (const [id, text] of [
      ['b', sealed],
      ['a', sealed.slice(0, -5)],
      ['a', sealed.slice(0, -10) + changed],
      ['a', ''],
      ['a', 'nonsense'],
    ] as const)
      expect(openSealed(secrets, [{ id, keyId, sealed: text }])).toEqual([{ id, record: null }]);
  });

  it('are judged like any others: counted once, the unreadable told apart', async () => {
    const db = database();
    const township = await seedTownship(db);
    await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 1 } }] });
    const { learnerId } = await addFarmer(db, township);
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench');
    const key = outboxPublicKey(township.secrets);
    const sealed = await Promise.all(records.map(async (record) => ({ id: record.id, keyId: key.keyId, sealed: await seal(key, record) })));
    const alien = { id: crypto.randomUUID(), keyId: 'other', sealed: 'AAAA' };
    const send = () => receiveRecords(db, township.kiosk, { now: NOW.toISOString(), sealed: [...sealed, alien] }, NOW, township.secrets);
    expect(await send()).toMatchObject({
      accepted: records.map(({ id }) => id),
      rejected: [{ id: alien.id, reason: 'cannot-open' }],
    });
    expect(await send()).toMatchObject({ accepted: [], duplicate: records.map(({ id }) => id) });
  });
});
