export type RosterColumn = 'name' | 'village' | 'sex' | 'birthYear' | 'trade' | 'group';

const KNOWN: Record<string, RosterColumn> = {
  姓名: 'name',
  名字: 'name',
  name: 'name',
  村: 'village',
  村名: 'village',
  村庄: 'village',
  所在村: 'village',
  village: 'village',
  性别: 'sex',
  sex: 'sex',
  gender: 'sex',
  出生年: 'birthYear',
  出生年份: 'birthYear',
  birthyear: 'birthYear',
  yearofbirth: 'birthYear',
  主业: 'trade',
  trade: 'trade',
  maintrade: 'trade',
  组: 'group',
  小组: 'group',
  组别: 'group',
  group: 'group',
  groups: 'group',
};

// A PIN is chosen by the farmer alone; the rest the roster must not hold at all. Such a file is refused whole: it should not be lying about.
const FORBIDDEN =
  /pin$|^pin|密码|口令|passw|passcode|身份证|证件|idcard|idnumber|identity|银行|账号|卡号|bank|健康|病|health|disease|收入|income|党员|政治面貌|party|人脸|照片|face|民族|ethnic|宗教|religion/;

type ColumnsRead =
  | { ok: true; at: Partial<Record<RosterColumn, number>>; ignored: string[] }
  | { ok: false; reason: 'column-not-allowed' | 'column-missing' | 'column-twice'; column: string };

/** Which column of the file holds what. Columns we do not know (a running number, a remark) are ignored and named. */
export function readColumns(header: string[]): ColumnsRead {
  const at: Partial<Record<RosterColumn, number>> = {};
  const ignored: string[] = [];
  for (const [index, title] of header.entries()) {
    const plain = title.toLowerCase().replace(/[\s_\-*:：()（）]/g, '');
    if (FORBIDDEN.test(plain)) return { ok: false, reason: 'column-not-allowed', column: title };
    const column = KNOWN[plain];
    if (column === undefined) {
      if (plain !== '') ignored.push(title);
    } else if (at[column] !== undefined) return { ok: false, reason: 'column-twice', column: title };
    else at[column] = index;
  }
  if (at.name === undefined) return { ok: false, reason: 'column-missing', column: '姓名 / name' };
  if (at.village === undefined) return { ok: false, reason: 'column-missing', column: '村 / village' };
  return { ok: true, at, ignored };
}
