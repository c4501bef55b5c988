import { useEffect, useState } from 'react';
import type { LessonWeight } from '../../../domain/lessons/drafts/weight-rules.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import { weigh } from '../server.ts';

interface Props {
  lesson: string;
  words: StudioWords;
  /** The revision the server shows. */
  revision: number;
}

const MEGABYTE = 1_000_000;

/** The lesson in the real kiosk page, at kiosk size, both languages, as of the last save. */
export function Preview({ lesson, words, revision }: Props) {
  const weight = useWeight(lesson, revision);
  return (
    <section className="preview" aria-label={words.preview.heading}>
      <p className={weight?.isHeavy ? 'notice alert' : 'soft'} data-weight={weight?.total}>
        {weight && words.preview.weight(inWords(weight.total))}
        {weight?.isHeavy && ` ${words.preview.tooHeavy(weight.parts.slice(0, 3).map(({ path, bytes }) => `${path} ${inWords(bytes)}`))}`}{' '}
        {words.preview.waiting}
      </p>
      <div className="columns">
        {(['zh', 'en'] as const).map((language) => (
          <div className="kiosk-frame" key={language}>
            <iframe
              key={revision}
              src={`/trainer/studio/${lesson}/preview/${language}/?bare`}
              title={words.preview.frame(words.languages[language])}
              width={1080}
              height={1920}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

/** What a kiosk fetches for the heavier language of the saved revision, as the server reckons it: nothing is fetched to weigh it. */
function useWeight(lesson: string, revision: number): LessonWeight | null {
  const [weight, setWeight] = useState<LessonWeight | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: weighed anew with each save
  useEffect(() => {
    let isGone = false;
    void weigh(lesson).then((found) => {
      if (!isGone && found) setWeight(found);
    });
    return () => {
      isGone = true;
    };
  }, [lesson, revision]);
  return weight;
}

function inWords(bytes: number): string {
  return bytes < MEGABYTE ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
