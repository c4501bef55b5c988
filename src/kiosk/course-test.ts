import { fillWords, part } from './page.ts';
import { isRight, readResponse, showFeedback, whatIsMissing } from './question.ts';
import { record } from './records.ts';
import { currentSitting } from './sitting.ts';
import { speak, stopSpeaking, whenVoicesChange } from './speech.ts';

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
    const verdict = part(this, '[data-verdict]');
    verdict.textContent = '';
    delete verdict.dataset.result;
    part(this, '[data-check]').hidden = false;
    part(this, '[data-next]').hidden = true;
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
    verdict.dataset.result = right ? 'right' : 'wrong';
    verdict.textContent = (right ? verdict.dataset.right : verdict.dataset.wrong) ?? '';
    part(this, '[data-check]').hidden = true;
    part(this, '[data-next]').hidden = false;
    part(this, '[data-next]').focus({ preventScroll: true });
  }

  private finish(): void {
    const score = this.querySelector<HTMLElement>('[data-right-of]');
    if (score) score.textContent = fillWords(score.dataset.rightOf ?? '', { n: this.right, of: this.questions.length });
    this.showPanel('end');
  }

  private showPanel(name: string): void {
    for (const panel of this.querySelectorAll<HTMLElement>('[data-panel]')) panel.hidden = panel.dataset.panel !== name;
    part(this, `[data-panel="${name}"] h1`).focus({ preventScroll: true });
    window.scrollTo(0, 0);
    this.dataset.ready = name;
  }
}

customElements.define('furrow-course-test', FurrowCourseTest);
