import type { StudioWords } from '../../i18n/studio/words.ts';

interface Props {
  words: StudioWords;
  mode: 'blocks' | 'source';
  isPreviewed: boolean;
  isPublishing: boolean;
  lesson: string;
  canUndo: boolean;
  canRedo: boolean;
  onUndo(): void;
  onRedo(): void;
  onBlocks(): void;
  onSource(): void;
  onPreview(): void;
  onPublish(): void;
}

export function Toolbar({ words, mode, isPreviewed, isPublishing, lesson, canUndo, canRedo, ...on }: Props) {
  return (
    <div className="toolbar">
      <div className="modes" role="toolbar">
        <button type="button" className="quiet" aria-pressed={mode === 'blocks'} onClick={on.onBlocks}>
          {words.blocks}
        </button>
        <button type="button" className="quiet" aria-pressed={mode === 'source'} onClick={on.onSource}>
          {words.source}
        </button>
      </div>
      <button type="button" className="quiet" disabled={!canUndo} onClick={on.onUndo}>
        ↶ {words.undo}
      </button>
      <button type="button" className="quiet" disabled={!canRedo} onClick={on.onRedo}>
        ↷ {words.redo}
      </button>
      <button type="button" className="quiet" aria-pressed={isPreviewed} onClick={on.onPreview}>
        {isPreviewed ? words.preview.hide : words.preview.show}
      </button>
      <a className="button quiet" href={`/trainer/studio/${lesson}/history/`}>
        {words.history}
      </a>
      <button type="button" className="primary" aria-expanded={isPublishing} onClick={on.onPublish}>
        {words.publish}…
      </button>
    </div>
  );
}
