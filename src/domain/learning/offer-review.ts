import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';
import type { CheckedLesson, Language, TopicName } from '../../lesson-mdx/checked-lesson.ts';
import { lessonVersion } from '../lessons/lesson-version.ts';
import { RETENTION_DAYS, topicsOf } from './awareness-rules.ts';
import { loadCatalogue, publishedVersions } from './catalogue-queries.ts';
import { loadLessonFacts } from './lesson-facts.ts';
import { chooseReview, type ReviewCandidate } from './review-rules.ts';
import { publishedVersion } from './scope-rules.ts';
import { addDays, noonOf } from './township-day.ts';

export interface ReviewOffer {
  topic: TopicName;
  questions: { lessonId: string; version: number; questionId: string }[];
}

/** A question as the kiosk shows it, in both languages. `html` is safe; it was checked when the version was frozen. */
export interface ReviewQuestion {
  lessonId: string;
  version: number;
  questionId: string;
  title: Record<Language, string>;
  html: Record<Language, string>;
  speech: Record<Language, string>;
}

/**
 * The review to offer a farmer today: of the topic understood longest ago, at least 14 days, and not yet shown to be remembered. Null when
 * none is due, when it has too few questions, or when the farmer answered on the topic today already: one review a visit, one try a day.
 */
export async function offerReview(db: Database, townshipId: string, learnerId: string, today: Day): Promise<ReviewOffer | null> {
  const due = await db
    .selectFrom('learner_standing')
    .select('topic')
    .where('township_id', '=', townshipId)
    .where('learner_id', '=', learnerId)
    .where('base_id', '=', '')
    .where('mastered_on', '<=', addDays(today, -RETENTION_DAYS))
    .where('retained_on', 'is', null)
    .orderBy('mastered_on')
    .orderBy('topic')
    .execute();
  if (due.length === 0) return null;
  const candidates = await answeredBefore(db, townshipId, learnerId, today);
  for (const { topic } of due) {
    const ofTopic = candidates.filter((candidate) => candidate.topics.includes(topic));
    if (ofTopic.some(({ askedOn }) => askedOn === today)) continue;
    const chosen = chooseReview(ofTopic);
    if (chosen) return { topic, questions: chosen.map(({ lessonId, version, questionId }) => ({ lessonId, version, questionId })) };
  }
  return null;
}

/** The offered questions from their frozen versions, in order. */
export async function readReview(db: Database, townshipId: string, offer: ReviewOffer): Promise<ReviewQuestion[]> {
  const questions: ReviewQuestion[] = [];
  for (const { lessonId, version, questionId } of offer.questions) {
    const checked = (await lessonVersion(db, townshipId, lessonId, version))?.checked;
    const zh = checked && questionStep(checked, 'zh', questionId);
    const en = checked && questionStep(checked, 'en', questionId);
    if (!zh || !en) continue;
    const texts = { html: { zh: zh.html, en: en.html }, speech: { zh: zh.speech, en: en.speech } };
    questions.push({ lessonId, version, questionId, title: checked.title, ...texts });
  }
  return questions;
}

/** Questions of completed lessons that are still shown, and still have the answer that was learned. */
async function answeredBefore(
  db: Database,
  townshipId: string,
  learnerId: string,
  today: Day,
): Promise<(ReviewCandidate & { topics: TopicName[] })[]> {
  const [catalogue, states] = await Promise.all([
    loadCatalogue(db, townshipId),
    db
      .selectFrom('lesson_state')
      .select(['lesson_id as lessonId', 'evidence'])
      .where('township_id', '=', townshipId)
      .where('learner_id', '=', learnerId)
      .where('completed_at', 'is not', null)
      .execute(),
  ]);
  const evidenced = states.flatMap(({ lessonId, evidence }) => Object.values(evidence).map(({ version }) => ({ lessonId, version })));
  const factsOf = await loadLessonFacts(db, townshipId, [...publishedVersions(catalogue), ...evidenced]);
  const at = noonOf(addDays(today, 1)).getTime();
  return states.flatMap(({ lessonId, evidence }) => {
    const version = publishedVersion(catalogue, lessonId, at);
    const facts = version === null ? undefined : factsOf(lessonId, version);
    if (version === null || !facts) return [];
    const topics = topicsOf(facts);
    return [...facts.questions.values()].flatMap((question) => {
      const seen = evidence[question.id];
      const isSame = seen && factsOf(lessonId, seen.version)?.questions.get(question.id)?.keyDigest === question.keyDigest;
      return isSame ? [{ lessonId, version, questionId: question.id, objective: question.objective, askedOn: seen.day, topics }] : [];
    });
  });
}

function questionStep(checked: CheckedLesson, language: Language, questionId: string) {
  return checked.steps[language].find((step) => step.kind === 'question' && step.questionId === questionId);
}
