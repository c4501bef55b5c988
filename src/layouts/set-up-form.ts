import { type SetUpGap, type SetUpInput, setUpGaps } from '../domain/people/townships/set-up-rules.ts';
import { type OfficeWords, reasonWords } from '../i18n/office/words.ts';
import type { Language } from '../lesson-mdx/checked-lesson.ts';
import { field, fields } from './office-page.ts';

/** A field of the set-up form by its name, and what is to mend in it as a sentence. */
interface Mend {
  field: string;
  sentence: string;
}

const FIELD_OF: Record<SetUpGap['part'], string> = {
  code: 'code',
  username: 'username',
  displayName: 'displayName',
  password: 'password',
  township: 'townshipZh',
  villages: 'villages',
  bases: 'base',
  kioskName: 'kiosk',
  kioskBase: 'kioskBase',
};

/** What the set-up form says, and everything in it that has to be mended first. */
export function readSetUpForm(form: FormData, language: Language, words: OfficeWords['setUp']): { input: SetUpInput; mends: Mend[] } {
  const lines = villageLines(String(form.get('villages') ?? ''));
  const password = String(form.get('password') ?? '');
  const input: SetUpInput = {
    code: field(form, 'code'),
    administrator: { username: field(form, 'username'), displayName: field(form, 'displayName'), password },
    township: { nameZh: field(form, 'townshipZh'), nameEn: field(form, 'townshipEn') },
    villages: lines.map(({ names }) => ({ nameZh: names[0] ?? '', nameEn: names[1] ?? '' })),
    baseIds: fields(form, 'base'),
    firstKiosk: { name: field(form, 'kiosk'), baseId: field(form, 'kioskBase') },
  };
  const mends = setUpGaps(input).map(({ part, reason, at }): Mend => {
    const line = at === undefined ? undefined : lines[at]?.line;
    if (line === undefined) return { field: FIELD_OF[part], sentence: reasonWords(language, reason) };
    return { field: 'villages', sentence: reason === 'village-twice' ? words.villageLineTwice(line) : words.villageLine(line) };
  });
  for (const { line, names } of lines) {
    if (names.length > 2) mends.push({ field: 'villages', sentence: words.villageLine(line) });
  }
  if (password !== String(form.get('passwordAgain') ?? '')) mends.push({ field: 'passwordAgain', sentence: words.passwordsDiffer });
  const order = [...form.keys()];
  return { input, mends: mends.sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field)) };
}

/** The lines with something in them: 中文 | English, each with its number on the screen. Commas and tabs come with pasted lists. */
function villageLines(text: string): { line: number; names: string[] }[] {
  return text
    .replace(/^\r?\n/, '') // A browser drops it from what the field shows, and counts the lines without it.
    .split('\n')
    .map((line, index) => ({ line: index + 1, names: line.split(/[|｜,，\t]/).map((name) => name.trim()) }))
    .filter(({ names }) => names.some((name) => name !== ''));
}
