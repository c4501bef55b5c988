import type { Topic } from '../../../db/schema.ts';
import { type Language, TOPICS } from '../../lesson-mdx/checked-lesson.ts';
import type { Level } from '../learning/awareness-rules.ts';
import { RUNGS, type Rung } from '../learning/rungs.ts';
import type { CoverageReport } from './coverage-report.ts';
import type { FarmerRow } from './farmer-rows.ts';

// Excel on a Chinese Windows reads UTF-8 only when the file begins with this mark.
const BYTE_ORDER_MARK = '\uFEFF';

/** The coverage report as CSV: one line per village, topic and rung, with numerator and denominator. */
export function coverageCsv(report: CoverageReport, language: Language = 'zh'): string {
  const words = WORDS[language];
  const lines = [
    [words.asOf, report.asOf],
    [words.from, report.from ?? ''],
    [words.eligibleAge, report.eligibleAge],
    [words.base, report.base?.[language] ?? words.all],
    [words.group, report.group?.[language] ?? words.all],
    [words.village, words.topic, words.rung, words.count, words.eligible, words.percent, words.away],
  ];
  const total = { ...report.totals, nameZh: words.total, nameEn: words.total };
  for (const village of [...report.villages, total]) {
    for (const topic of TOPICS) {
      for (const rung of RUNGS) {
        const count = village.cells[topic][rung];
        const percent = count === null || village.eligible === 0 ? '' : ((count / village.eligible) * 100).toFixed(1);
        const name = language === 'zh' ? village.nameZh : village.nameEn;
        lines.push([name, words.topics[topic], words.rungs[rung], count ?? words.none, village.eligible, percent, village.away]);
      }
    }
  }
  return BYTE_ORDER_MARK + lines.map(line).join('');
}

/** Farmers and their levels as CSV, one line each. */
export function farmersCsv(rows: readonly FarmerRow[], language: Language = 'zh'): string {
  const words = WORDS[language];
  const topics = TOPICS.map((topic) => words.topics[topic]);
  let text =
    BYTE_ORDER_MARK + line([words.village, words.number, words.name, words.sex, words.birthYear, words.trade, words.isAway, ...topics]);
  for (const row of rows) {
    const village = language === 'zh' ? row.villageZh : row.villageEn;
    const sex = row.sex === null ? '' : words.sexes[row.sex];
    const levels = TOPICS.map((topic) => words.levels[row.levels[topic]]);
    text += line([village, row.number, row.name, sex, row.birthYear ?? '', row.trade ?? '', row.isAway ? words.yes : '', ...levels]);
  }
  return text;
}

function line(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A cell a spreadsheet will not run: a text that begins like a formula gets an apostrophe first (OWASP, CSV injection). */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

interface CsvWords {
  asOf: string;
  from: string;
  eligibleAge: string;
  base: string;
  group: string;
  all: string;
  village: string;
  topic: string;
  rung: string;
  count: string;
  eligible: string;
  percent: string;
  away: string;
  total: string;
  none: string;
  number: string;
  name: string;
  sex: string;
  birthYear: string;
  trade: string;
  isAway: string;
  yes: string;
  sexes: Record<'female' | 'male', string>;
  topics: Record<Topic, string>;
  rungs: Record<Rung, string>;
  levels: Record<Level, string>;
}

// A file outlives the screen it came from, so its words travel with its shape.
const WORDS: Record<Language, CsvWords> = {
  zh: {
    asOf: '截止日期',
    from: '起始日期',
    eligibleAge: '应培年龄',
    base: '基地',
    group: '小组',
    all: '全部',
    village: '村',
    topic: '意识',
    rung: '级',
    count: '人数',
    eligible: '应培人数',
    percent: '百分比',
    away: '长期在外人数',
    total: '合计',
    none: '还没有记录',
    number: '编号',
    name: '姓名',
    sex: '性别',
    birthYear: '出生年',
    trade: '主业',
    isAway: '长期在外',
    yes: '是',
    sexes: { female: '女', male: '男' },
    topics: { development: '发展', innovation: '创新', science: '科技', ecology: '生态', law: '法律', morality: '道德' },
    rungs: { reached: '接触到', completed: '已学', mastered: '已懂', retained: '记得住', adopted: '用上了' },
    levels: { 'not-started': '未开始', studied: '已学', understood: '已懂', remembered: '记得住', 'in-use': '用上了' },
  },
  en: {
    asOf: 'As of',
    from: 'From',
    eligibleAge: 'Eligible age',
    base: 'Base',
    group: 'Group',
    all: 'All',
    village: 'Village',
    topic: 'Awareness',
    rung: 'Rung',
    count: 'People',
    eligible: 'Eligible',
    percent: 'Percent',
    away: 'Away',
    total: 'Total',
    none: 'not recorded yet',
    number: 'Number',
    name: 'Name',
    sex: 'Sex',
    birthYear: 'Birth year',
    trade: 'Main trade',
    isAway: 'Away',
    yes: 'yes',
    sexes: { female: 'female', male: 'male' },
    topics: {
      development: 'Development',
      innovation: 'Innovation',
      science: 'Science',
      ecology: 'Ecology',
      law: 'Law',
      morality: 'Morality',
    },
    rungs: { reached: 'Reached', completed: 'Completed', mastered: 'Mastered', retained: 'Retained', adopted: 'Adopted' },
    levels: { 'not-started': 'Not started', studied: 'Studied', understood: 'Understood', remembered: 'Remembered', 'in-use': 'In use' },
  },
};
