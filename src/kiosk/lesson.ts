import { askMe, levelWord, type Me } from './me.ts';
import { fillWords, part } from './page.ts';
import { isRight, readResponse, resetQuestion, showFeedback, whatIsMissing } from './question.ts';
import { flush, record } from './records.ts';
import { currentSitting } from './sitting.ts';
import { isSpeaking, playRecording, speak, stopSpeaking, whenVoicesChange } from './speech.ts';
import './turn.ts';

/** One step a screen: the cover (0), the lesson's steps (1…n), the finish (n + 1). The address says where: `#step-3`. */
class FurrowLesson extends HTMLElement {
  private screens: HTMLElement[] = [];
  private at = 0;
  private answered = new Set<string>();
  private standing: Promise<Me | null> = Promise.resolve(null);
  private isFinished = false;
  private canSpeak = false;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    this.screens = Array.from(this.querySelectorAll<HTMLElement>('[data-screen]'));
    const isIn = currentSitting() !== null;
    for (const element of this.querySelectorAll<HTMLElement>('[data-when]')) element.hidden = (element.dataset.when === 'in') !== isIn;
    // As it stood before this lesson: what the last page knew, for by now the server may know of this one.
    const known = currentSitting()?.me;
    if (isIn) this.standing = known ? Promise.resolve(known) : askMe();
    this.answered = currentSitting()?.answered.get(this.key) ?? new Set();
    part(this, '[data-next]').addEventListener('click', () => this.go(this.at + 1));
    part(this, '[data-previous]').addEventListener('click', () => this.go(this.at - 1));
    for (const button of this.querySelectorAll<HTMLElement>('[data-begin]')) button.addEventListener('click', () => this.go(1));
    for (const question of this.querySelectorAll<HTMLElement>('fieldset.question')) this.prepare(question);
    part(this, '[data-to-question]').addEventListener('click', () => this.go(this.firstUnanswered()));
    const { signal } = this.gone;
    window.addEventListener('hashchange', () => this.show(this.fromAddress(), true), { signal });
    window.addEventListener('pagehide', stopSpeaking, { signal });
    this.prepareSpeech(signal);
    if (this.querySelector('furrow-calculator')) void import('./calculators/element.ts');
    if (this.querySelector('furrow-player')) void import('./player.ts');
    this.show(this.fromAddress(), false);
    this.toggleAttribute('data-ready', true);
  }

  disconnectedCallback(): void {
    this.gone.abort();
    stopSpeaking();
  }

  private get lesson(): { lesson: string; version: number } {
    return { lesson: this.dataset.lesson ?? '', version: Number(this.dataset.version) };
  }

  private get key(): string {
    return `${this.dataset.lesson}@${this.dataset.version}`;
  }

  private fromAddress(): number {
    const asked = Number(/^#step-(\d+)$/.exec(window.location.hash)?.[1] ?? 0);
    // The finish is reached by learning, not by address.
    return Math.min(asked, this.screens.length - 2);
  }

  private go(to: number): void {
    if (to < 0 || to >= this.screens.length) return;
    const isFinish = to === this.screens.length - 1;
    if (!isFinish) history.replaceState(null, '', to === 0 ? window.location.pathname : `#step-${to}`);
    this.show(to, true);
  }

  private show(to: number, moveFocus: boolean): void {
    stopSpeaking();
    for (const media of this.querySelectorAll<HTMLMediaElement>('video, audio')) media.pause();
    this.at = to;
    const last = this.screens.length - 1;
    this.screens.forEach((screen, index) => {
      screen.hidden = index !== to;
    });
    part(this, '[data-controls]').hidden = to === 0 || to === last;
    part(this, '[data-next-label]').hidden = to === last - 1;
    part(this, '[data-finish-label]').hidden = to !== last - 1;
    this.querySelectorAll('[data-dot]').forEach((dot, index) => {
      dot.toggleAttribute('data-done', index + 1 < to);
      dot.toggleAttribute('data-now', index + 1 === to);
    });
    this.keepStepInLinks();
    this.offerListening();
    this.writeDown(to, last);
    const question = this.screens[to]?.querySelector<HTMLElement>('fieldset.question')?.dataset.question;
    document.dispatchEvent(new CustomEvent('furrow:question', { detail: question === undefined ? null : `${this.key} ${question}` }));
    if (to === last) void this.finish();
    if (moveFocus) {
      this.screens[to]
        ?.querySelector<HTMLElement>('[data-unanswered]:not([hidden]) h1, [data-finished]:not([hidden]) h1, :scope > h1')
        ?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }

  private writeDown(to: number, last: number): void {
    const sitting = currentSitting();
    if (!sitting || to === last) return;
    if (!sitting.opened.has(this.key)) {
      sitting.opened.add(this.key);
      void record({ verb: 'opened', ...this.lesson });
    }
    if (to > 0) void record({ verb: 'stepped', ...this.lesson, step: to - 1 });
  }

  /** The language switch and "sign in" come back to this step. */
  private keepStepInLinks(): void {
    const hash = this.at > 0 && this.at < this.screens.length - 1 ? `#step-${this.at}` : '';
    const other = document.querySelector<HTMLAnchorElement>('a[data-other-language]');
    if (other) other.hash = hash;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-sign-in]')) {
      link.search = `?back=${encodeURIComponent(window.location.pathname + hash)}`;
    }
  }

  private prepare(question: HTMLElement): void {
    const box = question.closest<HTMLElement>('[data-screen]') ?? this;
    const check = part<HTMLButtonElement>(box, '[data-check]');
    const again = part<HTMLButtonElement>(box, '[data-again]');
    const verdict = part(box, '[data-verdict]');
    check.addEventListener('click', () => {
      const response = readResponse(question);
      if (response === null) {
        verdict.textContent = whatIsMissing(question, verdict);
        return;
      }
      const right = isRight(question, response);
      showFeedback(question, response, right);
      verdict.dataset.result = right ? 'right' : 'wrong';
      verdict.textContent = (right ? verdict.dataset.right : verdict.dataset.wrong) ?? '';
      check.hidden = true;
      again.hidden = right;
      (right ? part(this, '[data-next]') : again).focus({ preventScroll: true });
      const id = question.dataset.question ?? '';
      this.answered.add(id);
      const sitting = currentSitting();
      if (sitting) {
        sitting.answered.set(this.key, this.answered);
        sitting.done.answers += 1;
      }
      void record({ verb: 'answered', ...this.lesson, question: id, response });
    });
    again.addEventListener('click', () => {
      resetQuestion(question);
      delete verdict.dataset.result;
      verdict.textContent = '';
      check.hidden = false;
      again.hidden = true;
      question.querySelector<HTMLElement>('input, button')?.focus();
    });
    question.addEventListener('keydown', (event) => {
      // Enter on a button of the question is a tap on it.
      if (event.key === 'Enter' && !check.hidden && event.target instanceof HTMLInputElement) check.click();
    });
  }

  private firstUnanswered(): number {
    return this.screens.findIndex((screen) => {
      const question = screen.querySelector<HTMLElement>('fieldset.question');
      return question !== null && !this.answered.has(question.dataset.question ?? '');
    });
  }

  private async finish(): Promise<void> {
    const missing = this.firstUnanswered();
    part(this, '[data-unanswered]').hidden = missing < 0;
    part(this, '[data-finished]').hidden = missing >= 0;
    if (missing >= 0 || this.isFinished) return;
    this.isFinished = true;
    const sitting = currentSitting();
    if (!sitting) return;
    void record({ verb: 'finished', ...this.lesson });
    sitting.answered.delete(this.key);
    sitting.done.lessons.add(this.key);
    const done = part(this, '[data-done-here]');
    done.textContent = fillWords(done.dataset.doneHere ?? '', { lessons: sitting.done.lessons.size, answers: sitting.done.answers });
    const before = await this.standing;
    const isSent = await flush(6_000);
    part(this, '[data-moved-later]').hidden = isSent;
    while (!isSent && this.isConnected && !(await flush(60_000)));
    if (!this.isConnected || currentSitting() !== sitting) return;
    part(this, '[data-moved-later]').hidden = true;
    const after = await askMe();
    if (after?.learner) this.showMoved((before?.learner ?? after.learner).topics, after.learner.topics);
    this.standing = Promise.resolve(after);
  }

  private showMoved(before: NonNullable<Me['learner']>['topics'], after: NonNullable<Me['learner']>['topics']): void {
    let moved = 0;
    for (const tile of this.querySelectorAll<HTMLElement>('[data-moved]')) {
      const topic = tile.dataset.moved as keyof typeof after;
      const [was, is] = [before[topic], after[topic]];
      const levels = JSON.parse(tile.dataset.levels ?? '{}') as Record<string, string>;
      const words = (state: typeof is) => `${levels[levelWord(state)] ?? ''}${state.of > 0 ? ` · ${lessons(tile, state)}` : ''}`;
      part(tile, '[data-before]').textContent = words(was);
      part(tile, '[data-after]').textContent = words(is);
      const isMoved = words(was) !== words(is);
      for (const from of tile.querySelectorAll<HTMLElement>('[data-from]')) from.hidden = !isMoved;
      tile.hidden = !isMoved && !('taught' in tile.dataset);
      if (isMoved) moved += 1;
    }
    part(this, '[data-what-moved]').hidden = false;
    part(this, '[data-nothing-moved]').hidden = moved > 0;
  }

  /** The trainer's recording where there is one, else a voice of the page's language, else no button. */
  private prepareSpeech(signal: AbortSignal): void {
    const button = part<HTMLButtonElement>(this, '[data-listen]:not([data-listen-mongolian])');
    whenVoicesChange((canSpeak) => {
      this.canSpeak = canSpeak;
      this.offerListening();
    }, signal);
    this.prepareListening(button, (screen, onEnd) => {
      const { sound, speech = '' } = screen.dataset;
      if (sound) playRecording(sound, onEnd);
      else speak(speech, onEnd);
    });
    const mongolian = this.querySelector<HTMLButtonElement>('[data-listen-mongolian]');
    if (mongolian) this.prepareListening(mongolian, (screen, onEnd) => playRecording(screen.dataset.mongolian ?? '', onEnd));
  }

  private prepareListening(button: HTMLButtonElement, play: (screen: HTMLElement, onEnd: () => void) => void): void {
    const label = part(button, '[data-listen-label]');
    const showLabel = (isOn: boolean) => {
      label.textContent = (isOn ? button.dataset.stop : button.dataset.listen) ?? '';
    };
    button.addEventListener('click', () => {
      if (isSpeaking()) return stopSpeaking();
      const screen = this.screens[this.at];
      if (!screen) return;
      showLabel(true);
      play(screen, () => showLabel(false));
    });
  }

  private offerListening(): void {
    const screen = this.screens[this.at];
    part(this, '[data-listen]:not([data-listen-mongolian])').hidden = !this.canSpeak && !screen?.dataset.sound;
    const mongolian = this.querySelector<HTMLElement>('[data-listen-mongolian]');
    if (mongolian) mongolian.hidden = !screen?.dataset.mongolian;
  }
}

function lessons(tile: HTMLElement, state: { done: number; of: number }): string {
  return (tile.dataset.xOfY ?? '').replace('{x}', String(state.done)).replace('{y}', String(state.of));
}

customElements.define('furrow-lesson', FurrowLesson);
