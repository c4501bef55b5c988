import { useContext, useState } from 'react';
import { mediaWords } from '../../../i18n/media/words.ts';
import { nameRecording } from '../../../lesson-mdx/blocks/recordings.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import { Recorder } from '../../media/Recorder.tsx';
import { type Desk, LessonThingsContext } from '../desk.ts';

interface Props {
  desk: Desk;
  language: Language;
  /** Of the kiosk: 0 is the cover. */
  screen: number;
  label: string;
}

/** The trainer's voice for one screen: hear it, record it, take it away. Where nothing is recorded the kiosk's own voice reads. */
export function NarrationField({ desk, language, screen, label }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { files, recordings } = useContext(LessonThingsContext);
  const { words } = desk;
  const file = recordings[language].get(screen);
  const digest = files.find(([name]) => name === file)?.[1];
  const name = `${words.media.narration} · ${label} · ${words.languages[language]}`;
  const keep = (recording: string | null) =>
    desk.act((text) => ({ ...text, metadata: nameRecording(text.metadata, language, screen, recording) }), null);

  return (
    <div className="narration-field">
      {digest && (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: the text that is read stands right above */}
          <audio controls preload="none" src={`/media/${digest}`} aria-label={name} />
          <button type="button" className="quiet small" onClick={() => keep(null)}>
            {words.media.noRecording}
            <span className="unseen"> · {name}</span>
          </button>
        </>
      )}
      <button type="button" className="quiet small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {digest ? words.media.recordAgain : words.media.readAloud}
        <span className="unseen"> · {name}</span>
      </button>
      {isOpen && (
        <Recorder
          words={mediaWords(desk.language).recorder}
          label={name}
          keep={(bytes) => desk.record(`narration-${language}`, bytes, keep)}
        />
      )}
    </div>
  );
}
