/**
 * A lesson that passed every check: the one value that the importer freezes, the kiosk renders and the server grades by.
 * Plain data: it travels as JSON through a worker and into `lesson_version.checked`.
 */
export type Language = 'zh' | 'en';
export const LANGUAGES: readonly Language[] = ['zh', 'en'];
export type TopicName = 'development' | 'innovation' | 'science' | 'ecology' | 'law' | 'morality';
export const TOPICS: readonly TopicName[] = ['development', 'innovation', 'science', 'ecology', 'law', 'morality'];

export interface CheckedLesson {
  minutes: number;
  /** Weight 0–1 of each awareness; at least one is ≥ 0.2. */
  topics: Partial<Record<TopicName, number>>;
  objectives: Objective[];
  sources: string[];
  title: Record<Language, string>;
  summary: Record<Language, string>;
  /** Path of the cover picture inside the lesson folder, and its digest. */
  cover: string | null;
  /** Media path inside the lesson folder → SHA-256 hex. */
  media: Record<string, string>;
  /** One kiosk screen each; both languages have the same number, in the same order. */
  steps: Record<Language, LessonStep[]>;
  /** Digest of the trainer's recording by language and screen: 0 the cover, then the steps. Absent in versions frozen before there were any. */
  narration?: Partial<Record<Language, Record<number, string>>>;
  /** Short upright labels and Mongolian recordings; present only when every screen has both. */
  mongolian?: { proofreader: string; screens: { label: string; sound: string }[] };
  /** What the server grades by. Never sent to a browser as it is. */
  questions: QuestionKey[];
}

export interface Objective {
  id: string;
  text: Record<Language, string>;
}

/** A screen is either something to read or one question. `html` is safe, with media at /media/<digest>. */
export type LessonStep =
  | { kind: 'content'; title: string; html: string; speech: string }
  | { kind: 'question'; questionId: string; title: string; html: string; speech: string };

export type QuestionKind = 'single-choice' | 'multiple-choice' | 'true-false' | 'number' | 'ordering' | 'matching';

interface QuestionBase {
  id: string;
  objective: string;
  /** Chance of a lucky hit: single 1/n, true/false ½, multiple 1/(2ⁿ−1), ordering and matching 1/n!, number 0. */
  luck: number;
  /** Hash of what makes an answer right; evidence carries over versions while it is unchanged. */
  keyDigest: string;
}
export type QuestionKey =
  | (QuestionBase & { kind: 'single-choice'; choices: string[]; right: string })
  | (QuestionBase & { kind: 'multiple-choice'; choices: string[]; right: string[] })
  | (QuestionBase & { kind: 'true-false'; right: boolean })
  | (QuestionBase & { kind: 'number'; right: number; tolerance: number })
  | (QuestionBase & {
      kind: 'ordering' | 'matching';
      /** Ids of the things, in alphabetical order. */
      choices: string[];
      /** The same ids in the right order; of a matching, the right sides in the order of the left ones. */
      right: string[];
    });

/** The raw response a kiosk sends: choice id, choice ids (of an ordering or matching in the order given), boolean or number. */
export type QuestionResponse = string | string[] | boolean | number;

/** One thing wrong with a lesson: where it is and what mends it, in both languages. Lines and columns count from 1. */
export interface LessonProblem {
  file: string;
  line: number;
  column: number;
  code: string;
  message: Record<Language, string>;
  /** It would be better so, and the lesson can be published all the same. */
  isWarning?: true;
}
