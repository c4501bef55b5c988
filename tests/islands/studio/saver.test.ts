import { describe, expect, it } from 'vitest';
import type { SaveInput } from '../../../src/domain/lessons/drafts/draft.ts';
import { type KeepState, type SaveTry, startSaver } from '../../../src/islands/studio/keep/saver.ts';

const files = (zh: string) => ({ metadata: '', zh, en: '' });
const MEDIA = {};

/** A saver whose network and clock are in the test's hands. */
function saver() {
  const sent: { input: SaveInput; answer(outcome: SaveTry): Promise<void> }[] = [];
  const states: KeepState[] = [];
  let due: (() => void) | null = null;
  const delays: number[] = [];
  const gone: string[] = [];
  const running = startSaver({
    lesson: 'l',
    client: 'c',
    revision: 3,
    files: files(''),
    media: MEDIA,
    save: (input) =>
      new Promise((resolve) => {
        const answer = async (outcome: SaveTry) => {
          resolve(outcome);
          await new Promise((done) => setImmediate(done));
        };
        sent.push({ input, answer });
      }),
    later: (work, ms) => {
      due = work;
      delays.push(ms);
      return () => {
        due = null;
      };
    },
    onState: (state) => states.push(state),
    onGone: (path) => gone.push(path),
    onSaved: () => undefined,
  });
  const pass = () => {
    const work = due;
    due = null;
    work?.();
  };
  return { ...running, sent, states, delays, gone, pass, isDue: () => due !== null, last: () => states.at(-1)?.kind };
}
const saved = (revision: number): SaveTry => ({ ok: true, revision, savedAt: new Date(0), problems: [] });

describe('a saver', () => {
  it('says once that words wait, not at every letter, and again after the next save', async () => {
    const it = saver();
    for (let letters = 1; letters <= 60; letters += 1) it.changed(files('a'.repeat(letters)), MEDIA);
    expect(it.states).toEqual([{ kind: 'waiting' }]);
    it.pass();
    await it.sent[0]?.answer(saved(4));
    it.changed(files('b'), MEDIA);
    expect(it.states.map(({ kind }) => kind)).toEqual(['waiting', 'saving', 'saved', 'waiting']);
  });

  it('sends what was typed meanwhile after the save that is on its way, on top of its revision', async () => {
    const it = saver();
    it.changed(files('a'), MEDIA);
    it.pass();
    it.changed(files('ab'), MEDIA);
    expect(it.sent.length).toBe(1);
    await it.sent[0]?.answer(saved(4));
    expect(it.last()).toBe('waiting');
    it.pass();
    expect(it.sent[1]?.input).toMatchObject({ revision: 4, files: files('ab') });
    await it.sent[1]?.answer(saved(5));
    expect(it.last()).toBe('saved');
    expect(it.isDue()).toBe(false);
  });

  it('tries again, less and less often, until the server answers; typing does not make it hurry', async () => {
    const it = saver();
    it.changed(files('a'), MEDIA);
    it.pass();
    for (let tries = 0; tries < 8; tries += 1) {
      await it.sent.at(-1)?.answer({ ok: false, reason: tries % 2 ? 'session-ended' : 'no-network' });
      it.changed(files(`a${tries}`), MEDIA);
      it.pass();
    }
    expect(it.delays.slice(1)).toEqual([2000, 4000, 8000, 16000, 30000, 30000, 30000, 30000]);
    expect(it.sent.at(-1)?.input.files).toEqual(files('a7'));
  });

  it('overwrites nobody: on a conflict it waits for a decision, then saves on top of theirs', async () => {
    const it = saver();
    it.changed(files('mine'), MEDIA);
    it.pass();
    const theirs = { revision: 9, files: files('theirs'), media: MEDIA, by: 'x', at: null, isYours: false };
    await it.sent[0]?.answer({ ok: false, reason: 'conflict', theirs, keptAs: null });
    expect(it.last()).toBe('conflict');
    it.changed(files('mine and more'), MEDIA);
    it.now();
    it.pass();
    expect(it.sent.length).toBe(1);
    it.decided(9, files('both'), MEDIA);
    it.pass();
    expect(it.sent[1]?.input).toMatchObject({ revision: 9, files: files('both') });
  });

  it('knows its own save again when the answer to it was lost', async () => {
    const it = saver();
    it.changed(files('a'), MEDIA);
    it.pass();
    await it.sent[0]?.answer({ ok: false, reason: 'no-network' });
    it.pass();
    const own = { revision: 4, files: files('a'), media: MEDIA, by: 'me', at: null, isYours: true };
    await it.sent[1]?.answer({ ok: false, reason: 'conflict', theirs: own, keptAs: null });
    it.pass();
    expect(it.sent[2]?.input.revision).toBe(4);
    expect(it.states.map(({ kind }) => kind)).not.toContain('conflict');
  });

  it('does not hammer the server with a text that it refuses, and sends again once the text has changed', async () => {
    const it = saver();
    it.changed(files('long'), MEDIA);
    it.pass();
    await it.sent[0]?.answer({ ok: false, reason: 'too-large', file: 'zh.mdx', bytes: 2, limit: 1 });
    expect(it.isDue()).toBe(false);
    it.changed(files('short'), MEDIA);
    expect(it.isDue()).toBe(true);
  });

  it('names a file that was deleted meanwhile, and sends the text without it, after a bad line too', async () => {
    const it = saver();
    it.changed(files('a'), { 'pen.webp': 'd' });
    it.pass();
    await it.sent[0]?.answer({ ok: false, reason: 'no-network' });
    it.pass();
    await it.sent[1]?.answer({ ok: false, reason: 'media-unknown', path: 'pen.webp' });
    expect(it.gone).toEqual(['pen.webp']);
    expect(it.states.at(-1)).toMatchObject({ kind: 'refused', path: 'pen.webp' });
    it.changed(files('a'), MEDIA);
    it.pass();
    expect(it.sent[2]?.input).toMatchObject({ files: files('a'), media: MEDIA });
  });
});
