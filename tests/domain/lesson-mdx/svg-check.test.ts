import { describe, expect, it } from 'vitest';
import { readMedia } from '../../../src/lesson-mdx/media.ts';
import { isSafeUrl } from '../../../src/lesson-mdx/safe-url.ts';
import { checkSvg } from '../../../src/lesson-mdx/svg-check.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>\n${inside}</svg>`;

describe('an SVG that only draws passes', () => {
  it.each([
    '<path d="M0 0h10" style="fill:url(#a)"/>',
    '<!-- <script> --><use href="#a"/>',
    '<style>.a{fill:#fff}</style><text x="1">on x = 3</text>',
    '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>',
  ])('%s', (inside) => expect(checkSvg('a.svg', svg(inside))).toEqual([]));
});

describe('an SVG that could do more is refused', () => {
  it.each([
    '<script>alert(1)</script>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
    '<SCRIPT/>',
    '<rect onclick="alert(1)"/>',
    '<rect ONload=alert(1) />',
    '<foreignObject><p>x</p></foreignObject>',
    '<image href="https://example.org/a.png"/>',
    '<use xlink:href="other.svg#a"/>',
    '<use href="&#106;avascript:alert(1)"/>',
    '<a href="#x">x</a>',
    '<rect fill="url(https://example.org/#a)"/>',
    '<rect style="fill:u\\72l(//example.org)"/>',
    '<style>@import "https://example.org/a.css";</style>',
    '<style>&#64;import "//example.org/a.css";</style>',
    '<rect fill="u&#114;l&#40;//example.org&#41;"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<![CDATA[<script>alert(1)</script>]]>',
  ])('%s', (inside) => expect(checkSvg('a.svg', svg(inside))[0]).toMatchObject({ file: 'a.svg', line: 2, code: 'unsafe-svg' }));

  it('also with an event on the root, an entity or a stylesheet', () => {
    expect(checkSvg('a.svg', svg('', ' onload="x()"'))[0]?.code).toBe('unsafe-svg');
    expect(checkSvg('a.svg', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`)[0]?.code).toBe('unsafe-svg');
    expect(checkSvg('a.svg', `<?xml-stylesheet href="x.css"?>${svg('')}`)[0]?.code).toBe('unsafe-svg');
  });

  it('also when it is broken', () => {
    expect(checkSvg('a.svg', '<svg><g></svg>')[0]?.code).toBe('broken-svg');
    expect(checkSvg('a.svg', 'hello')[0]?.code).toBe('broken-svg');
    expect(checkSvg('a.svg', '<p>hello</p>').length).toBeGreaterThan(0);
  });
});

describe('other pictures', () => {
  it('are known by their content, with the size in the header', () => {
    const png = Buffer.alloc(24);
    png.write('\u0089PNG\r\n\u001a\n', 'latin1');
    png.writeUInt32BE(640, 16);
    png.writeUInt32BE(480, 20);
    const { library, problems } = readMedia({ 'a.png': png, 'b.jpg': png, 'c.html': Buffer.from('<p>'), '../d.png': png });
    expect(library.get('a.png')?.size).toEqual({ width: 640, height: 480 });
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'b.jpg not-a-picture',
      'c.html not-a-picture',
      '../d.png picture-name',
    ]);
  });
});

describe('addresses', () => {
  it.each(['https://example.org/a?b=c#d', 'mailto:a@example.org', '/zh/', '/media/x'])('%s is safe', (url) =>
    expect(isSafeUrl(url)).toBe(true),
  );
  it.each(['', 'http://a.org', '//a.org', '/\\a.org', 'java\nscript:x', 'data:text/html,x', 'x.html', '#a', 'https:a', ' https://a.org'])(
    '%j is not',
    (url) => expect(isSafeUrl(url)).toBe(false),
  );
});
