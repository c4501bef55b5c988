import { useEffect, useId, useRef, useState } from 'react';
import type { LibraryMedium } from '../../../domain/lessons/media/media-library.ts';
import type { Desk } from '../desk.ts';
import { libraryOf } from '../server.ts';
import type { FileKind } from './kinds.ts';

interface Props {
  desk: Desk;
  kind: FileKind;
  onChoose(medium: LibraryMedium): void;
  onClose(): void;
}

/** What the base has of one kind, to choose from. */
export function LibraryDialog({ desk, kind, onChoose, onClose }: Props) {
  const { words } = desk;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [all, setAll] = useState<LibraryMedium[] | 'asking' | 'failed'>('asking');
  const [wanted, setWanted] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (all !== 'asking') return;
    let isGone = false;
    void libraryOf(desk.base).then((found) => {
      if (!isGone) setAll(found ?? 'failed');
    });
    return () => {
      isGone = true;
    };
  }, [all, desk.base]);
  const ofKind = Array.isArray(all) ? all.filter((medium) => medium.kind === kind) : [];
  const shown = ofKind.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));

  return (
    <dialog ref={dialog} className="library" aria-labelledby={`${id}-heading`} onClose={onClose}>
      <header>
        <h2 id={`${id}-heading`}>{words.media.libraryOf[kind]}</h2>
        <button type="button" className="quiet small" onClick={onClose}>
          {words.close}
        </button>
      </header>
      {all === 'asking' && <p role="status">{words.opening}</p>}
      {all === 'failed' && (
        <p className="notice alert" role="alert">
          {words.media.libraryFailed}{' '}
          <button type="button" className="quiet small" onClick={() => setAll('asking')}>
            {words.media.again}
          </button>
        </p>
      )}
      {Array.isArray(all) && ofKind.length === 0 && <p>{words.media.libraryEmpty[kind]}</p>}
      {ofKind.length > 0 && (
        <>
          <label htmlFor={`${id}-name`}>{words.media.search}</label>
          <input id={`${id}-name`} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
          {shown.length === 0 && <p role="status">{words.media.noneFound}</p>}
          <ul>
            {shown.map((medium) => (
              <li key={medium.digest}>
                {kind === 'picture' && <img src={`/media/${medium.digest}`} alt="" loading="lazy" />}
                {/* biome-ignore lint/a11y/useMediaCaption: a trainer listens which one it is */}
                {kind === 'sound' && <audio controls preload="none" src={`/media/${medium.digest}`} aria-label={medium.name} />}
                {/* biome-ignore lint/a11y/useMediaCaption: a trainer looks which one it is */}
                {kind === 'video' && <video controls preload="none" src={`/media/${medium.digest}`} aria-label={medium.name} />}
                <span className="name">{medium.name}</span>
                <small className="soft">{Math.ceil(medium.size / 1000)} kB</small>
                <button type="button" className="small" onClick={() => onChoose(medium)}>
                  {words.media.use}
                  <span className="unseen"> {medium.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </dialog>
  );
}
