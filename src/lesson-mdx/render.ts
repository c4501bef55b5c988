import { isBlank, isElement } from './check-nodes.ts';
import type { Language } from './checked-lesson.ts';
import type { Rendering } from './components/component.ts';
import { COMPONENTS } from './components/index.ts';
import { readElement } from './elements.ts';
import { attribute, escapeHtml } from './escape-html.ts';
import type { MediaLibrary } from './media.ts';
import type { LessonNode } from './parse-mdx.ts';
import { isSafeUrl } from './safe-url.ts';

const PHRASING = new Set(['text', 'strong', 'emphasis', 'link', 'break', 'mdxJsxTextElement']);

/** Renders checked nodes. Every tag comes from this file or a component, every text is escaped. */
export function rendering(language: Language, media: MediaLibrary): Rendering {
  const self: Rendering = { language, flow, inline, speech, picture, address };
  return self;

  function flow(nodes: LessonNode[]): string {
    let html = '';
    let words: LessonNode[] = [];
    const closeParagraph = () => {
      if (words.some((node) => !isBlank(node))) html += `<p>${inline(words).trim()}</p>`;
      words = [];
    };
    for (const node of nodes) {
      if (PHRASING.has(node.type) && !standsAlone(node)) words.push(node);
      else {
        closeParagraph();
        html += block(node);
      }
    }
    closeParagraph();
    return html;
  }

  function block(node: LessonNode): string {
    const children = node.children ?? [];
    switch (node.type) {
      case 'paragraph':
        return `<p>${inline(children)}</p>`;
      case 'heading':
        return (node.depth ?? 0) <= 3 ? `<h3>${inline(children)}</h3>` : `<h4>${inline(children)}</h4>`;
      case 'blockquote':
        return `<blockquote>${flow(children)}</blockquote>`;
      case 'list':
        return list(node);
      default:
        return isElement(node) ? element(node) : '';
    }
  }

  function list(node: LessonNode): string {
    const items = (node.children ?? []).map((item) => `<li>${listItem(item.children ?? [])}</li>`).join('');
    if (!node.ordered) return `<ul>${items}</ul>`;
    // Markdown allows nine digits, which a number always holds.
    return node.start && node.start !== 1 ? `<ol start="${Number(node.start)}">${items}</ol>` : `<ol>${items}</ol>`;
  }

  function listItem(children: LessonNode[]): string {
    const [first, ...rest] = children;
    return first?.type === 'paragraph' ? inline(first.children ?? []) + flow(rest) : flow(children);
  }

  function inline(nodes: LessonNode[]): string {
    return nodes.map(phrase).join('');
  }

  function phrase(node: LessonNode): string {
    const children = node.children ?? [];
    switch (node.type) {
      case 'text':
        return escapeHtml(node.value ?? '');
      case 'strong':
        return `<strong>${inline(children)}</strong>`;
      case 'emphasis':
        return `<em>${inline(children)}</em>`;
      case 'break':
        return '<br>';
      case 'link':
        return link(node);
      case 'paragraph':
        return inline(children);
      default:
        return isElement(node) ? element(node) : '';
    }
  }

  function link(node: LessonNode): string {
    const url = node.url ?? '';
    const text = inline(node.children ?? []);
    // Checked before; checked again where it would do harm.
    return isSafeUrl(url)
      ? `<a${attribute('href', url)}${attribute('title', node.title ?? undefined)} rel="noopener noreferrer">${text}</a>`
      : text;
  }

  function element(node: LessonNode): string {
    return COMPONENTS.get(node.name ?? '')?.html(readElement(node), self) ?? '';
  }

  function picture(path: string, alt: string): string {
    const found = media.get(path);
    const size = attribute('width', found?.size?.width) + attribute('height', found?.size?.height);
    return `<img${attribute('src', address(path))}${attribute('alt', alt)}${size} loading="lazy">`;
  }

  function address(path: string): string {
    return `/media/${media.get(path)?.digest ?? ''}`;
  }

  function speech(nodes: LessonNode[]): string {
    return nodes
      .map(spoken)
      .join('')
      .replace(/[ \t]*\n\s*/g, '\n')
      .trim();
  }

  function spoken(node: LessonNode): string {
    if (isElement(node)) {
      const component = COMPONENTS.get(node.name ?? '');
      const words = component?.speech(readElement(node), self) ?? '';
      return component?.stands === 'in-text' ? words : `${words}\n`;
    }
    if (node.type === 'text') return node.value ?? '';
    if (node.type === 'break') return '\n';
    const words = (node.children ?? []).map(spoken).join('');
    return ['paragraph', 'heading', 'listItem'].includes(node.type) ? `${words}\n` : words;
  }
}

function standsAlone(node: LessonNode): boolean {
  return isElement(node) && COMPONENTS.get(node.name ?? '')?.stands !== 'in-text';
}
