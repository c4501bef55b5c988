import type { Day, RecordVerb } from '../../../db/schema.ts';
import { TOPICS, type TopicName } from '../../lesson-mdx/checked-lesson.ts';
import {
  type Evidence,
  measureTopic,
  RETENTION_DAYS,
  type RungDates,
  type ScopedLesson,
  showsRetention,
  type TopicMeasure,
  topicsOf,
} from './awareness-rules.ts';
import type { FactsOf, LessonFacts } from './lesson-facts.ts';
import {
  type Assignments,
  type Catalogue,
  enrolledCourses,
  firstPublished,
  lessonsOf,
  publishedVersion,
  requiredCourses,
} from './scope-rules.ts';
import { addDays, dayOf } from './township-day.ts';

/** A learning record of one person's own sitting, or of a class they attended, as the fold reads it. Times in milliseconds. */
export interface LearningFact {
  id: string;
  sittingId: string;
  kioskId: string;
  sequence: number;
  seq: number;
  baseId: string;
  verb: RecordVerb;
  lessonId: string | null;
  version: number | null;
  questionId: string | null;
  isCorrect: boolean | null;
  occurredAt: number;
  /** Made in a sitting that two people assigned: it counts toward completed, and shows nothing of what the person knows. */
  isAssigned: boolean;
  /** Step of `stepped`, id of `voided`, `{topic}` of `adopted`, `{helped}` around a helped answer, `{group}` of a class attended. */
  response: unknown;
}

export interface LessonState {
  lessonId: string;
  version: number;
  place: number;
  startedAt: number;
  touchedAt: number;
  completedAt: number | null;
  completedVersion: number | null;
  evidence: Evidence;
}

export interface Standing extends RungDates {
  /** Where the record that earned the rung was made; '' is anywhere. */
  baseId: string;
  topic: TopicName;
}

export interface FoldInput {
  facts: readonly LearningFact[];
  catalogue: Catalogue;
  assignments: Assignments;
  factsOf: FactsOf;
}

/**
 * Replays one learner's records and says what they come to. A rung's date is the first moment in the replay when its rule
 * held, with scope as it was at that moment, so a later requirement or version takes nothing away.
 */
export function fold(input: FoldInput): { lessons: LessonState[]; standing: Standing[] } {
  const replay = new Replay(input);
  for (const fact of inOrder(withoutVoided(input.facts))) replay.take(fact);
  return { lessons: [...replay.states.values()], standing: [...replay.standings.values()] };
}

/** Undo is a record too: what it names is left out of the replay. */
function withoutVoided(facts: readonly LearningFact[]): LearningFact[] {
  const voided = new Set(facts.filter((fact) => fact.verb === 'voided').map((fact) => fact.response));
  return facts.filter((fact) => fact.verb !== 'voided' && !voided.has(fact.id));
}

/** By time, kiosk, sitting and place in it. Inside a sitting the sequence rules: a clock set back does not turn it round. */
function inOrder(facts: LearningFact[]): LearningFact[] {
  const bySitting = facts
    .map((fact) => ({ ...fact }))
    .sort((a, b) => compare(a.sittingId, b.sittingId) || a.seq - b.seq || compare(a.id, b.id));
  for (let i = 1; i < bySitting.length; i += 1) {
    const [before, fact] = [bySitting[i - 1], bySitting[i]];
    if (before && fact && before.sittingId === fact.sittingId) fact.occurredAt = Math.max(before.occurredAt, fact.occurredAt);
  }
  return bySitting.sort(
    (a, b) =>
      a.occurredAt - b.occurredAt ||
      compare(a.kioskId, b.kioskId) ||
      a.sequence - b.sequence ||
      compare(a.sittingId, b.sittingId) ||
      a.seq - b.seq ||
      compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type States = ReadonlyMap<string, Pick<LessonState, 'completedVersion' | 'evidence'>>;
type Try = { right: boolean; objective: string };

class Replay {
  readonly states = new Map<string, LessonState>();
  readonly standings = new Map<string, Standing>();
  private readonly answered = new Map<string, Set<string>>();
  /** The same without assigned sittings: only what somebody surely did themselves can show mastery. */
  private readonly answeredSurely = new Map<string, Set<string>>();
  private readonly completedSurely = new Map<string, number>();
  private readonly triesToday = new Map<TopicName, { day: Day; tries: Map<string, Try> }>();
  private readonly input: FoldInput;

  constructor(input: FoldInput) {
    this.input = input;
  }

  take(fact: LearningFact): void {
    if (fact.verb === 'adopted') this.adopt(fact);
    if (fact.lessonId === null || fact.version === null || isHelped(fact.response)) return;
    const facts = this.input.factsOf(fact.lessonId, fact.version);
    if (!facts) return;
    if (isOfGroup(fact.response)) {
      this.attend(fact, facts);
      return;
    }
    const state = this.touch(fact, fact.lessonId, fact.version);
    const day = dayOf(fact.occurredAt);
    const topics = topicsOf(facts);
    for (const topic of topics) this.reach(topic, fact.baseId, day);
    if (fact.verb === 'stepped' && typeof fact.response === 'number') state.place = fact.response;
    if (fact.verb === 'answered') this.answer(fact, state, facts, day, topics);
    if (fact.verb === 'finished') this.finish(fact, state, facts);
    if (fact.verb === 'answered' || fact.verb === 'finished') for (const topic of topics) this.climb(topic, fact, day);
  }

  /** Having been there reaches a person; what the group answered and finished says nothing about one of them. */
  private attend(fact: LearningFact, facts: LessonFacts): void {
    for (const topic of topicsOf(facts)) this.reach(topic, fact.baseId, dayOf(fact.occurredAt));
  }

  private touch(fact: LearningFact, lessonId: string, version: number): LessonState {
    let state = this.states.get(lessonId);
    if (!state) {
      const at = fact.occurredAt;
      state = { lessonId, version, place: 0, startedAt: at, touchedAt: at, completedAt: null, completedVersion: null, evidence: {} };
      this.states.set(lessonId, state);
    }
    state.version = version;
    state.touchedAt = fact.occurredAt;
    return state;
  }

  private answer(fact: LearningFact, state: LessonState, facts: LessonFacts, day: Day, topics: TopicName[]): void {
    const question = fact.questionId === null ? undefined : facts.questions.get(fact.questionId);
    if (!question || fact.version === null) return;
    const right = fact.isCorrect === true;
    const before = state.evidence[question.id];
    const sameKey =
      before && this.input.factsOf(state.lessonId, before.version)?.questions.get(question.id)?.keyDigest === question.keyDigest;
    tick(this.answered, state.lessonId, `${question.id} ${question.keyDigest}`);
    if (fact.isAssigned) return;
    tick(this.answeredSurely, state.lessonId, `${question.id} ${question.keyDigest}`);
    // Only the first try of the latest day is evidence: a second look at the feedback is not knowing.
    if (!before || !sameKey || before.day < day) state.evidence[question.id] = { day, right, version: fact.version };
    for (const topic of topics) {
      let today = this.triesToday.get(topic);
      if (today?.day !== day) {
        today = { day, tries: new Map() };
        this.triesToday.set(topic, today);
      }
      const key = `${state.lessonId} ${question.id}`;
      if (!today.tries.has(key)) today.tries.set(key, { right, objective: `${state.lessonId} ${question.objective}` });
    }
  }

  private finish(fact: LearningFact, state: LessonState, facts: LessonFacts): void {
    if (!isWhole(facts, this.answered.get(state.lessonId))) return;
    state.place = 0;
    if (!fact.isAssigned && fact.version !== null && isWhole(facts, this.answeredSurely.get(state.lessonId)))
      if (!this.completedSurely.has(state.lessonId)) this.completedSurely.set(state.lessonId, fact.version);
    if (state.completedAt !== null) return;
    state.completedAt = fact.occurredAt;
    state.completedVersion = fact.version;
  }

  private climb(topic: TopicName, fact: LearningFact, day: Day): void {
    const any = this.standing('', topic);
    if (any.retained) return;
    if (!any.mastered) {
      const measure = this.measure(topic, fact, this.states);
      if (!any.completed && measure.isCompleted) this.earn('completed', topic, fact.baseId, day);
      if (fact.isAssigned) return;
      const sure = this.isAllSure() ? measure : this.measure(topic, fact, this.surely());
      if (sure.isMastered) this.earn('mastered', topic, fact.baseId, day);
      return;
    }
    const today = this.triesToday.get(topic);
    if (fact.isAssigned || day < addDays(any.mastered, RETENTION_DAYS) || today?.day !== day) return;
    if (showsRetention([...today.tries.values()])) this.earn('retained', topic, fact.baseId, day);
  }

  private measure(topic: TopicName, fact: LearningFact, states: States): TopicMeasure {
    return measureTopic(topic, this.scope(topic, fact, states), this.input.factsOf);
  }

  private isAllSure(): boolean {
    return [...this.states.values()].every((state) => state.completedVersion === (this.completedSurely.get(state.lessonId) ?? null));
  }

  /** The lessons as they would stand without what was assigned. */
  private surely(): States {
    const states = [...this.states.values()].map(({ lessonId, evidence }) => ({
      lessonId,
      evidence,
      completedVersion: this.completedSurely.get(lessonId) ?? null,
    }));
    return new Map(states.map((state) => [state.lessonId, state]));
  }

  /** Lessons required at this moment that belong to the topic; where there are none, those of the courses joined. */
  private scope(topic: TopicName, fact: LearningFact, states: States): ScopedLesson[] {
    const { catalogue, assignments } = this.input;
    // A record cannot be older than the version it speaks of; a kiosk whose clock stood still must not shrink the scope.
    const at = Math.max(fact.occurredAt, firstPublished(catalogue, fact.lessonId ?? '', fact.version ?? 0));
    const required = scopeOf(this.input, topic, lessonsOf(catalogue, requiredCourses(assignments, dayOf(at))), states, at);
    return required.length > 0 ? required : scopeOf(this.input, topic, lessonsOf(catalogue, enrolledCourses(assignments, at)), states, at);
  }

  private reach(topic: TopicName, baseId: string, day: Day): void {
    this.standing('', topic).reached ??= day;
    this.standing(baseId, topic).reached ??= day;
  }

  private earn(rung: 'completed' | 'mastered' | 'retained', topic: TopicName, baseId: string, day: Day): void {
    this.standing('', topic)[rung] ??= day;
    this.standing(baseId, topic)[rung] ??= day;
  }

  private adopt(fact: LearningFact): void {
    const topic = TOPICS.find((name) => name === topicIn(fact.response));
    if (!topic) return;
    this.standing('', topic).adopted ??= dayOf(fact.occurredAt);
    this.standing(fact.baseId, topic).adopted ??= dayOf(fact.occurredAt);
  }

  private standing(baseId: string, topic: TopicName): Standing {
    const key = `${baseId} ${topic}`;
    let standing = this.standings.get(key);
    if (!standing) {
      standing = { baseId, topic, reached: null, completed: null, mastered: null, retained: null, adopted: null };
      this.standings.set(key, standing);
    }
    return standing;
  }
}

/** The lessons of a topic among `lessonIds`, each pinned to the version completed, else the one published at `at`. */
export function scopeOf(
  input: Pick<FoldInput, 'catalogue' | 'factsOf'>,
  topic: TopicName,
  lessonIds: readonly string[],
  states: States,
  at: number,
): ScopedLesson[] {
  const scope: ScopedLesson[] = [];
  for (const lessonId of lessonIds) {
    const state = states.get(lessonId);
    const version = state?.completedVersion ?? publishedVersion(input.catalogue, lessonId, at);
    if (version === null) continue;
    const facts = input.factsOf(lessonId, version);
    if (!facts || !topicsOf(facts).includes(topic)) continue;
    scope.push({ lessonId, version, isCompleted: state != null && state.completedVersion !== null, evidence: state?.evidence ?? {} });
  }
  return scope;
}

function tick(ticked: Map<string, Set<string>>, lessonId: string, question: string): void {
  const before = ticked.get(lessonId);
  if (before) before.add(question);
  else ticked.set(lessonId, new Set([question]));
}

function isWhole(facts: LessonFacts, answered: ReadonlySet<string> | undefined): boolean {
  return [...facts.questions.values()].every((question) => answered?.has(`${question.id} ${question.keyDigest}`));
}

function isHelped(response: unknown): boolean {
  return typeof response === 'object' && response !== null && 'helped' in response;
}

function isOfGroup(response: unknown): boolean {
  return typeof response === 'object' && response !== null && 'group' in response;
}

function topicIn(response: unknown): unknown {
  return typeof response === 'object' && response !== null && 'topic' in response ? response.topic : null;
}
