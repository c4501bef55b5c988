import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { manureHeap, mulberry, table } from '../places.ts';
import { bottle, bucket, sack } from '../tools.ts';
import { bush, dots, leaf, leafAt, leaves } from './parts.ts';

const big = (extra: Part, fill?: string): Part => `${background('plain')}${at(400, 420, 2.6, leaf(fill))}${extra}`;

const brown: Part = dots(
  [
    [350, 220],
    [374, 240],
    [352, 260],
    [440, 300],
    [460, 280],
    [448, 324],
    [380, 340],
  ],
  34,
  '#8a5a34',
);

const blight: [number, number][] = [
  [350, 240],
  [450, 230],
  [370, 330],
  [440, 340],
];

const fallen: Part = [90, 200, 290, 380, 470, 560].map((x, i) => leafAt(x, 470 - (i % 3) * 22, (i * 67) % 180, 0.6, '#a9a45a')).join('');

const rake: Part = `<path d="M0 0L90 -230" stroke-width="14"/><path d="M-50 8H50M-44 8v26M-14 8v26M14 8v26M44 8v26" stroke-width="10"/>`;

/** A red cloth tied round a trunk: this leaf is not picked. */
const ribbon: Part = `<path d="M382 372H418V396H382Z" fill="${colour.red}"/><path d="M416 384l44 14l-10 -34ZM416 384l40 40l-6 -34" fill="${colour.red}"/>`;

/** The box at the shop for empty bottles and bags, 200 × 140. */
const crate: Part = `<path d="M-100 -140H100V0H-100Z" fill="${colour.mint}"/><path d="M-100 -140H100" stroke-width="14"/><path d="M-30 -100L0 -126L30 -100M-44 -46L-30 -82M44 -46L30 -82M-34 -30H34" fill="none" stroke="${colour.green}" stroke-width="10"/>`;

const wind: Part = '<path d="M0 0Q60 -26 110 0H150M0 40Q60 14 110 40H150" fill="none" stroke="#4f86a8" stroke-width="9"/>';

/** Diseases of mulberry. */
export const diseaseScenes: Record<string, string> = {
  'mulberry-diseases/signs.svg': scene(
    'signs',
    panels(
      big(
        `<path d="M340 290Q340 210 400 190Q460 210 460 290Q440 350 400 366Q354 350 340 290Z" fill="#fffaf0" fill-opacity="0.85" stroke="none"/>`,
        '#6f9a78',
      ),
      big(dots(blight, 50, colour.sun) + dots(blight, 32, colour.line)),
      big(brown),
    ),
  ),
  'mulberry-diseases/raked.svg': scene(
    'raked',
    background('yard', 320),
    at(150, 440, 1, mulberry('tall')),
    at(380, 460, 1, person({ who: 'old-woman', pose: 'holding' })),
    at(440, 440, 1, rake),
    at(640, 470, 1.2, sack()),
    leafAt(620, 320, -20, 0.6, '#a9a45a'),
    leafAt(660, 320, 20, 0.6, '#a9a45a'),
    tick(),
  ),
  'mulberry-diseases/left-lying.svg': scene(
    'left-lying',
    background('yard', 320),
    at(150, 440, 1, mulberry('tall')),
    fallen,
    at(640, 450, 1.1, manureHeap()),
    leafAt(610, 380, -40, 0.6, '#a9a45a'),
    leafAt(660, 350, 20, 0.6, '#a9a45a'),
    leafAt(690, 420, 60, 0.6, '#a9a45a'),
    cross(),
  ),
  'mulberry-diseases/airy.svg': scene(
    'airy',
    panels(
      background('field', 340) +
        at(360, 440, 1.1, bush()) +
        at(440, 440, 1.1, bush()) +
        at(400, 440, 1.2, bush()) +
        dots(
          [
            [330, 280],
            [400, 250],
            [450, 300],
            [370, 330],
            [480, 270],
            [300, 320],
          ],
          20,
          '#8a5a34',
        ) +
        cross(540, 70),
      background('field', 340) +
        at(400, 440, 1.15, bush()) +
        at(220, 250, 1, wind) +
        at(530, 470, 0.7, bucket('#6d9bb5')) +
        arrow(500, 440, 430, 450, '#4f86a8') +
        tick(540, 70),
    ),
  ),
  'mulberry-diseases/last-resort.svg': scene(
    'last-resort',
    panels(
      background('room', 400) + at(345, 420, 0.8, bottle()) + at(450, 300, 0.5, hand(), { flip: true }),
      background('field', 360) + at(400, 440, 1.3, bush()) + ribbon,
      background('room', 400) + at(400, 470, 1, crate) + at(390, 330, 0.4, bottle()) + arrow(400, 60, 400, 170, colour.green),
    ),
  ),
  'mulberry-diseases/cover.svg': scene(
    'cover',
    background('room', 330),
    at(410, 470, 1.15, table()),
    at(170, 480, 1.05, person({ who: 'man', pose: 'holding' })),
    at(
      285,
      330,
      1,
      `<path d="M-50 -60H50L56 60H-56Z" fill="#dcecf2"/><path d="M-50 -60Q0 -84 50 -60" fill="none"/>${leafAt(-10, 48, -14, 0.8, '#d8b64a')}`,
    ),
    dots(
      [
        [270, 320],
        [284, 344],
        [266, 350],
      ],
      12,
      colour.line,
    ),
    at(480, 344, 0.36, bottle()),
    at(650, 480, 1.05, person({ who: 'official', pose: 'pointing' }), { flip: true }),
    at(400, 338, 0.5, leaves(3)),
  ),
};
