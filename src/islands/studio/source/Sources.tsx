import type { DraftFiles } from '../../../domain/lessons/drafts/draft.ts';
import { LANGUAGE_TAGS } from '../../../i18n/languages.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { Language, LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import type { LessonThings } from '../desk.ts';
import { SourceEditor } from './SourceEditor.tsx';

export interface Cursor {
  part: keyof DraftFiles;
  offset: number;
  turn: number;
}

interface Props {
  language: Language;
  words: StudioWords;
  files: DraftFiles;
  /** Null while they are of an older text. */
  problems: LessonProblem[] | null;
  things: LessonThings;
  cursor: Cursor | null;
  onChange(part: keyof DraftFiles, source: string): void;
  onCursor(part: keyof DraftFiles, offset: number): void;
  onUndo(): void;
  onRedo(): void;
}

const NAMES = { zh: 'zh.mdx', en: 'en.mdx', metadata: 'lesson.yaml' } as const;

/** The three files as they are written: both languages side by side, lesson.yaml below. */
export function Sources({ language, words, files, problems, things, cursor, onChange, onCursor, onUndo, onRedo }: Props) {
  const editor = (part: keyof DraftFiles) => (
    <section className="source" key={part} aria-label={words.files[part]} data-source={part}>
      <h2>{words.files[part]}</h2>
      <SourceEditor
        {...{ language, words }}
        label={words.files[part]}
        lang={LANGUAGE_TAGS[part === 'en' ? 'en' : 'zh']}
        kind={part === 'metadata' ? 'yaml' : 'mdx'}
        value={files[part]}
        problems={problems?.filter(({ file }) => file === NAMES[part]) ?? null}
        things={things}
        cursor={cursor?.part === part ? cursor : null}
        onChange={(source) => onChange(part, source)}
        onCursor={(offset) => onCursor(part, offset)}
        onUndo={onUndo}
        onRedo={onRedo}
      />
    </section>
  );
  return (
    <>
      <div className="columns">{(['zh', 'en'] as const).map(editor)}</div>
      {editor('metadata')}
    </>
  );
}
