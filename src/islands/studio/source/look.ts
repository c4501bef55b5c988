import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The house's colours; its variables reach into the shadow root. */
export const look: ReturnType<typeof EditorView.theme> = EditorView.theme({
  '&': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'calc(var(--radius) / 2)',
  },
  '&.cm-focused': { outline: '3px solid var(--topic-science)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Consolas, monospace', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--ground)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', color: 'var(--ink)', border: '1px solid var(--line-strong)' },
  // CodeMirror draws these with pictures in data: addresses, which the page's policy keeps out.
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--alert)', textUnderlineOffset: '0.2em' },
  '.cm-lint-marker-error': { content: 'normal', '&::before': { content: '"✗"', color: 'var(--alert)', fontWeight: '700' } },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline dotted var(--earth)', textUnderlineOffset: '0.2em' },
  '.cm-lint-marker-warning': { content: 'normal', '&::before': { content: '"!"', color: 'var(--earth)', fontWeight: '700' } },
  '.cm-lintRange-active': { backgroundColor: 'var(--alert-soft)' },
  '.cm-diagnostic-error': { borderInlineStartColor: 'var(--alert)' },
  '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--earth)' },
  '.cm-completionDetail': { color: 'var(--ink-soft)', fontStyle: 'normal' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--leaf)', color: 'var(--leaf-ink)' },
});

export const highlighting: HighlightStyle = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700', color: 'var(--earth)' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.link, textDecoration: 'underline' },
  { tag: tags.url, color: 'var(--topic-science)' },
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--leaf)' },
  { tag: [tags.attributeName, tags.propertyName], color: 'var(--topic-innovation)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--topic-development)' },
  { tag: [tags.comment, tags.processingInstruction], color: 'var(--ink-soft)' },
  { tag: [tags.number, tags.bool], color: 'var(--topic-science)' },
]);
