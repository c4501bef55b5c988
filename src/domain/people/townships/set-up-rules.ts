import { type AccountProblem, accountProblem } from './account-rules.ts';

export interface SetUpInput {
  code: string;
  administrator: { username: string; displayName: string; password: string };
  /** A name in English that is left empty is the Chinese one; the same for villages. */
  township: { nameZh: string; nameEn: string };
  villages: { nameZh: string; nameEn: string }[];
  baseIds: string[];
  /** Names for the bases; one that is left out is called by its id until courses are imported. */
  bases?: { id: string; nameZh: string; nameEn: string }[];
  firstKiosk: { name: string; baseId: string };
}

export type SetUpProblem =
  | 'code-missing'
  | 'township-name-missing'
  | 'village-missing'
  | 'village-twice'
  | 'base-missing'
  | 'base-unknown'
  | 'kiosk-name-missing'
  | 'kiosk-base-not-open';

/** One thing to mend, and where: a part of the input, and for villages which of them, from 0. */
export interface SetUpGap {
  part: 'code' | 'username' | 'displayName' | 'password' | 'township' | 'villages' | 'bases' | 'kioskName' | 'kioskBase';
  reason: SetUpProblem | AccountProblem;
  at?: number;
}

/** Everything that keeps an input from becoming a township, in the order of the form; whether the code is the right one is not known here. */
export function setUpGaps(input: SetUpInput): SetUpGap[] {
  return [...codeGaps(input), ...administratorGaps(input), ...villageGaps(input), ...baseGaps(input), ...kioskGaps(input)];
}

function codeGaps({ code }: SetUpInput): SetUpGap[] {
  return code.trim() === '' ? [{ part: 'code', reason: 'code-missing' }] : [];
}

function administratorGaps({ administrator }: SetUpInput): SetUpGap[] {
  const good = {
    username: 'somebody',
    displayName: 'somebody',
    password: 'a password that is long',
    roles: [{ role: 'administrator' as const }],
  };
  return (['username', 'displayName', 'password'] as const).flatMap((part) => {
    const reason = accountProblem({ ...good, [part]: administrator[part] });
    return reason === null ? [] : [{ part, reason }];
  });
}

function villageGaps({ township, villages }: SetUpInput): SetUpGap[] {
  const gaps: SetUpGap[] = township.nameZh.trim() === '' ? [{ part: 'township', reason: 'township-name-missing' }] : [];
  if (villages.length === 0) gaps.push({ part: 'villages', reason: 'village-missing' });
  const names = villages.map(({ nameZh }) => nameZh.trim());
  for (const [at, name] of names.entries()) {
    if (name === '') gaps.push({ part: 'villages', reason: 'village-missing', at });
    else if (names.indexOf(name) < at) gaps.push({ part: 'villages', reason: 'village-twice', at });
  }
  return gaps;
}

function baseGaps({ baseIds }: SetUpInput): SetUpGap[] {
  if (baseIds.length === 0) return [{ part: 'bases', reason: 'base-missing' }];
  return baseIds.every((id) => /^[a-z][a-z0-9-]{0,39}$/.test(id)) ? [] : [{ part: 'bases', reason: 'base-unknown' }];
}

function kioskGaps({ firstKiosk, baseIds }: SetUpInput): SetUpGap[] {
  const gaps: SetUpGap[] = firstKiosk.name.trim() === '' ? [{ part: 'kioskName', reason: 'kiosk-name-missing' }] : [];
  if (!baseIds.includes(firstKiosk.baseId)) gaps.push({ part: 'kioskBase', reason: 'kiosk-base-not-open' });
  return gaps;
}
