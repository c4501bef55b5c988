import type { LessonProblem } from './checked-lesson.ts';
import { lessonProblem, placeAt } from './problems.ts';

// What drawings need and nothing that can run, load or link. `style` is looked into separately.
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image style marker mask pattern ' +
    'clipPath linearGradient radialGradient stop filter feGaussianBlur feOffset feMerge feMergeNode feFlood feComposite feColorMatrix feBlend'
  ).split(' '),
);
const COMMENT = /<!--[\s\S]*?-->/g;
const TAG = /<([/?!]?)([^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([^\s=/]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** Problems of an SVG picture: it must be well formed, draw only, and take nothing from outside itself. */
export function checkSvg(file: string, source: string): LessonProblem[] {
  // Comments become spaces, so that positions stay.
  const svg = source.replace(/^\uFEFF/, ' ').replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
  const problems: LessonProblem[] = [];
  const open: string[] = [];
  const refuse = (index: number, what: string) => problems.push(lessonProblem(file, placeAt(svg, index), 'unsafe-svg', what));
  const broken = (index: number, what: string) => problems.push(lessonProblem(file, placeAt(svg, index), 'broken-svg', what));
  let end = 0;
  let elements = 0;
  for (const tag of svg.matchAll(TAG)) {
    const [whole, mark, name = '', rest = ''] = tag;
    checkText(svg.slice(end, tag.index), end);
    end = tag.index + whole.length;
    if (mark === '?') {
      if (name !== 'xml') refuse(tag.index, `<?${name}?>`);
    } else if (mark === '!') {
      refuse(tag.index, `<!${name}>`);
    } else if (mark === '/') {
      if (open.pop() !== name) broken(tag.index, `</${name}>`);
    } else {
      elements += 1;
      if (!ELEMENTS.has(name)) refuse(tag.index, `<${name}>`);
      if (open.length === 0 && (elements > 1 || name !== 'svg')) broken(tag.index, `<${name}>`);
      for (const what of unsafeAttributes(name, rest)) refuse(tag.index, what);
      if (!rest.trimEnd().endsWith('/')) open.push(name);
    }
    if (problems.length > 20) return problems;
  }
  checkText(svg.slice(end), end);
  if (elements === 0) broken(0, '<svg>');
  for (const name of open) broken(svg.length, `<${name}>`);
  return problems;

  function checkText(text: string, index: number): void {
    if (text.includes('<')) broken(index + text.indexOf('<'), '<');
    if (open.at(-1) === 'style' && isUnsafeStyle(text)) refuse(index, 'url( ) / @import');
  }
}

function unsafeAttributes(element: string, attributes: string): string[] {
  const unsafe: string[] = [];
  for (const [, name = '', quoted = ''] of attributes.matchAll(ATTRIBUTE)) {
    const value = quoted.slice(1, -1);
    const local = name.toLowerCase().replace(/^.*:/, '');
    if (local.startsWith('on')) unsafe.push(name);
    else if (local === 'href' || local === 'src') {
      const isOwn = value.startsWith('#') || (element === 'image' && /^data:image\/(png|jpeg|webp);base64,[\w+/=\s]+$/.test(value));
      if (!isOwn) unsafe.push(`${name}="${value.slice(0, 80)}"`);
    } else if (local === 'base') unsafe.push(name);
    else if (local !== 'aria-label' && isUnsafeStyle(value)) unsafe.push(`${name}="${value.slice(0, 80)}"`);
  }
  // Anything left after the quoted attributes was written in a way we do not read.
  if (attributes.replace(ATTRIBUTE, '').replace(/[\s/]/g, '') !== '') unsafe.push(attributes.trim().slice(0, 80));
  return unsafe;
}

// A backslash or a character reference can spell any of these words, so neither is allowed.
function isUnsafeStyle(css: string): boolean {
  const hasWord = /@import|expression\(|javascript:|image-set|src\(/i.test(css);
  const hasOutsideUrl = /url\s*\((?!\s*(?:&quot;|["'])?#)/i.test(css);
  return hasWord || hasOutsideUrl || /\\|&#/.test(css);
}
