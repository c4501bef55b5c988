import { sheep } from '../animals.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { ledger } from '../papers.ts';
import { person } from '../people.ts';
import { fence } from '../places.ts';
import { hay, scale, trough } from '../tools.ts';
import { looseDung } from '../yard.ts';
import { basket, bloat, bush, leaves } from './parts.ts';

const pen = (withLeaf: boolean): Part =>
  at(340, 330, 0.62, sheep()) +
  at(440, 340, 0.62, sheep()) +
  at(400, 430, 0.85, trough('#e5b53a')) +
  (withLeaf ? at(400, 384, 0.9, leaves(7)) : '') +
  at(400, 470, 0.9, fence(300));

/** Leaf for sheep. */
export const sheepFeedScenes: Record<string, string> = {
  'plant-courtyard-mulberry/few-first.svg': scene(
    'few-first',
    background('yard', 250),
    `<g transform="translate(-200 0)">${pen(true)}</g>`,
    at(400, 150, 0.7, ledger()),
    at(560, 350, 0.62, sheep()) +
      at(680, 350, 0.62, sheep(), { flip: true }) +
      at(730, 290, 0.62, sheep(), { flip: true }) +
      at(590, 290, 0.62, sheep()),
    at(640, 420, 0.62, hay()),
    at(640, 470, 0.9, fence(300)),
  ),
  'leaf-for-sheep/cover.svg': scene(
    'cover',
    background('yard', 320),
    at(130, 440, 1.6, bush()),
    at(300, 460, 1.05, person({ who: 'woman', pose: 'holding' })),
    at(396, 352, 0.75, basket()),
    at(520, 460, 1, trough(colour.green)),
    at(520, 400, 1, leaves(8)),
    at(680, 460, 1.05, sheep(), { flip: true }),
  ),
  'leaf-for-sheep/part-of-feed.svg': scene(
    'part-of-feed',
    background('yard', 250),
    panelsOfFeed(),
    at(400, 250, 1, sheep()),
    '<path d="M60 380L90 470H710L740 380Z" fill="#b5763a"/><path d="M280 380L292 470M520 380L508 470" stroke-width="10"/>',
  ),
  'leaf-for-sheep/slow.svg': scene(
    'slow',
    background('yard', 250),
    [130, 330, 530].map((x, i) => at(x, 450, 0.75, trough('#e5b53a')) + at(x, 404, 0.9, leaves([2, 5, 10][i] as number))).join(''),
    arrow(60, 320, 460, 320, colour.green),
    at(650, 330, 0.9, sheep(), { flip: true }),
    tick(),
  ),
  'leaf-for-sheep/sudden.svg': scene(
    'sudden',
    background('yard', 300),
    at(590, 460, 1.1, trough(colour.green)),
    at(590, 396, 1.3, leaves(14)),
    at(280, 450, 1.3, bloat() + sheep({ mood: 'sick' })),
    cross(),
  ),
  'leaf-for-sheep/watch.svg': scene(
    'watch',
    background('yard', 290),
    at(140, 470, 1, person({ who: 'man', pose: 'pointing', face: 'worried' })),
    at(430, 450, 1.25, bloat() + sheep({ mood: 'sick' })),
    at(290, 466, 1, looseDung()),
    at(690, 470, 0.9, trough(colour.green)),
    at(690, 418, 1, leaves(7)),
  ),
  'leaf-for-sheep/compare.svg': scene(
    'compare',
    panels(
      background('yard', 230) + pen(true) + at(400, 200, 0.6, bush()),
      background('yard', 230) + pen(false) + at(400, 200, 0.8, hay()),
      background('plain') + at(380, 300, 0.8, scale()) + at(370, 281, 0.6, sheep()) + at(400, 400, 0.8, ledger()),
    ),
  ),
};

function panelsOfFeed(): Part {
  return (
    at(170, 392, 1, hay()) +
    at(400, 396, 1.3, leaves(10)) +
    `<path d="M530 384Q620 310 716 384Z" fill="${colour.sun}"/><path d="M580 370h.1M610 352h.1M640 364h.1M670 374h.1M620 376h.1" stroke-width="10" stroke="#b5763a"/>`
  );
}
