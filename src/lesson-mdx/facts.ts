import { z } from 'zod';
import type { LessonProblem } from './checked-lesson.ts';
import { readYaml } from './lesson-metadata.ts';
import { lessonProblem } from './problems.ts';

/** The reviewer's checklist of a lesson: every number, article and claim in it, and where each comes from. */
export const FACTS_FILE = 'facts.yaml';
/** The `source` of what is taught as advice: it may be said, without a number, and never be asked. */
const ADVICE = 'advice';

const factsYaml = z.array(z.strictObject({ fact: z.string().trim().min(1).max(1000), source: z.string().trim().min(1).max(1000) })).min(1);

export interface LessonFact {
  fact: string;
  /** The lesson's source it comes from, null for advice. */
  source: string | null;
}

/** Reads facts.yaml. Each `source` is `advice` or the beginning of exactly what one of the lesson's `sources` says; what is wrong goes to `problems`. */
export function readFacts(source: string, sources: readonly string[], problems: LessonProblem[]): LessonFact[] {
  const document = readYaml(FACTS_FILE, source, problems);
  if (!document) return [];
  const parsed = factsYaml.safeParse(document.value);
  if (!parsed.success) {
    for (const { path } of parsed.error.issues)
      problems.push(lessonProblem(FACTS_FILE, document.placeOf(path), 'field-wrong', path.join('.') || 'fact, source'));
    return [];
  }
  return parsed.data.map((line, index) => {
    if (line.source === ADVICE) return { fact: line.fact, source: null };
    const found = sources.find((each) => each.startsWith(line.source));
    if (found === undefined)
      problems.push(lessonProblem(FACTS_FILE, document.placeOf([index, 'source']), 'fact-without-source', line.source));
    return { fact: line.fact, source: found ?? null };
  });
}
