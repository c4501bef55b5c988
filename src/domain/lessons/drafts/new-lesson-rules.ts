import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';
import type { DraftFiles } from './draft.ts';

const QUESTIONS = [...COMPONENTS.values()].filter((component) => component.stands === 'question').map((component) => component.name);
const QUESTION_ID = new RegExp(`(<(?:${QUESTIONS.join('|')})\\b[^<>]*?\\sid=")([a-z][a-z0-9-]*)(")`, 'g');
const LONGEST_ID = 40;

/** A lesson's texts as those of another lesson: its title says so, and its questions have ids of their own, alike in both languages. */
export function asCopy(files: DraftFiles, original: string): DraftFiles {
  const mark = `-of-${original}`.slice(0, 20).replace(/-+$/, '');
  const renewed = (source: string) =>
    source.replace(QUESTION_ID, (_whole, before: string, id: string, after: string) => `${before}${renew(id, mark)}${after}`);
  const titled = (source: string, words: string) =>
    source.replace(/^(\uFEFF?\s*#[ \t]+)([^\r\n]+)/, (_whole, hash, title) => `${hash}${title}${words}`);
  return { metadata: files.metadata, zh: titled(renewed(files.zh), '（副本）'), en: titled(renewed(files.en), ' (copy)') };
}

function renew(id: string, mark: string): string {
  return `${id.slice(0, LONGEST_ID - mark.length).replace(/-+$/, '')}${mark}`;
}

/** A dropped MDX file as the text of its language, the rest still to be written. Chinese is told by its characters. */
export function fromMdx(source: string): DraftFiles {
  const han = source.match(/\p{Script=Han}/gu)?.length ?? 0;
  const isChinese = han * 4 > source.replace(/\s/g, '').length / 2;
  const objectives = [...new Set(Array.from(source.matchAll(/\sobjective="([a-z][a-z0-9-]*)"/g), ([, id = '']) => id))];
  const written = objectives.map((id) => `  - id: ${id}\n    zh: ""\n    en: ""\n`).join('');
  const metadata = `minutes: 8\ntopics: {}\nobjectives:${written === '' ? ' []\n' : `\n${written}`}sources: []\n`;
  return isChinese ? { metadata, zh: source, en: '' } : { metadata, zh: '', en: source };
}
