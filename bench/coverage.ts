import { connect } from '../db/connect.ts';
import { coverageReport } from '../src/domain/coverage/coverage-report.ts';
import { startSession } from '../src/domain/people/sessions/start-session.ts';
import { createAccount } from '../src/domain/people/townships/create-account.ts';
import { type Figure, medianMs } from './figures.ts';
import { fillRecords, fillTownship } from './large-township.ts';

/** Fills a township of 10,000 farmers and signs its administrator in: the cookie with which the farmers' CSV is asked for. */
export async function prepareCsv(databaseUrl: string): Promise<string> {
  const db = connect(databaseUrl, 4);
  const { townshipId } = await fillTownship(db, 10_000);
  const account = {
    username: 'bench',
    displayName: 'Bench',
    password: 'a-long-password-for-the-bench',
    roles: [{ role: 'administrator' as const }],
  };
  const now = new Date();
  const made = await createAccount(db, { kind: 'system', townshipId }, account, now);
  if (!made.ok) throw new Error(made.reason);
  const { sessionId } = await startSession(db, made.accountId, now);
  await db.destroy();
  return `furrow_session=${sessionId}`;
}

/** The CSV of 10,000 farmers through HTTP, to its last byte. */
export async function csvFigure(address: string, cookie: string): Promise<Figure> {
  const value = await medianMs(9, async () => {
    const answer = await fetch(`${address}/township/farmers.csv`, { headers: { cookie }, redirect: 'manual' });
    const lines = (await answer.text()).split('\r\n').length;
    if (answer.status !== 200 || lines < 9_000) throw new Error(`the CSV was not given: ${answer.status}, ${lines} lines`);
  });
  return { name: 'coverage-csv-ms', value, unit: 'ms', comparedTo: 'limit 300 ms', ratio: value / 300 };
}

/** The coverage report of 35,000 farmers, beside 100,000 and beside 1,000,000 learning records. */
export async function coverageFigures(databaseUrl: string): Promise<Figure[]> {
  const db = connect(databaseUrl, 4);
  const { townshipId } = await fillTownship(db, 35_000);
  const system = { kind: 'system', townshipId } as const;
  const now = new Date('2026-11-24T08:00:00Z');
  const report = () => coverageReport(db, system, { rung: 'completed', asOf: '2026-11-24' }, now);
  await fillRecords(db, townshipId, 100_000);
  const few = await medianMs(9, report);
  await fillRecords(db, townshipId, 1_000_000);
  const many = await medianMs(9, report);
  await db.destroy();
  return [
    { name: 'coverage-ms', value: many, unit: 'ms', comparedTo: 'limit 60 ms', ratio: many / 60 },
    { name: 'coverage-growth', value: many / few, unit: '×', comparedTo: `100,000 records, ${few.toFixed(1)} ms`, ratio: many / few },
  ];
}
