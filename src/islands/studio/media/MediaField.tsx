import { type DragEvent, useContext, useId, useRef, useState } from 'react';
import { mediaWords } from '../../../i18n/media/words.ts';
import { Recorder } from '../../media/Recorder.tsx';
import { type Desk, LessonThingsContext } from '../desk.ts';
import { askForWords } from './ask-for-words.ts';
import { FILE_KINDS, type FileKind } from './kinds.ts';
import { LibraryDialog } from './LibraryDialog.tsx';
import { PictureWorkshop } from './picture/PictureWorkshop.tsx';

interface Props {
  desk: Desk;
  label: string;
  /** File name in the lesson. */
  value: string;
  kind: FileKind;
  onChange(file: string): void;
}

/** Shows one file of the lesson and takes another: from the lesson, from this computer, from what the base has, or by recording it. */
export function MediaField({ desk, label, value, kind, onChange }: Props) {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<'library' | 'workshop' | 'recorder' | null>(null);
  const [isOver, setOver] = useState(false);
  const { files } = useContext(LessonThingsContext);
  const { words } = desk;
  const fitting = files.filter(([file]) => FILE_KINDS[kind].names.test(file));
  const digest = files.find(([file]) => file === value)?.[1];

  const put = (file: string) => {
    onChange(file);
    const card = field.current?.closest('.block') ?? null;
    if (kind === 'picture' && card) askForWords(() => card, desk);
  };
  const send = (chosen: FileList | null) => {
    const file = chosen?.[0];
    if (file) desk.send(file, put);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    send(event.dataTransfer.files);
  };
  const close = () => setOpen(null);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to the button inside
    <div
      ref={field}
      className={`field medium ${kind}`}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {digest && <Shown kind={kind} digest={digest} label={label} />}
      <div className="choice">
        <label htmlFor={id}>{label}</label>
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{fitting.length > 0 ? words.chooseFile[kind] : words.noFiles[kind]}</option>
          {value !== '' && !digest && <option value={value}>{value}</option>}
          {fitting.map(([file]) => (
            <option key={file} value={file}>
              {file}
            </option>
          ))}
        </select>
        <div className="actions" role="toolbar" aria-label={words.actionsOf(label)}>
          <input
            ref={chooser}
            type="file"
            hidden
            accept={FILE_KINDS[kind].accept}
            aria-label={words.media.fromComputer[kind]}
            onChange={(event) => {
              send(event.target.files);
              event.target.value = '';
            }}
          />
          <button type="button" className="quiet small" onClick={() => chooser.current?.click()}>
            {words.media.fromComputer[kind]}
          </button>
          <button type="button" className="quiet small" onClick={() => setOpen('library')}>
            {words.media.fromBase}
          </button>
          {kind === 'sound' && (
            <button
              type="button"
              className="quiet small"
              aria-expanded={open === 'recorder'}
              onClick={() => setOpen(open === 'recorder' ? null : 'recorder')}
            >
              {words.media.record}
            </button>
          )}
          {kind === 'picture' && digest && (
            <button type="button" className="quiet small" onClick={() => setOpen('workshop')}>
              {words.media.workshop}
            </button>
          )}
        </div>
        <p className="soft">{words.media.limits[kind]}</p>
      </div>
      {open === 'recorder' && (
        <Recorder words={mediaWords(desk.language).recorder} label={label} keep={(bytes) => desk.record('recording', bytes, onChange)} />
      )}
      {open === 'library' && (
        <LibraryDialog
          desk={desk}
          kind={kind}
          onClose={close}
          onChoose={(medium) => {
            close();
            put(desk.take(medium));
          }}
        />
      )}
      {open === 'workshop' && digest && (
        <PictureWorkshop
          desk={desk}
          file={value}
          digest={digest}
          onClose={close}
          onDone={(picture) => {
            close();
            desk.send(picture, put);
          }}
        />
      )}
    </div>
  );
}

function Shown({ kind, digest, label }: { kind: FileKind; digest: string; label: string }) {
  const address = `/media/${digest}`;
  if (kind === 'picture') return <img src={address} alt="" loading="lazy" />;
  // biome-ignore-start lint/a11y/useMediaCaption: the captions are a field of the same card
  if (kind === 'sound') return <audio controls preload="none" src={address} aria-label={label} />;
  if (kind === 'video') return <video controls preload="none" src={address} aria-label={label} />;
  // biome-ignore-end lint/a11y/useMediaCaption: as above
  return null;
}
