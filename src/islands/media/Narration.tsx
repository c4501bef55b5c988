import { actions } from 'astro:actions';
import { useRef, useState } from 'react';
import type { Draft } from '../../domain/lessons/drafts/draft.ts';
import type zh from '../../i18n/media/zh.ts';
import { nameRecording } from '../../lesson-mdx/blocks/recordings.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import { keepRecording } from './keep-recording.ts';
import { nameInLesson } from './name-in-lesson.ts';
import { Recorder } from './Recorder.tsx';

interface Props {
  draft: Draft;
  base: string;
  /** Who records: nothing is saved under the name of another who signs in meanwhile. */
  account: string;
  /** Of the lesson's text that is read aloud. */
  language: Language;
  /** Of the page. */
  screenLanguage: Language;
  /** The cover first, then every step: what to read, and the recording that is there. */
  screens: { title: string; text: string; sound: string | null }[];
  words: (typeof zh)['recorder'];
}

/** The lesson read aloud, screen by screen: each recording is kept in the base and named in the draft's lesson.yaml. */
export default function Narration({ draft, base, account, language, screenLanguage, screens, words }: Props) {
  const current = useRef<Pick<Draft, 'revision' | 'files' | 'media'>>(draft);
  const client = useRef<string>(null);
  const [sounds, setSounds] = useState(() => screens.map(({ sound }) => sound));

  async function keep(screen: number, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
    const { medium, problem } = await keepRecording(base, `narration-${language}`, bytes, screenLanguage);
    if (!medium) return problem;
    client.current ??= crypto.randomUUID();
    // Somebody else saved meanwhile: only this one line is added to their text.
    for (let tries = 0; tries < 3; tries += 1) {
      const { revision, files, media } = current.current;
      const name = nameInLesson(media, medium);
      const next = {
        files: { ...files, metadata: nameRecording(files.metadata, language, screen, name) },
        media: { ...media, [name]: medium.digest },
      };
      const { data } = await actions.studio.saveDraft({ lesson: draft.lesson, revision, ...next, client: client.current, account });
      if (data?.ok) {
        current.current = { revision: data.revision, ...next };
        setSounds((before) => before.map((sound, index) => (index === screen ? medium.digest : sound)));
        return null;
      }
      if (data?.reason === 'another-account') return words.signIn;
      if (data?.reason !== 'conflict') return words.failed;
      current.current = data.theirs;
    }
    return words.failed;
  }

  return (
    <ol className="narration" start={0}>
      {screens.map(({ title, text }, screen) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a screen is its number.
        <li key={screen} className="card">
          <h2>{title}</h2>
          <p className="spoken">{text}</p>
          {/* biome-ignore lint/a11y/useMediaCaption: the text that is read stands right above. */}
          {sounds[screen] ? <audio controls preload="none" src={`/media/${sounds[screen]}`} aria-label={title} /> : <p>{words.none}</p>}
          <Recorder words={words} label={title} keep={(bytes) => keep(screen, bytes)} />
        </li>
      ))}
    </ol>
  );
}
