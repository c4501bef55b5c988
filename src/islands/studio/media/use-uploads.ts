import { useCallback, useEffect, useRef, useState } from 'react';
import type { Medium } from '../../../domain/lessons/media/add-medium.ts';
import { uploadReasons } from '../../../i18n/media/words.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import { type UploadOutcome, type UploadState, uploadFile } from '../../media/upload-file.ts';

/** One file on its way. `halted`: it goes on when asked; `refused`: it never will, and why. */
export interface Upload {
  id: number;
  name: string;
  state: UploadState | null;
  halted: 'stopped' | 'session-ended' | null;
  refused: string | null;
}

export interface Uploads {
  uploads: readonly Upload[];
  /** Sends a file to the base; `then` gets it once it is there. */
  send(file: File, then: (medium: Medium) => void): void;
  stop(id: number): void;
  goOn(id: number): void;
  /** Forgets one that is halted or refused. */
  drop(id: number): void;
}

interface Job {
  file: File;
  then(medium: Medium): void;
  control: AbortController;
}

/** Sends files while the trainer writes on: several at a time, each with its state, and the page is not left by accident meanwhile. */
export function useUploads(base: string, language: Language): Uploads {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const jobs = useRef(new Map<number, Job>());
  const last = useRef(0);

  const change = useCallback(
    (id: number, part: Partial<Upload>) => setUploads((so) => so.map((each) => (each.id === id ? { ...each, ...part } : each))),
    [],
  );
  const drop = useCallback((id: number) => {
    jobs.current.delete(id);
    setUploads((so) => so.filter((each) => each.id !== id));
  }, []);
  const run = useCallback(
    async (id: number) => {
      const job = jobs.current.get(id);
      if (!job) return;
      job.control = new AbortController();
      change(id, { halted: null });
      const outcome = await uploadFile(job.file, base, (state) => change(id, { state }), job.control.signal);
      if (outcome.ok) {
        drop(id);
        job.then(outcome.medium);
      } else if (outcome.reason === 'stopped' || outcome.reason === 'session-ended') change(id, { halted: outcome.reason });
      else change(id, { refused: sentence(outcome, language) });
    },
    [base, language, change, drop],
  );
  const send = useCallback(
    (file: File, then: Job['then']) => {
      last.current += 1;
      const id = last.current;
      jobs.current.set(id, { file, then, control: new AbortController() });
      setUploads((so) => [...so, { id, name: file.name, state: null, halted: null, refused: null }]);
      void run(id);
    },
    [run],
  );
  const stop = useCallback((id: number) => jobs.current.get(id)?.control.abort(), []);

  const isSending = uploads.some(({ refused }) => refused === null);
  useEffect(() => {
    if (!isSending) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [isSending]);

  return { uploads, send, stop, goOn: (id) => void run(id), drop };
}

function sentence(outcome: Exclude<UploadOutcome, { ok: true }>, language: Language): string {
  const said = outcome.problems?.map(({ message }) => message[language]).join(' ');
  return said || uploadReasons(language)[outcome.reason] || outcome.reason;
}
