import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { connect, type Database } from '../db/connect.ts';
import { issueKioskCredential } from '../src/domain/people/kiosks/issue-kiosk-credential.ts';
import { makePass } from '../src/domain/people/passes.ts';
import type { CheckedLesson } from '../src/lesson-mdx/checked-lesson.ts';
import { loadSecrets } from '../src/server/secrets.ts';
import type { Figure } from './figures.ts';

const BATCH = 50;
const TOTAL = 15_000;
const SENDERS = 4;
const LESSON = 'drench-right';

/** Records through HTTP in batches of 50, durable, graded and folded, beside plain multi-row inserts of as many rows with pg. */
export async function recordFigures(address: string, databaseUrl: string, folder: string): Promise<Figure[]> {
  const db = connect(databaseUrl, 2);
  const secrets = loadSecrets(join(folder, 'data'));
  const now = new Date();
  const kiosk = await db
    .selectFrom('kiosk')
    .select(['id', 'township_id'])
    .where('base_id', '=', 'mutouyingzi')
    .where('is_demo', '=', false)
    .executeTakeFirstOrThrow();
  const credential = await issueKioskCredential(db, { kind: 'system', townshipId: kiosk.township_id }, kiosk.id, now);
  const learners = await db.selectFrom('learner').select('id').where('township_id', '=', kiosk.township_id).limit(1500).execute();
  const lesson = await publishedLesson(db, kiosk.township_id);
  const batches: string[] = [];
  for (let sent = 0; sent < TOTAL; sent += BATCH) {
    const records = [];
    while (records.length < BATCH) {
      const learner = learners[Math.floor((sent + records.length) / 10) % learners.length];
      const pass = makePass(secrets, { townshipId: kiosk.township_id, learnerId: learner?.id ?? '', kioskId: kiosk.id }, now);
      const sitting = randomUUID();
      const about = { lesson: LESSON, version: lesson.version };
      const say = (seq: number, verb: string, detail: object) => ({
        id: randomUUID(),
        sitting,
        seq,
        verb,
        at: now.toISOString(),
        ...detail,
      });
      records.push(say(0, 'began', { who: pass }), say(1, 'opened', about));
      for (let seq = 2; seq < 10; seq += 1) {
        const question = lesson.questions[seq % lesson.questions.length];
        const isAnswer = seq % 2 === 1 && question !== undefined;
        records.push(isAnswer ? say(seq, 'answered', { ...about, ...question }) : say(seq, 'stepped', { ...about, step: seq }));
      }
    }
    batches.push(JSON.stringify({ now: now.toISOString(), records }));
  }
  const ours = await timed(async () => {
    const queue = [...batches];
    await Promise.all(
      Array.from({ length: SENDERS }, async () => {
        for (let body = queue.pop(); body; body = queue.pop()) await send(address, credential, body);
      }),
    );
  });
  await db.destroy();
  const plain = await timed(() => plainInserts(databaseUrl));
  const rate = TOTAL / ours;
  return [
    {
      name: 'records-per-second',
      value: rate,
      unit: 'records/s',
      comparedTo: `plain inserts with pg, ${Math.round(TOTAL / plain)} rows/s`,
      ratio: rate / (TOTAL / plain),
    },
  ];
}

/** The published version, and a right answer to each of its questions. */
async function publishedLesson(db: Database, townshipId: string) {
  const { version, checked } = await db
    .selectFrom('lesson_version as v')
    .innerJoin('lesson_publication as p', (join) =>
      join.onRef('p.township_id', '=', 'v.township_id').onRef('p.lesson_id', '=', 'v.lesson_id').onRef('p.version', '=', 'v.version'),
    )
    .select(['v.version', 'v.checked'])
    .where('v.township_id', '=', townshipId)
    .where('v.lesson_id', '=', LESSON)
    .orderBy('p.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { questions } = checked as CheckedLesson;
  return { version, questions: questions.map(({ id, right }) => ({ question: id, response: right })) };
}

async function send(address: string, credential: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json', cookie: `furrow_kiosk=${credential}` };
  const answer = await fetch(`${address}/api/records`, { method: 'POST', headers, body });
  const verdict = (await answer.json()) as { accepted?: string[] };
  if (verdict.accepted?.length !== BATCH) throw new Error(`a batch was not accepted: ${JSON.stringify(verdict).slice(0, 300)}`);
}

async function plainInserts(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create table plain (like learning_record including defaults)');
  const columns = 9;
  for (let sent = 0; sent < TOTAL; sent += BATCH) {
    const values: unknown[] = [];
    const rows = Array.from({ length: BATCH }, (_, row) => {
      const now = new Date();
      values.push(randomUUID(), randomUUID(), randomUUID(), row, 'stepped', now, now, now, 'hash');
      return `(${Array.from({ length: columns }, (__, column) => `$${row * columns + column + 1}`).join(',')})`;
    });
    await client.query(
      `insert into plain (township_id, id, sitting_id, seq, verb, occurred_at, kiosk_time, received_at, bytes_hash) values ${rows.join(',')}`,
      values,
    );
  }
  await client.query('drop table plain');
  await client.end();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
