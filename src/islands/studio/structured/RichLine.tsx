import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { Run } from '../../../lesson-mdx/blocks/inline-runs.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import { InsertForm } from './InsertForm.tsx';
import { drawLine, putRun, readLine } from './rich-dom.ts';
import { selectHint } from './select-hint.ts';

interface Props {
  source: string;
  label: string;
  language: Language;
  words: StudioWords;
  placeholder: string;
  onChange(source: string): void;
  /** Enter; `isAtEnd` when nothing stands behind the cursor. */
  onEnter?: (isAtEnd: boolean) => void;
  /** Backspace in an empty line. */
  onErase?: () => void;
  /** Takes a paste that is more than words for this line; false when it is not. */
  onPaste?: (data: DataTransfer) => boolean;
}

/** One line of text as a reader sees it: words, bold, links and explained terms, without any marks. */
export function RichLine({ source, label, language, words, placeholder, onChange, onEnter, onErase, onPaste }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const shown = useRef<string | null>(null);
  const range = useRef<Range | null>(null);
  const [asking, setAsking] = useState<'term' | 'link' | null>(null);

  useLayoutEffect(() => {
    if (!line.current || shown.current === source) return;
    drawLine(line.current, source);
    shown.current = source;
  }, [source]);

  const tell = () => {
    if (!line.current) return;
    const text = readLine(line.current);
    shown.current = text;
    onChange(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'b') {
      event.preventDefault();
      embolden();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (event.shiftKey) document.execCommand('insertLineBreak');
      else onEnter?.(isCursorAtEnd(line.current));
    } else if (event.key === 'Backspace' && line.current?.textContent === '' && onErase) {
      event.preventDefault();
      onErase();
    }
  };

  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    if (onPaste?.(event.clipboardData)) return;
    const text = event.clipboardData.getData('text/plain').slice(0, 200_000);
    document.execCommand('insertText', false, text.replace(/\s*[\r\n]+\s*/g, ' '));
  };

  const embolden = () => {
    line.current?.focus();
    document.execCommand('bold');
    tell();
  };

  const ask = (what: 'term' | 'link') => {
    const selection = getSelection();
    const marked = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    range.current = marked && line.current?.contains(marked.commonAncestorContainer) ? marked.cloneRange() : null;
    setAsking(what);
  };

  const insert = (run: Run) => {
    setAsking(null);
    if (!line.current) return;
    putRun(line.current, range.current ?? endOf(line.current), run);
    tell();
  };

  return (
    <div className="rich">
      {/* biome-ignore lint/a11y/useSemanticElements: an input cannot show bold words and explained terms */}
      <div
        ref={line}
        className="line"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-label={label}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        data-placeholder={placeholder}
        data-empty={source.trim() === '' ? '' : undefined}
        spellCheck={false}
        onInput={tell}
        onFocus={(event) => selectHint(event.currentTarget)}
        onKeyDown={onKeyDown}
        onPaste={paste}
        onDrop={(event) => event.preventDefault()}
      />
      <div className="marks" role="toolbar" aria-label={label}>
        <button type="button" className="quiet small" onMouseDown={(event) => event.preventDefault()} onClick={embolden}>
          <b>{words.bold}</b>
        </button>
        <button type="button" className="quiet small" onMouseDown={(event) => event.preventDefault()} onClick={() => ask('term')}>
          {words.term}
        </button>
        <button type="button" className="quiet small" onMouseDown={(event) => event.preventDefault()} onClick={() => ask('link')}>
          {words.link}
        </button>
      </div>
      {asking && (
        <InsertForm
          what={asking}
          chosen={range.current?.toString() ?? ''}
          words={words}
          onInsert={insert}
          onCancel={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function isCursorAtEnd(line: HTMLElement | null): boolean {
  const selection = getSelection();
  if (!line || !selection || selection.rangeCount === 0) return true;
  const rest = selection.getRangeAt(0).cloneRange();
  rest.setEnd(line, line.childNodes.length);
  return rest.toString() === '';
}

function endOf(line: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(line);
  range.collapse(false);
  return range;
}
