import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { barHeight } from '../bar-height.ts';
import { highlighting, look } from './look.ts';

interface EditorOptions {
  root: ShadowRoot;
  parent: HTMLElement;
  value: string;
  kind: 'mdx' | 'yaml';
  label: string;
  lang: string;
  /** CodeMirror's own sentences in the language of the screen. */
  phrases: Record<string, string>;
  completion: Extension;
  onChange(value: string): void;
  onCursor(offset: number): void;
  onUndo(): void;
  onRedo(): void;
}

/** A CodeMirror on one file. Undo belongs to the whole studio, so it has no history of its own. */
export function makeEditor(options: EditorOptions): EditorView {
  const lines = mixedLines(options.value);
  const state = EditorState.create({
    doc: options.value,
    extensions: [
      EditorState.phrases.of(options.phrases),
      lineNumbers(),
      drawSelection(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      EditorView.scrollMargins.of(() => ({ top: barHeight() })),
      options.kind === 'yaml' ? yaml() : markdown({ completeHTMLTags: false }),
      syntaxHighlighting(highlighting),
      look,
      options.completion,
      lintGutter(),
      keymap.of([
        { key: 'Mod-z', run: () => done(options.onUndo) },
        { key: 'Mod-y', run: () => done(options.onRedo) },
        { key: 'Mod-Shift-z', run: () => done(options.onRedo) },
        ...lintKeymap,
        ...defaultKeymap,
        // Escape, then Tab leaves the editor: CodeMirror's own way out for keyboards.
        indentWithTab,
      ]),
      EditorView.contentAttributes.of({ 'aria-label': options.label, lang: options.lang, spellcheck: 'false' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && update.transactions.some((transaction) => transaction.isUserEvent('input') || isTyped(transaction)))
          options.onChange(lines(update.state.doc.toString()));
        if (update.selectionSet) options.onCursor(lines(update.state.sliceDoc(0, update.state.selection.main.head)).length);
      }),
    ],
  });
  return new EditorView({ state, root: options.root, parent: options.parent });
}

function isTyped(transaction: { isUserEvent(event: string): boolean }): boolean {
  return ['delete', 'move', 'paste', 'complete', 'indent'].some((event) => transaction.isUserEvent(event));
}

function done(work: () => void): boolean {
  work();
  return true;
}

/** Puts the file's line ends back: a file of Windows keeps \r\n. */
function mixedLines(source: string): (text: string) => string {
  return source.includes('\r\n') ? (text) => text.replaceAll('\n', '\r\n') : (text) => text;
}
