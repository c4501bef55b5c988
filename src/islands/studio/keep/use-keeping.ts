import { useEffect, useRef, useState } from 'react';
import type { Draft, DraftFiles, DraftMedia } from '../../../domain/lessons/drafts/draft.ts';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import { saveDraft } from '../server.ts';
import { claimClientId, isAlive } from './client-id.ts';
import { keepLocally, type LocalCopy, leftLocally } from './local-copy.ts';
import { type KeepState, type Saver, startSaver } from './saver.ts';

const WRITE_MS = 150;

export interface Keeping {
  client: string | null;
  state: KeepState | null;
  /** This computer cannot keep a copy. */
  isLocalBroken: boolean;
  revision: number;
  problems: LessonProblem[];
  /** The problems were found in the words that are on the screen. */
  isChecked: boolean;
  /** What the server had when the present words were begun. */
  base: DraftFiles;
  /** The server has every word that is on the screen. */
  isOnServer: boolean;
  saveNow(): void;
  /** What a later check found in the saved text. */
  setProblems(problems: LessonProblem[]): void;
  decided(revision: number, theirs: DraftFiles, files: DraftFiles, media: DraftMedia): void;
}

interface Options {
  draft: Draft;
  problems: LessonProblem[];
  account: string;
  files: DraftFiles;
  media: DraftMedia;
  /** Words that an earlier editor left on this computer. */
  onFound(copy: LocalCopy): void;
  /** A file that was deleted from the base meanwhile. */
  onGone(path: string): void;
}

/** Keeps every keystroke: on this computer within a fifth of a second, on the server as soon as it answers. */
export function useKeeping({ draft, problems, account, files, media, onFound, onGone }: Options): Keeping {
  const [client, setClient] = useState<string | null>(null);
  const [state, setState] = useState<KeepState | null>(null);
  const [isLocalBroken, setLocalBroken] = useState(false);
  const [saved, setSaved] = useState({ revision: draft.revision, problems, checked: draft.files, media: draft.media });
  const saver = useRef<Saver | null>(null);
  const copy = useRef<LocalCopy | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const found = useRef(onFound);
  found.current = onFound;
  const gone = useRef(onGone);
  gone.current = onGone;

  const write = () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    if (!copy.current) return;
    keepLocally(copy.current).then(
      () => setLocalBroken(false),
      () => setLocalBroken(true),
    );
  };

  // Opened once: another draft is another page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    let isGone = false;
    void open();
    async function open() {
      const { lesson } = draft;
      const own = await claimClientId(lesson, account);
      const left = await leftBehind(lesson, account, own).catch(() => {
        setLocalBroken(true);
        return null;
      });
      // What a killed editor left goes on under that editor's name, so that its last save is known as ours.
      const name = left && left.client !== own ? await claimClientId(lesson, account, left.client) : own;
      if (isGone) return;
      const isTheSame = left !== null && sameFiles(left.files, draft.files);
      const stands = left && !isTheSame ? left : null;
      const begun = stands ? { base: stands.base, revision: stands.revision } : { base: draft.files, revision: draft.revision };
      const since = { changedAt: stands?.changedAt ?? 0, isOnServer: stands === null };
      const kept = { files: stands?.files ?? draft.files, media: { ...draft.media, ...stands?.media } };
      copy.current = { lesson, client: name, account, ...kept, ...begun, ...since };
      saver.current = startSaver({
        lesson,
        client: name,
        revision: begun.revision,
        files: draft.files,
        media: draft.media,
        save: (input) => saveDraft({ ...input, account }),
        later: (work, ms) => {
          const id = setTimeout(work, ms);
          return () => clearTimeout(id);
        },
        onState: setState,
        onGone: (path) => gone.current(path),
        onSaved: (now) => {
          setSaved({ revision: now.revision, problems: now.problems, checked: now.files, media: now.media });
          if (!copy.current) return;
          const isOnServer = sameFiles(copy.current.files, now.files) && sameMedia(copy.current.media, now.media);
          copy.current = { ...copy.current, base: now.files, revision: now.revision, isOnServer };
          write();
        },
      });
      setClient(name);
      if (!stands) return;
      found.current(stands);
      saver.current.changed(kept.files, kept.media);
    }
    const leave = () => write();
    const back = () => saver.current?.now();
    const seen = () => (document.visibilityState === 'hidden' ? leave() : back());
    addEventListener('pagehide', leave);
    addEventListener('online', back);
    addEventListener('focus', back);
    document.addEventListener('visibilitychange', seen);
    return () => {
      isGone = true;
      write();
      saver.current?.stop();
      removeEventListener('pagehide', leave);
      removeEventListener('online', back);
      removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);

  const isReady = client !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the lesson is made of is kept
  useEffect(() => {
    if (!isReady || !copy.current || (sameFiles(copy.current.files, files) && sameMedia(copy.current.media, media))) return;
    copy.current = { ...copy.current, files, media, changedAt: Date.now(), isOnServer: false };
    timer.current ??= setTimeout(write, WRITE_MS);
    saver.current?.changed(files, media);
  }, [files, media, isReady]);

  const { checked, ...rest } = saved;
  const isChecked = sameFiles(checked, files);
  return {
    client,
    state,
    isLocalBroken,
    ...rest,
    isChecked,
    base: copy.current?.base ?? draft.files,
    isOnServer: isChecked && sameMedia(saved.media, media),
    saveNow: () => saver.current?.now(),
    setProblems: (found) => setSaved((so) => ({ ...so, problems: found })),
    decided: (revision, theirs, next, joined) => {
      const since = { changedAt: Date.now(), isOnServer: false };
      if (copy.current) copy.current = { ...copy.current, base: theirs, revision, files: next, media: joined, ...since };
      write();
      saver.current?.decided(revision, next, joined);
    },
  };
}

/** The newest words of this account here that no open editor is still writing. */
async function leftBehind(lesson: string, account: string, client: string): Promise<LocalCopy | null> {
  for (const copy of await leftLocally(lesson, account)) if (copy.client === client || !(await isAlive(lesson, copy.client))) return copy;
  return null;
}

function sameFiles(one: DraftFiles, other: DraftFiles): boolean {
  return one.metadata === other.metadata && one.zh === other.zh && one.en === other.en;
}

function sameMedia(one: DraftMedia, other: DraftMedia): boolean {
  if (one === other) return true;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
