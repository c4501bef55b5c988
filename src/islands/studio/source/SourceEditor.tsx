import { Compartment } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { Language, LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import type { LessonThings } from '../desk.ts';
import { completionIn } from './completion.ts';
import { diagnosticsOf, showProblems } from './diagnostics.ts';
import { makeEditor } from './make-editor.ts';

interface Props {
  label: string;
  lang: string;
  /** Of the screen: what is said about the text. */
  language: Language;
  words: StudioWords;
  kind: 'mdx' | 'yaml';
  value: string;
  /** Null while they are of an older text: what is underlined then moves along with its words. */
  problems: LessonProblem[] | null;
  things: LessonThings;
  /** Where the cursor goes when this number changes. */
  cursor: { offset: number; turn: number } | null;
  onChange(value: string): void;
  onCursor(offset: number): void;
  onUndo(): void;
  onRedo(): void;
}

/**
 * One file as it is written. It stands in a shadow root: there CodeMirror brings its styles as constructed sheets, which the page's policy
 * against inline styles allows; in the page itself it would write a style element.
 */
export function SourceEditor(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const parent = document.createElement('div');
    root.append(parent);
    const completion = new Compartment();
    const editor = makeEditor({
      root,
      parent,
      value: latest.current.value,
      kind: latest.current.kind,
      label: latest.current.label,
      lang: latest.current.lang,
      phrases: latest.current.words.sourceEditor,
      completion: completion.of(completionIn(() => latest.current.things, latest.current.words)),
      onChange: (value) => latest.current.onChange(value),
      onCursor: (offset) => latest.current.onCursor(offset),
      onUndo: () => latest.current.onUndo(),
      onRedo: () => latest.current.onRedo(),
    });
    view.current = editor;
    return () => {
      editor.destroy();
      parent.remove();
      view.current = null;
    };
  }, []);

  // With the drawing itself: later, a letter typed meanwhile would be taken back and put in again behind the next one.
  useLayoutEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const now = editor.state.doc.toString();
    if (now !== asShown(props.value)) editor.dispatch({ changes: differenceOf(now, asShown(props.value)) });
  }, [props.value]);

  useEffect(() => {
    const editor = view.current;
    if (editor && props.problems) showProblems(editor, diagnosticsOf(editor.state.doc, props.problems, props.language));
  }, [props.problems, props.language]);

  const turn = props.cursor?.turn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new turn moves the cursor
  useEffect(() => {
    const editor = view.current;
    if (!editor || !props.cursor) return;
    const at = Math.min(shownOffset(props.value, props.cursor.offset), editor.state.doc.length);
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    editor.focus();
  }, [turn]);

  return <div className="file-text" ref={host} />;
}

/** CodeMirror counts every line end as one character; the file's own line ends are put back when the text leaves it. */
function asShown(value: string): string {
  return value.replaceAll('\r\n', '\n');
}

function shownOffset(value: string, offset: number): number {
  return asShown(value.slice(0, offset)).length;
}

/** The one stretch in which two texts differ. */
function differenceOf(before: string, after: string): { from: number; to: number; insert: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
