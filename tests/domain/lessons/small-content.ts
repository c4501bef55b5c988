import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const METADATA = `# 喂羊
minutes: 5
cover: cover.svg
topics: {science: 0.6, ecology: 0.4}
objectives:
  - id: feed-enough
    zh: 会算一天喂多少
    en: Can work out a day's feed
sources: ["[31] example.org 210"]
`;

/** One fact with its source, one given as advice. */
export const FACTS = '- fact: A sheep eats by its weight\n  source: "[31]"\n- fact: Look at the trough in the morning\n  source: advice\n';

export const ZH = `# 喂多少

一只羊一天吃多少，按体重算。

## 先称体重

称一称，再算料。

<SingleChoice id="q1" objective="feed-enough" prompt="先做什么？">
  <Choice id="a" right feedback="对，先称。">称体重</Choice>
  <Choice id="b" feedback="不能估。">看着喂</Choice>
</SingleChoice>
`;

export const EN = `# How much to feed

A sheep eats by its weight.

## Weigh first

Weigh, then work it out.

<SingleChoice id="q1" objective="feed-enough" prompt="What comes first?">
  <Choice id="a" right feedback="Right, weigh first.">Weigh</Choice>
  <Choice id="b" feedback="Do not guess.">Guess</Choice>
</SingleChoice>
`;

const COVER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>\n';

const base = (id: string, position: number) =>
  `id: ${id}\nposition: ${position}\nlanguage: zh\nvillage: 新民村\nname: {zh: ${id}基地, en: ${id} base}\nsummary: {zh: 简介, en: About}\n`;

const course = (baseId: string, lessons: string) =>
  `# 课程\nbase: ${baseId}\nposition: 1\ntitle: {zh: 养羊, en: Sheep}\nsummary: {zh: 三课, en: Three lessons}\nclass_hours: 1.5\nlessons: [${lessons}]\n`;

/** One lesson folder, with texts replaced or added. */
export function lessonFiles(changes: Record<string, string> = {}): Record<string, string> {
  return { 'lesson.yaml': METADATA, 'zh.mdx': ZH, 'en.mdx': EN, 'cover.svg': COVER, ...changes };
}

/** The same as an upload: name → bytes. */
export function uploaded(changes: Record<string, string> = {}): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(lessonFiles(changes)).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

/**
 * Two bases and two courses: `sheep` at mutouyingzi holds feed and water; `wool` at xinwopu holds clip and shares feed.
 * The texts have a byte order mark here and Windows line ends there, as files from real machines do.
 */
export function smallContent(changes: Record<string, string> = {}): Record<string, string> {
  const folder = (path: string, files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`courses/${path}/${name}`, text]));
  return {
    'bases/mutouyingzi.yaml': base('mutouyingzi', 1),
    'bases/xinwopu.yaml': base('xinwopu', 2),
    'courses/sheep/course.yaml': course('mutouyingzi', 'feed, water'),
    'courses/wool/course.yaml': course('xinwopu', 'clip, sheep/feed'),
    'courses/sheep/guide.zh.mdx': `\uFEFF# 怎么带这门课\r\n\r\n先看羊圈。\r\n`,
    'courses/sheep/guide.en.mdx': '# How to hold this course\n\nLook at the pen first.\n',
    ...folder('sheep/feed', lessonFiles({ 'facts.yaml': FACTS })),
    ...folder('sheep/water', lessonFiles({ 'zh.mdx': `\uFEFF${ZH.replaceAll('\n', '\r\n')}` })),
    ...folder('wool/clip', lessonFiles()),
    ...changes,
  };
}

/** Writes files below a new temporary folder. */
export async function writeContent(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'furrow-content-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Every file below a folder's `courses/`, path → bytes in hex. */
export async function coursesOnDisk(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, 'courses'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (file) => [file.slice(folder.length), (await readFile(file)).toString('hex')] as const);
  return Object.fromEntries(await Promise.all(read));
}

export async function removeContent(folder: string): Promise<void> {
  await rm(folder, { recursive: true });
}
