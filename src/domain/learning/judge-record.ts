import { gradeResponse } from '../../lesson-mdx/grade-response.ts';
import { whenItHappened } from './clock-rules.ts';
import type { NewRecord, SittingRow } from './learning-queries.ts';
import type { FactsOf } from './lesson-facts.ts';
import type { ReadRecord } from './record-batch.ts';
import type { RejectedReason } from './record-verdicts.ts';

interface Judging {
  /** Of the kiosk that sent it. */
  kioskId: string;
  skewMs: number;
  now: Date;
  factsOf: FactsOf;
  /** Ids that are no lesson of the township. */
  unknownLessons: ReadonlySet<string>;
}

/** The row that a record becomes, graded by the server, or why it cannot become one. `sitting` is the one it names, where that is here. */
export function judgeRecord(read: ReadRecord, sitting: SittingRow | undefined, judging: Judging): NewRecord | RejectedReason {
  const { record } = read;
  if (!sitting) return 'unknown-sitting';
  if (sitting.kioskId !== judging.kioskId) return 'wrong-kiosk';
  const row = rowOf(read, judging);
  if (!('lesson' in record)) return record.verb === 'voided' ? { ...row, response: JSON.stringify(record.voids.toLowerCase()) } : row;
  const facts = judging.factsOf(record.lesson, record.version);
  if (!facts) return judging.unknownLessons.has(record.lesson) ? 'unknown-lesson' : 'unknown-version';
  let response: unknown = record.verb === 'stepped' ? record.step : undefined;
  if (record.verb === 'rated') response = record.rating;
  if ('question' in record) {
    const question = facts.questions.get(record.question);
    if (!question) return 'unknown-question';
    const grade = gradeResponse(question, record.response);
    if (!grade.ok) return grade.reason;
    row.questionId = record.question;
    row.isCorrect = grade.isCorrect;
    response = record.response;
  }
  // A helped record stays a fact of the sitting; the wrapper keeps it out of what the person knows.
  if (record.helped) response = { helped: true, response: response ?? null };
  return { ...row, lessonId: record.lesson, version: record.version, response: response === undefined ? null : JSON.stringify(response) };
}

function rowOf({ record, hash }: ReadRecord, { skewMs, now }: Judging): NewRecord {
  const kioskTime = new Date(record.at);
  const about = { lessonId: null, version: null, questionId: null, response: null, isCorrect: null };
  const times = { kioskTime, ...whenItHappened(kioskTime, skewMs, now) };
  return { id: record.id, sittingId: record.sitting, seq: record.seq, verb: record.verb, hash, ...about, ...times };
}
