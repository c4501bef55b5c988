import { fillWords, part } from './page.ts';
import { openPanel } from './panels.ts';
import { isRight, readResponse, showFeedback, whatIsMissing } from './question.ts';
import { record } from './records.ts';
import { currentSitting } from './sitting.ts';
import { speak, stopSpeaking, whenVoicesChange } from './speech.ts';
import { clearVerdict, showVerdict } from './verdict.ts';

/** The same questions before a course, without a word on right or wrong, and after it, with the feedback of the lesson. One try each. */
class FurrowCourseTest extends HTMLElement {
  private at = -1;
  private right = 0;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    part(this, '[data-begin]').addEventListener('click', () => this.show(0));
    part(this, '[data-check]').addEventListener('click', () => this.check());
    part(this, '[data-next]').addEventListener('click', () => this.show(this.at + 1));
    const listen = part<HTMLButtonElement>(this, '[data-listen]');
    whenVoicesChange((canSpeak) => {
      listen.hidden = !canSpeak;
    }, this.gone.signal);
    listen.addEventListener('click', () => speak(this.questions[this.at]?.dataset.speech ?? ''));
    const sitting = currentSitting();
    if (!sitting || sitting.group) this.showPanel('signed-out');
    else this.showPanel(this.questions.length > 0 ? 'start' : 'nothing');
  }

  disconnectedCallback(): void {
    this.gone.abort();
    stopSpeaking();
  }

  private get isAfter(): boolean {
    return this.dataset.stage === 'after';
  }

  private get questions(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-test-question]')];
  }

  private show(to: number): void {
    stopSpeaking();
    this.at = to;
    const { questions } = this;
    if (to >= questions.length) {
      this.finish();
      return;
    }
    questions.forEach((question, index) => {
      question.hidden = index !== to;
    });
    const nth = part(this, '[data-nth]');
    nth.textContent = fillWords(nth.dataset.nth ?? '', { n: to + 1, of: questions.length });
    clearVerdict(this);
    this.showPanel('question');
  }

  private check(): void {
    const box = this.questions[this.at];
    const question = box?.querySelector<HTMLElement>('fieldset.question');
    if (!box || !question || part(this, '[data-check]').hidden) return;
    const verdict = part(this, '[data-verdict]');
    const response = readResponse(question);
    if (response === null) {
      verdict.textContent = whatIsMissing(question, verdict);
      return;
    }
    const right = isRight(question, response);
    if (right) this.right += 1;
    const { lesson = '', version } = box.dataset;
    const verb = this.isAfter ? 'tested-after' : 'tested-before';
    void record({ verb, lesson, version: Number(version), question: question.dataset.question ?? '', response });
    if (!this.isAfter) {
      this.show(this.at + 1);
      return;
    }
    showFeedback(question, response, right);
    showVerdict(this, right);
  }

  private finish(): void {
    const score = this.querySelector<HTMLElement>('[data-right-of]');
    if (score) score.textContent = fillWords(score.dataset.rightOf ?? '', { n: this.right, of: this.questions.length });
    this.showPanel('end');
  }

  private showPanel(name: string): void {
    openPanel(this, name);
    this.dataset.ready = name;
  }
}

customElements.define('furrow-course-test', FurrowCourseTest);
