import { useContext, useId } from 'react';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import { LessonThingsContext } from '../desk.ts';

interface Props {
  words: StudioWords;
  label: string;
  /** File name in the lesson. */
  value: string;
  onChange(file: string): void;
}

/** Chooses one of the lesson's pictures. */
export function PictureField({ words, label, value, onChange }: Props) {
  const id = useId();
  const { pictures } = useContext(LessonThingsContext);
  const digest = pictures.find(([file]) => file === value)?.[1];
  return (
    <div className="field picture">
      {digest && <img src={`/media/${digest}`} alt="" />}
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{pictures.length > 0 ? words.choosePicture : words.noPictures}</option>
        {value !== '' && !digest && <option value={value}>{value}</option>}
        {pictures.map(([file]) => (
          <option key={file} value={file}>
            {file}
          </option>
        ))}
      </select>
    </div>
  );
}
