import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { importRoster } from '../../../src/domain/people/roster/import-roster.ts';
import { createGroup } from '../../../src/domain/people/townships/create-group.ts';
import { withDatabase } from '../../support/database.ts';
import { type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const SHEET = '序号,姓名,村,性别,出生年,主业,组\n1,乌兰,青山村,女,1968年,肉羊,养羊一组\n2,"王,强",Xinmin,男,1975,,\n';

describe('the roster import', () => {
  const db = withDatabase();

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with BOM', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
    ['tabs and CRLF', (text: string) => Buffer.from(text.replaceAll(',', '\t').replace('王\t强', '王,强').replaceAll('\n', '\r\n'))],
  ])('adds the farmers of a file in %s', async (_, encode) => {
    const township = await townshipWithGroup(db());
    const outcome = await run(township, encode(SHEET), false);
    expect(outcome).toMatchObject({ ok: true, isDryRun: false, rows: 2, ignoredColumns: ['序号'] });
    const learners = await db().selectFrom('learner').select(['name', 'sex', 'birth_year', 'trade']).orderBy('birth_year').execute();
    expect(learners).toEqual([
      { name: '乌兰', sex: 'female', birth_year: 1968, trade: '肉羊' },
      { name: '王,强', sex: 'male', birth_year: 1975, trade: null },
    ]);
    expect(await db().selectFrom('group_membership').select('learner_id').execute()).toHaveLength(1);
    expect(await db().selectFrom('residence').select('since').execute()).toEqual([{ since: '2026-03-01' }, { since: '2026-03-01' }]);
  });

  test('a dry run says the same and writes nothing', async () => {
    const township = await townshipWithGroup(db());
    expect(await run(township, SHEET)).toMatchObject({ ok: true, isDryRun: true, rows: 2, learners: [] });
    expect(await count(db())).toBe(0);
  });

  test('tells every problem with its line, and one bad row keeps all out', async () => {
    const township = await seedTownship(db());
    const sheet = 'name,village,sex,birth year,trade,group\n好人,青山村,女,1968,,\n,火星村,x,68,,没有组\n\n好人,青山,女,1968,,\n';
    const outcome = await run(township, sheet, false);
    expect(outcome).toEqual({
      ok: false,
      reason: 'rows-have-problems',
      rows: 3,
      good: 1,
      problems: [
        { line: 3, column: 'name', reason: 'name-missing', value: '' },
        { line: 3, column: 'village', reason: 'village-unknown', value: '火星村' },
        { line: 3, column: 'sex', reason: 'sex-not-known', value: 'x' },
        { line: 3, column: 'birthYear', reason: 'birth-year-not-possible', value: '68' },
        { line: 3, column: 'group', reason: 'group-unknown', value: '没有组' },
        { line: 5, column: 'name', reason: 'twice-in-file', value: '好人' },
      ],
    });
    expect(await count(db())).toBe(0);
  });

  test('the same file a second time adds nobody', async () => {
    const township = await townshipWithGroup(db());
    await run(township, SHEET, false);
    expect(await run(township, SHEET, false)).toMatchObject({
      reason: 'rows-have-problems',
      problems: [{ reason: 'already-on-roster' }, {}],
    });
    expect(await count(db())).toBe(2);
  });

  test('a village is known by an alias', async () => {
    const township = await seedTownship(db());
    const { townshipId, villageIds } = township;
    await db().insertInto('village_alias').values({ township_id: townshipId, village_id: villageIds[1], alias: '新民大队' }).execute();
    expect(await run(township, '姓名,村\n乌兰,新民大队\n', false)).toMatchObject({ ok: true });
    expect(await db().selectFrom('residence').select('village_id').execute()).toEqual([{ village_id: villageIds[1] }]);
  });

  test.each(['PIN', '密码', '身份证号', 'ID card', '银行卡号', '健康状况'])('a file with a column %s is refused whole', async (column) => {
    const township = await seedTownship(db());
    const outcome = await run(township, `姓名,村,${column}\n乌兰,青山村,2580\n`, false);
    expect(outcome).toEqual({ ok: false, reason: 'column-not-allowed', column });
    expect(await count(db())).toBe(0);
  });

  test.each([
    ['UTF-16', iconv.encode(SHEET, 'utf16', { addBOM: true }), 'file-is-utf16'],
    ['UTF-16 without BOM', iconv.encode(SHEET, 'utf16le'), 'file-is-utf16'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004 and so on'), 'file-is-spreadsheet'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 13]), 'file-is-binary'],
    ['noise', Buffer.from([0xff, 0xff, 0x80, 0x81, 0xff, 0x07]), 'file-is-binary'],
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['only a header', Buffer.from('姓名,村\n'), 'file-empty'],
    ['an open quote', Buffer.from('姓名,村\n"乌兰,青山村\n'), 'file-not-csv'],
    ['too many rows', Buffer.from(`姓名,村\n${'乌兰,青山村\n'.repeat(20_001)}`), 'too-many-rows'],
    ['no village column', Buffer.from('姓名,出生年\n乌兰,1968\n'), 'column-missing'],
    ['the name twice', Buffer.from('姓名,name,村\n乌兰,x,青山村\n'), 'column-twice'],
  ])('%s is refused with its reason', async (_, bytes, reason) => {
    const township = await seedTownship(db());
    expect(await run(township, bytes, false)).toMatchObject({ ok: false, reason });
    expect(await count(db())).toBe(0);
  });

  test('twenty thousand farmers go in within seconds, each with a number of their own', async () => {
    const township = await seedTownship(db());
    const rows = Array.from({ length: 20_000 }, (_, index) => `农民${index},${index % 2 ? '青山村' : '新民村'},女,1970`);
    const began = performance.now();
    const outcome = await run(township, `姓名,村,性别,出生年\n${rows.join('\n')}\n`, false);
    expect(outcome).toMatchObject({ ok: true, rows: 20_000 });
    expect(performance.now() - began).toBeLessThan(20_000);
    if (outcome.ok) expect(new Set(outcome.learners.map((learner) => learner.number)).size).toBe(20_000);
    expect(await count(db())).toBe(20_000);
  }, 60_000);

  test('a trainer may not import', async () => {
    const { trainer } = await seedTownship(db());
    await expect(importRoster(db(), trainer, { bytes: Buffer.from(SHEET) }, NOW)).rejects.toBeInstanceOf(PermissionDenied);
  });

  function run(township: SeededTownship, file: string | Uint8Array, dryRun?: boolean) {
    const bytes = typeof file === 'string' ? Buffer.from(file) : file;
    return importRoster(db(), township.administrator, { bytes, dryRun }, NOW);
  }
});

async function townshipWithGroup(db: Database): Promise<SeededTownship> {
  const township = await seedTownship(db);
  await createGroup(db, township.administrator, { nameZh: '养羊一组', nameEn: 'Sheep one' }, NOW);
  return township;
}

async function count(db: Database): Promise<number> {
  const row = await db
    .selectFrom('learner')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
