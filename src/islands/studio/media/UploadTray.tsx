import { mediaWords } from '../../../i18n/media/words.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { Upload, Uploads } from './use-uploads.ts';

interface Props {
  words: StudioWords;
  language: Language;
  uploads: Uploads;
}

/** The files on their way, each with its bar. */
export function UploadTray({ words, language, uploads: { uploads, stop, goOn, drop } }: Props) {
  const { upload: said } = mediaWords(language);
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads tray" aria-label={words.media.sending}>
      {uploads.map((each) => (
        <li key={each.id}>
          <strong>{each.name}</strong>
          {each.refused === null && <progress max={1} value={partSent(each)} aria-label={each.name} />}
          <p role="status" className={each.refused || each.halted ? 'notice alert' : undefined}>
            {each.refused ?? sentence(each, said)}
          </p>
          {each.refused === null && (
            <button type="button" className="quiet small" onClick={() => (each.halted ? goOn(each.id) : stop(each.id))}>
              {each.halted ? said.goOn : said.stop}
            </button>
          )}
          {(each.refused !== null || each.halted) && (
            <button type="button" className="quiet small" onClick={() => drop(each.id)}>
              {words.media.forget}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function partSent({ state }: Upload): number {
  return state ? state.sent / state.size : 0;
}

function sentence(upload: Upload, said: ReturnType<typeof mediaWords>['upload']): string {
  if (upload.halted) return upload.halted === 'stopped' ? said.stopped : said.signIn;
  if (!upload.state) return said.sending.replace('{n}', '0');
  // Said when it changes by ten, or it would talk without end.
  return said[upload.state.kind].replace('{n}', String(Math.floor(partSent(upload) * 10) * 10));
}
