import { goOn, hasFirstLesson } from './after-sign-in.ts';
import type { CardCamera } from './card-camera.ts';
import './card-camera.ts';
import { takeCard } from './cards.ts';
import { fillWords, part } from './page.ts';
import { showPanel } from './panels.ts';
import { type Beginner, record } from './records.ts';
import { beginSitting, clearSitting } from './sitting.ts';

type Stage = 'number' | 'pin' | 'code' | 'new-pin' | 'new-pin-again';
type Panel = 'villages' | 'card' | 'keys' | 'name';
/** What shows on the keys: a PIN's digits can be remembered as a row of pictures. */
type Keys = 'digits' | 'pictures' | 'both';
type Answer = { ok: true; name: string; pass: string } | { ok: false; reason: string; seconds?: number };

const LENGTH: Record<Stage, number> = { number: 6, pin: 4, code: 6, 'new-pin': 4, 'new-pin-again': 4 };

/**
 * Village → number → PIN, or village → number → first-time code → a PIN of one's own. A card stands for village and number. A name shows
 * only after the PIN.
 */
class FurrowSignIn extends HTMLElement {
  private stage: Stage = 'number';
  private isFirstTime = false;
  private isBusy = false;
  private digits = '';
  private given = { villageId: '', number: '', card: '', code: '', pin: '' };
  private chosenKeys: Keys = 'digits';
  private readonly listening = new AbortController();
  private pass = '';
  private countdown: number | undefined;

  connectedCallback(): void {
    for (const tile of this.querySelectorAll<HTMLElement>('[data-village]')) {
      tile.addEventListener('click', () => {
        this.given.villageId = tile.dataset.village ?? '';
        part(this, '[data-chosen-village]').textContent = tile.textContent;
        this.ask('number');
      });
    }
    for (const key of this.querySelectorAll<HTMLElement>('[data-key]'))
      key.addEventListener('click', () => this.press(key.dataset.key ?? ''));
    const { signal } = this.listening;
    document.addEventListener('keydown', (event) => this.type(event), { signal });
    document.addEventListener('furrow:typed', (event) => this.typed((event as CustomEvent<string>).detail), { signal });
    document.addEventListener('furrow:card', (event) => this.cardRead(event as CustomEvent<{ card: string }>), { signal });
    for (const button of this.querySelectorAll<HTMLElement>('[data-use-keys]'))
      button.addEventListener('click', () => this.chooseKeys(button.dataset.useKeys as Keys));
    part(this, '[data-use-card]').addEventListener('click', () => this.openCamera());
    part(this, '[data-again]').addEventListener('click', () => this.openCamera());
    part(this, '[data-no-card]').addEventListener('click', () => this.showVillages());
    part(this, '[data-first-time]').addEventListener('click', () => {
      this.isFirstTime = true;
      this.ask(this.given.villageId ? this.stageAfterNumber() : 'number');
    });
    part(this, '[data-forgot]').addEventListener('click', () => part<HTMLDialogElement>(this, 'dialog').showModal());
    part(this, '[data-close]').addEventListener('click', () => part<HTMLDialogElement>(this, 'dialog').close());
    part(this, '[data-back]').addEventListener('click', () => this.goBack());
    part(this, '[data-yes]').addEventListener('click', () => void this.begin(true));
    part(this, '[data-yes-home]').addEventListener('click', () => void this.begin(false));
    part(this, '[data-yes-home]').hidden = !hasFirstLesson();
    part<HTMLAnchorElement>(this, '[data-new-here]').search = window.location.search;
    part(this, '[data-no]').addEventListener('click', () => this.startOver());
    const card = takeCard();
    if (card) void this.present(card);
    else if (new URLSearchParams(window.location.search).has('scanned')) this.say('scan-again');
  }

  disconnectedCallback(): void {
    this.listening.abort();
    window.clearTimeout(this.countdown);
  }

  private stageAfterNumber(): Stage {
    if (this.given.card === '' && this.given.number === '') return 'number';
    return this.isFirstTime ? 'code' : 'pin';
  }

  private ask(stage: Stage): void {
    this.stage = stage;
    this.showPanel('keys');
    for (const words of this.querySelectorAll<HTMLElement>('[data-stage]')) words.hidden = words.dataset.stage !== stage;
    part(this, '[data-first-time]').hidden = this.isFirstTime;
    part(this, '[data-forgot]').hidden = stage !== 'pin';
    part(this, '[data-choose-keys]').hidden = stage !== 'new-pin';
    this.showKeys();
    this.setDigits('');
    part(this, `[data-stage="${stage}"] h1`).focus();
  }

  private showPanel(name: Panel): void {
    if (name !== 'card') part<CardCamera>(this, 'furrow-card-camera').stop();
    showPanel(this, name);
  }

  private type(event: KeyboardEvent): void {
    if (part(this, '[data-panel="keys"]').hidden || part<HTMLDialogElement>(this, 'dialog').open) return;
    if (event.key === 'Backspace') this.press('erase');
  }

  /** Digits of a keyboard, held back for a moment: they might have been a scanner's. */
  private typed(digits: string): void {
    if (digits === '') this.say('scan-again');
    if (part(this, '[data-panel="keys"]').hidden || part<HTMLDialogElement>(this, 'dialog').open) return;
    for (const digit of digits) this.press(digit);
  }

  private openCamera(): void {
    this.forgetTyped();
    this.showPanel('card');
    part(this, '[data-panel="card"] h1').focus();
    void part<CardCamera>(this, 'furrow-card-camera').start();
  }

  /** A name on the screen is answered first: another card would hide whose it was. */
  private cardRead(event: CustomEvent<{ card: string }>): void {
    event.preventDefault();
    if (part(this, '[data-panel="name"]').hidden && !this.isBusy) void this.present(event.detail.card);
  }

  /** The card stands for village and number; the server says what else it takes. */
  private async present(card: string): Promise<void> {
    this.forgetTyped();
    this.given.card = card;
    this.isBusy = true;
    const answer = await post('/api/sign-in/', { card });
    this.isBusy = false;
    // Whoever went back meanwhile has put the card away.
    if (this.given.card !== card) return;
    if (answer.ok) return this.askName(answer.name, answer.pass);
    part(this, '[data-chosen-village]').textContent = part(this, '[data-use-card]').textContent;
    const isAlone = answer.reason === 'offline' && this.dataset.cardNeedsPin === 'false';
    if (isAlone) return this.begin(true, { card: { token: card } });
    if (answer.reason === 'pin-needed' || answer.reason === 'offline' || answer.reason === 'first-pin-needed') {
      this.isFirstTime = answer.reason === 'first-pin-needed';
      return this.ask(this.stageAfterNumber());
    }
    this.showVillages();
    this.say(answer.reason, answer.seconds);
  }

  private chooseKeys(keys: Keys): void {
    this.chosenKeys = keys;
    this.setDigits('');
    this.showKeys();
  }

  /** Where a PIN is asked for, every key shows both: nobody has to look for the way they chose. */
  private showKeys(): void {
    const isChosen = this.stage === 'new-pin' || this.stage === 'new-pin-again';
    part(this, '.keypad').dataset.keys = isChosen ? this.chosenKeys : this.stage === 'pin' ? 'both' : 'digits';
    for (const button of this.querySelectorAll<HTMLElement>('[data-use-keys]'))
      button.setAttribute('aria-pressed', String(button.dataset.useKeys === this.chosenKeys));
    for (const words of this.querySelectorAll<HTMLElement>('[data-for-keys]')) words.hidden = words.dataset.forKeys !== this.chosenKeys;
  }

  private press(key: string): void {
    if (this.isBusy) return;
    this.say('');
    if (key === 'erase' || key === 'clear') {
      this.setDigits(key === 'clear' ? '' : this.digits.slice(0, -1));
      return;
    }
    if (this.digits.length >= LENGTH[this.stage]) return;
    this.setDigits(this.digits + key);
    if (this.digits.length === LENGTH[this.stage]) void this.entered(this.digits);
  }

  /** Shows a number as digits, a secret as dots. */
  private setDigits(digits: string): void {
    this.digits = digits;
    const of = LENGTH[this.stage];
    const isSecret = this.stage !== 'number' && this.stage !== 'code';
    const boxes = part(this, '[data-boxes]');
    boxes.replaceChildren(
      ...Array.from({ length: of }, (_, index) => {
        const box = document.createElement('span');
        const digit = digits[index];
        box.className = digit === undefined ? 'box' : 'box full';
        box.textContent = digit === undefined ? '' : isSecret ? '●' : digit;
        // The row one chooses is shown once, to be remembered.
        const picture = this.querySelector(`[data-key="${digit}"] svg`);
        if (picture && this.stage === 'new-pin' && this.chosenKeys === 'pictures') box.replaceChildren(picture.cloneNode(true));
        return box;
      }),
    );
    const count = part(this, '[data-count]');
    count.textContent = digits === '' ? '' : fillWords(count.dataset.count ?? '', { n: digits.length, of });
  }

  private async entered(digits: string): Promise<void> {
    if (this.stage === 'number') {
      this.given.number = digits;
      this.ask(this.stageAfterNumber());
    } else if (this.stage === 'code') {
      this.given.code = digits;
      this.ask('new-pin');
    } else if (this.stage === 'new-pin') {
      this.given.pin = digits;
      this.ask('new-pin-again');
    } else if (this.stage === 'new-pin-again' && digits !== this.given.pin) {
      this.ask('new-pin');
      this.say('differ');
    } else {
      this.given.pin = digits;
      await this.send();
    }
  }

  private async send(): Promise<void> {
    this.isBusy = true;
    const { villageId, number, card, pin, code } = this.given;
    const path = this.isFirstTime ? '/api/first-pin/' : '/api/sign-in/';
    const who = card ? { card } : { villageId, number };
    const answer = await post(path, this.isFirstTime ? { ...who, code, pin } : { ...who, pin });
    this.isBusy = false;
    this.given.pin = '';
    if (answer.ok) return this.askName(answer.name, answer.pass);
    // Nobody can say now whether the PIN is right: it goes along, sealed, and the server decides when it comes. No name shows.
    if (answer.reason === 'offline' && !this.isFirstTime)
      return this.begin(true, card ? { card: { token: card, pin } } : { claim: { villageId, number, pin } });
    if (answer.reason === 'card-not-good') this.showVillages();
    else if (answer.reason === 'wrong-number-or-pin' || answer.reason === 'wrong-number-or-code') {
      this.given.number = '';
      this.ask(card ? 'code' : 'number');
    } else {
      this.ask(this.isFirstTime ? 'new-pin' : 'pin');
    }
    const isPictures = answer.reason === 'pin-too-easy' && this.chosenKeys === 'pictures';
    this.say(isPictures ? 'pictures-too-easy' : answer.reason, answer.seconds);
  }

  private askName(name: string, pass: string): void {
    this.pass = pass;
    part(this, '[data-your-name]').textContent = name;
    this.showPanel('name');
    part(this, '[data-panel="name"] h1').focus();
  }

  private async begin(isLearning: boolean, who: Beginner = { who: this.pass }): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    if ('who' in who) beginSitting(part(this, '[data-your-name]').textContent, this.pass);
    else beginSitting(null);
    if (!(await record({ verb: 'began', ...who }))) {
      clearSitting();
      this.isBusy = false;
      return;
    }
    await goOn(isLearning);
  }

  private startOver(): void {
    this.pass = '';
    part(this, '[data-your-name]').textContent = '';
    // At once: the next farmer may be scanning a card already.
    this.showVillages();
  }

  private showVillages(): void {
    this.forgetTyped();
    this.showPanel('villages');
    part(this, '[data-panel="villages"] h1').focus();
  }

  private forgetTyped(): void {
    this.given = { villageId: '', number: '', card: '', code: '', pin: '' };
    this.isFirstTime = false;
    this.chosenKeys = 'digits';
    this.say('');
  }

  private goBack(): void {
    if (this.stage === 'number' || (this.given.card && (this.stage === 'pin' || this.stage === 'code'))) this.showVillages();
    else if (this.stage === 'new-pin' || this.stage === 'new-pin-again') this.ask('code');
    else {
      this.given.number = '';
      this.ask('number');
    }
    this.say('');
  }

  /** Says why not. A wait counts down before the eyes and is announced once. */
  private say(reason: string, seconds = 0): void {
    window.clearTimeout(this.countdown);
    const [atKeys, atVillages] = [part(this, '[data-message]'), part(this, '[data-card-message]')];
    const words = part(this, '[data-panel="keys"]').hidden ? atVillages : atKeys;
    (words === atKeys ? atVillages : atKeys).textContent = '';
    const reasons = JSON.parse(atKeys.dataset.message ?? '{}') as Record<string, string>;
    words.textContent = reason === '' ? '' : fillWords(reasons[reason] ?? reasons.offline ?? '', { n: seconds });
    words.setAttribute('role', reason === 'wait' ? 'timer' : 'alert');
    if (reason === 'wait') this.countdown = window.setTimeout(() => this.say(seconds > 1 ? 'wait' : '', seconds - 1), 1000);
  }
}

async function post(path: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return (await response.json()) as Answer;
  } catch {
    return { ok: false, reason: 'offline' };
  }
}

customElements.define('furrow-sign-in', FurrowSignIn);
