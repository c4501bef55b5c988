import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import { type UploadState, uploadFile } from './upload-file.ts';

interface Words {
  sending: string;
  waiting: string;
  checking: string;
  done: string;
  stop: string;
  goOn: string;
  signIn: string;
  stopped: string;
}

/** The form for adding files: what is chosen or dropped is sent one after the other, each with its bar. Without a script the form sends itself. */
class FurrowMediaUpload extends HTMLElement {
  private queue: Promise<unknown> = Promise.resolve();
  private readonly words = () => JSON.parse(this.dataset.words ?? '{}') as Words;
  private readonly reasons = () => JSON.parse(this.dataset.reasons ?? '{}') as Record<string, string>;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    if (!form || !input) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.take(input.files);
      input.value = '';
    });
    input.addEventListener('change', () => {
      this.take(input.files);
      input.value = '';
    });
    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.toggleAttribute('data-over', true);
    });
    this.addEventListener('dragleave', () => this.toggleAttribute('data-over', false));
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      this.toggleAttribute('data-over', false);
      this.take(event.dataTransfer?.files ?? null);
    });
    this.toggleAttribute('data-ready', true);
  }

  private take(files: FileList | null): void {
    for (const file of Array.from(files ?? [])) {
      const row = new Row(file.name, this.words());
      this.querySelector('[data-uploads]')?.append(row.element);
      this.queue = this.queue.then(() => this.send(file, row));
    }
  }

  private async send(file: File, row: Row): Promise<void> {
    const base = this.querySelector<HTMLSelectElement | HTMLInputElement>('[name=base]')?.value ?? '';
    for (;;) {
      const outcome = await uploadFile(file, base, (state) => row.show(state), row.begin());
      if (outcome.ok) {
        row.finish(outcome.medium.name);
        const refresh = this.querySelector<HTMLElement>('[data-refresh]');
        if (refresh) refresh.hidden = false;
        return;
      }
      const language: Language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
      const { stopped, signIn } = this.words();
      if (outcome.reason === 'session-ended') await row.pause(signIn);
      else if (outcome.reason === 'stopped') await row.pause(stopped);
      else {
        const said = outcome.problems?.map(({ message }) => message[language]).join(' ');
        return row.refuse(said || this.reasons()[outcome.reason] || outcome.reason);
      }
    }
  }
}

/** One file on its way. */
class Row {
  readonly element = document.createElement('li');
  private readonly bar = document.createElement('progress');
  private readonly status = document.createElement('p');
  private readonly button = document.createElement('button');
  private readonly words: Words;
  private control = new AbortController();
  private goOn: () => void = () => {};

  constructor(name: string, words: Words) {
    this.words = words;
    const title = document.createElement('strong');
    title.textContent = name;
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute('aria-label', name);
    this.status.setAttribute('role', 'status');
    this.button.type = 'button';
    this.button.className = 'quiet';
    this.button.addEventListener('click', () => (this.control.signal.aborted ? this.goOn() : this.control.abort()));
    this.element.append(title, this.bar, this.status, this.button);
  }

  begin(): AbortSignal {
    this.control = new AbortController();
    this.button.textContent = this.words.stop;
    return this.control.signal;
  }

  show({ kind, sent, size }: UploadState): void {
    const percent = Math.floor((sent / size) * 100);
    this.bar.value = sent / size;
    // Said when it changes by ten, or it would talk without end.
    const text = this.words[kind].replace('{n}', String(kind === 'sending' ? Math.floor(percent / 10) * 10 : percent));
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  pause(why: string): Promise<void> {
    this.control.abort();
    this.status.textContent = why;
    this.button.textContent = this.words.goOn;
    return new Promise((resolve) => {
      this.goOn = resolve;
    });
  }

  finish(name: string): void {
    this.bar.value = 1;
    this.status.textContent = this.words.done.replace('{name}', name);
    this.button.remove();
  }

  refuse(why: string): void {
    this.bar.remove();
    this.button.remove();
    this.status.className = 'notice alert';
    this.status.textContent = why;
  }
}

customElements.define('furrow-media-upload', FurrowMediaUpload);
