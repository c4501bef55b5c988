import { useContext, useId } from 'react';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import { LessonThingsContext } from '../desk.ts';

interface Props {
  words: StudioWords;
  label: string;
  /** File name in the lesson. */
  value: string;
  kind: keyof typeof FITTING;
  onChange(file: string): void;
}

/** File names that fit what a prop holds. */
export const FITTING = {
  picture: /\.(?:svg|png|jpe?g|webp)$/i,
  video: /\.mp4$/i,
  sound: /\.(?:mp3|m4a|ogg)$/i,
  captions: /\.vtt$/i,
} as const;

/** Chooses one of the lesson's files of a kind; a picture is shown. */
export function MediaField({ words, label, value, kind, onChange }: Props) {
  const id = useId();
  const { files } = useContext(LessonThingsContext);
  const fitting = files.filter(([file]) => FITTING[kind].test(file));
  const digest = files.find(([file]) => file === value)?.[1];
  return (
    <div className="field picture">
      {digest && kind === 'picture' && <img src={`/media/${digest}`} alt="" />}
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
    </div>
  );
}
