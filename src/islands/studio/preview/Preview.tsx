import { useEffect, useState } from 'react';
import type { DraftFiles, DraftMedia } from '../../../domain/lessons/drafts/draft.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';

interface Props {
  lesson: string;
  words: StudioWords;
  /** The revision the server shows. */
  revision: number;
  media: DraftMedia;
  files: DraftFiles;
}

const HEAVY = 1_000_000;

/** The lesson in the real kiosk page, at kiosk size, both languages, as of the last save. */
export function Preview({ lesson, words, revision, media, files }: Props) {
  const weight = useWeight(media, files);
  return (
    <section className="preview" aria-label={words.preview.heading}>
      <p className={weight > HEAVY ? 'notice alert' : 'soft'}>
        {words.preview.weight(inWords(weight))}
        {weight > HEAVY && ` ${words.preview.tooHeavy}`} {words.preview.waiting}
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

/** Bytes a kiosk fetches: the used media as stored, and the larger of both texts. */
function useWeight(media: DraftMedia, files: DraftFiles): number {
  const [sizes, setSizes] = useState<Record<string, number>>({});
  useEffect(() => {
    let isGone = false;
    const unknown = [...new Set(Object.values(media))].filter((digest) => !(digest in sizes));
    if (unknown.length === 0) return;
    void Promise.all(unknown.map(async (digest) => [digest, await sizeOf(digest)] as const)).then((found) => {
      if (!isGone) setSizes((known) => ({ ...known, ...Object.fromEntries(found) }));
    });
    return () => {
      isGone = true;
    };
  }, [media, sizes]);
  const used = Object.entries(media).filter(([file]) => Object.values(files).some((text) => text.includes(file)));
  const texts = new TextEncoder();
  const text = Math.max(texts.encode(files.zh).length, texts.encode(files.en).length);
  return used.reduce((sum, [, digest]) => sum + (sizes[digest] ?? 0), text);
}

async function sizeOf(digest: string): Promise<number> {
  try {
    const answer = await fetch(`/media/${digest}`, { headers: { 'accept-encoding': 'identity' } });
    return (await answer.blob()).size;
  } catch {
    return 0;
  }
}

function inWords(bytes: number): string {
  return bytes < HEAVY ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / HEAVY).toFixed(1)} MB`;
}
