import type { Language, TopicName } from '../lesson-mdx/checked-lesson.ts';
import { askMe, withPass } from './me.ts';
import { fillWords, part } from './page.ts';
import { openPanel } from './panels.ts';
import { isRight, readResponse, showFeedback, whatIsMissing } from './question.ts';
import { flush, record } from './records.ts';
import { currentSitting, type Review } from './sitting.ts';
import { speak, stopSpeaking, whenVoicesChange } from './speech.ts';
import { clearVerdict, showVerdict } from './verdict.ts';

type Panel = 'signed-out' | 'nothing' | 'unreachable' | 'start' | 'question' | 'end';

/** Three questions, one try each: the first answer is what counts. Begun once in a stay; whoever leaves in the middle goes on where they were. */
class FurrowReview extends HTMLElement {
  private review: Review | null = null;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    part(this, '[data-begin]').addEventListener('click', () => this.ask());
    part(this, '[data-check]').addEventListener('click', () => this.check());
    part(this, '[data-next]').addEventListener('click', () => this.goOn());
    const listen = part<HTMLButtonElement>(this, '[data-listen]');
    whenVoicesChange((canSpeak) => {
      listen.hidden = !canSpeak;
    }, this.gone.signal);
    listen.addEventListener('click', () => speak(this.current?.speech[this.language] ?? ''));
    void this.open();
  }

  disconnectedCallback(): void {
    this.gone.abort();
    stopSpeaking();
  }

  private get language(): Language {
    return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  }

  private get current(): Review['questions'][number] | undefined {
    return this.review?.questions[this.review.at];
  }

  private async open(): Promise<void> {
    const sitting = currentSitting();
    if (!sitting || sitting.group) return this.show('signed-out');
    if (!sitting.review) {
      const found = await askReview();
      if (currentSitting() !== sitting || !this.isConnected) return;
      if (found === 'unreachable') return this.show('unreachable');
      sitting.review = found;
    }
    this.review = sitting.review;
    if (!this.review || this.review.questions.length === 0) return this.show('nothing');
    const title = part(this, '[data-topic-question]');
    title.textContent = fillWords(title.dataset.topicQuestion ?? '', { topic: this.topicName });
    if (this.review.at >= this.review.questions.length) return this.show('nothing');
    if (this.review.at > 0) this.ask();
    else this.show('start');
  }

  private get topicName(): string {
    const topics = JSON.parse(this.dataset.topics ?? '{}') as Record<TopicName, string>;
    return this.review ? topics[this.review.topic] : '';
  }

  private ask(): void {
    const { review, current } = this;
    if (!review || !current) return;
    stopSpeaking();
    const from = part(this, '[data-from-lesson]');
    from.textContent = fillWords(from.dataset.fromLesson ?? '', { lesson: current.title[this.language] });
    const nth = part(this, '[data-nth]');
    nth.textContent = fillWords(nth.dataset.nth ?? '', { n: review.at + 1, of: review.questions.length });
    // From the frozen version: checked when it was published, the same markup as in the lesson.
    part(this, '[data-question-html]').innerHTML = current.html[this.language];
    clearVerdict(this);
    this.show('question');
  }

  private check(): void {
    const { review, current } = this;
    const question = this.querySelector<HTMLElement>('fieldset.question');
    if (!review || !current || !question || part(this, '[data-check]').hidden) return;
    const verdict = part(this, '[data-verdict]');
    const response = readResponse(question);
    if (response === null) {
      verdict.textContent = whatIsMissing(question, verdict);
      return;
    }
    const right = isRight(question, response);
    showFeedback(question, response, right);
    showVerdict(this, right);
    review.at += 1;
    if (right) review.right += 1;
    const sitting = currentSitting();
    if (sitting) sitting.done.answers += 1;
    const { lessonId: lesson, version, questionId } = current;
    void record({ verb: 'answered', lesson, version, question: questionId, response });
  }

  private goOn(): void {
    if (this.current) this.ask();
    else void this.finish();
  }

  private async finish(): Promise<void> {
    const { review } = this;
    const sitting = currentSitting();
    if (!review || !sitting) return;
    const score = part(this, '[data-right-of]');
    score.textContent = fillWords(score.dataset.rightOf ?? '', { n: review.right, of: review.questions.length });
    this.show('end');
    const isSent = await flush(6_000);
    part(this, '[data-later]').hidden = isSent;
    while (!isSent && this.isConnected && !(await flush(60_000)));
    if (!this.isConnected || currentSitting() !== sitting) return;
    // Only the server says what was remembered: it has the whole day's answers.
    const level = (await askMe())?.learner?.topics[review.topic].level;
    part(this, '[data-later]').hidden = level !== undefined;
    if (level === undefined) return;
    const remembered = part(this, '[data-remembered]');
    remembered.textContent = fillWords(remembered.dataset.remembered ?? '', { topic: this.topicName });
    const isRemembered = level === 'remembered' || (level === 'in-use' && review.right * 3 >= review.questions.length * 2);
    remembered.hidden = !isRemembered;
    part(this, '[data-not-yet]').hidden = isRemembered;
  }

  private show(name: Panel): void {
    openPanel(this, name);
    this.dataset.ready = name;
  }
}

async function askReview(): Promise<Review | null | 'unreachable'> {
  try {
    const response = await fetch('/api/review/', { cache: 'no-store', headers: withPass() });
    if (response.status === 401) return null;
    if (!response.ok) return 'unreachable';
    const { review } = (await response.json()) as { review: Omit<Review, 'at' | 'right'> | null };
    return review && { ...review, at: 0, right: 0 };
  } catch {
    return 'unreachable';
  }
}

customElements.define('furrow-review', FurrowReview);
