import { askMe, levelWord, type Me, withPass } from './me.ts';
import { fillWords, part } from './page.ts';
import { currentSitting } from './sitting.ts';

/** Whatever on this page is personal: greeting, going on, marks on courses and lessons, topic levels, joining. */
class FurrowPersonal extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const sitting = currentSitting();
    for (const element of this.querySelectorAll<HTMLElement>('[data-when]'))
      element.hidden = (element.dataset.when === 'in') !== (sitting !== null);
    if (!sitting) return;
    for (const element of this.querySelectorAll<HTMLElement>('[data-hello]')) {
      const { hello, nobody } = element.dataset;
      element.textContent = sitting.name === null ? (nobody ?? '') : fillWords(hello ?? '', { name: sitting.name });
    }
    // What is known already shows at once; what changed follows.
    if (sitting.me?.learner) this.show(sitting.me.learner);
    const me = await askMe();
    if (me?.learner && this.isConnected) this.show(me.learner);
    this.toggleAttribute('data-ready', true);
  }

  private show(learner: NonNullable<Me['learner']>): void {
    this.showPlace(learner);
    for (const mark of this.querySelectorAll<HTMLElement>('[data-course-mark]')) {
      const id = mark.dataset.courseMark ?? '';
      const isRequired = learner.required.includes(id);
      mark.textContent = (isRequired ? mark.dataset.required : mark.dataset.joined) ?? '';
      mark.hidden = !isRequired && !learner.enrolled.includes(id);
    }
    for (const mark of this.querySelectorAll<HTMLElement>('[data-lesson-mark]')) {
      const state = learner.lessons[mark.dataset.lessonMark ?? ''];
      mark.textContent = (state?.completedAt ? mark.dataset.done : mark.dataset.underway) ?? '';
      mark.toggleAttribute('data-is-done', Boolean(state?.completedAt));
      mark.hidden = !state;
    }
    showTopics(this, learner.topics);
    this.showReview(learner);
    const join = this.querySelector<HTMLButtonElement>('button[data-join]');
    if (join) {
      const id = join.dataset.join ?? '';
      const isIn = learner.required.includes(id) || learner.enrolled.includes(id);
      part(this, '[data-join-box]').hidden = isIn;
      join.onclick = () => void this.join(id);
      join.disabled = false;
    }
  }

  private showPlace(learner: NonNullable<Me['learner']>): void {
    const { place } = learner;
    const first = this.querySelector<HTMLAnchorElement>('a[data-first]');
    if (first) first.hidden = place !== null || learner.lessons[first.dataset.first ?? '']?.completedAt != null;
    const link = this.querySelector<HTMLAnchorElement>('a[data-place]');
    if (!link || !place) return;
    const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
    link.href = `/${language}/lessons/${place.lessonId}/#step-${place.step + 1}`;
    part(link, '[data-place-title]').textContent = place.title[language];
    link.hidden = false;
  }

  /** One review a visit: what was begun goes on, what was answered to the end is not offered again. */
  private showReview(learner: NonNullable<Me['learner']>): void {
    const link = this.querySelector<HTMLAnchorElement>('a[data-review]');
    if (!link) return;
    const begun = currentSitting()?.review ?? null;
    const topic = begun ? begun.topic : learner.review;
    link.hidden = topic === null || (begun !== null && begun.at >= begun.questions.length);
    const topics = JSON.parse(link.dataset.topics ?? '{}') as Record<string, string>;
    const words = part(link, '[data-review-words]');
    words.textContent = fillWords(words.dataset.reviewWords ?? '', { topic: topics[topic ?? ''] ?? '' });
  }

  private async join(courseId: string): Promise<void> {
    const headers = withPass({ 'content-type': 'application/json' });
    const response = await fetch('/api/enrol/', { method: 'POST', headers, body: JSON.stringify({ courseId }) }).catch(() => null);
    if (!response?.ok) return;
    const me = await askMe();
    if (me?.learner) this.show(me.learner);
    part(this, '[data-joined-message]').hidden = false;
  }
}

function showTopics(root: ParentNode, topics: NonNullable<Me['learner']>['topics']): void {
  for (const tile of root.querySelectorAll<HTMLElement>('[data-topic]')) {
    const state = topics[tile.dataset.topic as keyof typeof topics];
    const levels = JSON.parse(tile.dataset.levels ?? '{}') as Record<string, string>;
    tile.dataset.level = state.level;
    part(tile, '[data-level-name]').textContent = levels[levelWord(state)] ?? '';
    const lessons = part(tile, '[data-x-of-y]');
    lessons.textContent = state.of > 0 ? fillWords(lessons.dataset.xOfY ?? '', { x: state.done, y: state.of }) : '';
    const meter = tile.querySelector<HTMLProgressElement>('progress');
    if (meter) {
      meter.max = Math.max(1, state.of);
      meter.value = state.done;
    }
  }
}

customElements.define('furrow-personal', FurrowPersonal);
