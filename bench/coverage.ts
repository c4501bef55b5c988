import { connect } from '../db/connect.ts';
import { coverageReport } from '../src/domain/coverage/coverage-report.ts';
import { type Figure, medianMs } from './figures.ts';
import { fillRecords, fillTownship } from './large-township.ts';

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
