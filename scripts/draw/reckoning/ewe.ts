import { sheep } from '../animals.ts';
import { grainHeap } from '../crops.ts';
import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { banknotes, ledger } from '../papers.ts';
import { person } from '../people.ts';
import { sun, table } from '../places.ts';
import { crossedOut, pencil, strokes } from '../reckoning.ts';
import { bottle, bucket, sack, scale, trough } from '../tools.ts';
import { coins } from '../trades.ts';
import { truck } from '../yard.ts';

const fleece =
  '<path d="M-70 0Q-92 -30 -64 -48Q-56 -84 -20 -72Q8 -96 34 -70Q70 -78 72 -42Q92 -20 66 0Z" fill="#fffaf0"/><path d="M-34 -34q10 12 20 0M10 -28q10 12 20 0" fill="none" stroke-width="4"/>';

/** What one ewe earns and costs. */
export const eweScenes: Record<string, string> = {
  'what-a-ewe-really-earns/sum-in-order.svg': scene(
    'sum-in-order',
    background('plain'),
    at(130, 240, 0.95, sheep({ kind: 'lamb' })),
    at(130, 430, 0.62, coins(6)),
    '<path d="M232 330H292" stroke-width="14"/>',
    at(370, 250, 0.7, sack()) + at(440, 250, 0.34, bottle()),
    at(395, 430, 0.62, coins(4)),
    '<path d="M500 316H560M500 346H560" stroke-width="14"/>',
    at(660, 250, 0.85, sheep()),
    at(660, 430, 0.62, coins(2)),
    `<circle cx="660" cy="404" r="66" fill="none" stroke="${colour.green}" stroke-width="8"/>`,
  ),
  'what-a-ewe-really-earns/cover.svg': scene(
    'cover',
    background('room', 400),
    at(130, 200, 0.55, sheep({ kind: 'lamb' })),
    at(70, 200, 0.55, sheep({ kind: 'lamb' })),
    at(110, 270, 0.75, banknotes()),
    arrow(200, 240, 300, 240, colour.green),
    at(400, 500, 1.05, person({ who: 'woman', pose: 'holding' })),
    at(470, 520, 1.15, table()),
    at(480, 372, 0.6, ledger()),
    at(540, 350, 0.8, pencil(), { turn: 150 }),
    arrow(560, 200, 650, 140),
    arrow(560, 240, 650, 250),
    arrow(560, 280, 650, 340),
    at(725, 160, 0.65, sack()),
    at(725, 290, 0.32, bottle()),
    at(720, 390, 0.4, truck()),
  ),
  'what-a-ewe-really-earns/in-and-out.svg': scene(
    'in-and-out',
    background('field', 250),
    at(400, 370, 0.85, sheep()),
    at(70, 130, 0.6, sheep({ kind: 'lamb' })),
    at(70, 230, 0.6, fleece),
    arrow(130, 140, 210, 140, colour.green),
    [0, 1, 2].map((i) => at(250 + i * 62, 170, 0.42, coins(5))).join(''),
    at(512, 170, 0.42, coins(5)),
    at(574, 170, 0.42, coins(5)),
    arrow(618, 140, 696, 140),
    at(750, 180, 0.6, sack()),
    at(750, 310, 0.34, bottle()),
    `<path d="M443 70V210" stroke-width="5" stroke-dasharray="2 16"/>`,
    at(400, 465, 0.42, coins(5)),
    `<ellipse cx="400" cy="440" rx="62" ry="50" fill="none" stroke="${colour.green}" stroke-width="8"/>`,
  ),
  'what-a-ewe-really-earns/feed-counted.svg': scene(
    'feed-counted',
    background('yard', 300),
    at(330, 470, 0.85, scale()),
    at(310, 450, 0.6, grainHeap()),
    at(120, 485, 1.05, person({ who: 'woman', pose: 'pointing' })),
    at(560, 150, 0.8, ledger()),
    at(650, 110, 0.9, pencil(), { turn: 140 }),
    arrow(440, 270, 510, 210, colour.green),
    at(500, 470, 0.55, coins(4)),
    at(680, 480, 0.7, sheep(), { flip: true }),
    tick(),
  ),
  'what-a-ewe-really-earns/feed-free.svg': scene(
    'feed-free',
    background('yard', 300),
    at(180, 485, 1.05, person({ who: 'man', pose: 'no' })),
    at(330, 380, 0.7, sack(), { turn: 105 }),
    '<path d="M390 400q30 10 40 44M400 390q40 8 52 54M380 412q20 14 24 36" fill="none" stroke="#e5b53a" stroke-width="9"/>',
    at(450, 485, 1, trough(colour.sun)),
    at(640, 480, 0.85, sheep(), { flip: true }),
    at(540, 150, 0.8, ledger()),
    `<g transform="translate(540 150)"><path d="M-90 -70L90 70M90 -70L-90 70" stroke="${colour.red}" stroke-width="12"/></g>`,
    cross(),
  ),
  'what-a-ewe-really-earns/own-work.svg': scene(
    'own-work',
    '<path d="M0 0H800V500H0Z" fill="#ead7b0" stroke="none"/><path d="M0 400H800V500H0Z" fill="#f4e9d2" stroke="none"/><path d="M0 400H800"/>',
    '<path d="M40 60H220V220H40Z" fill="#dcecf2"/>',
    '<clipPath id="w"><path d="M43 63H217V217H43Z"/></clipPath><g clip-path="url(#w)">',
    at(130, 220, 1, sun()),
    '</g><path d="M130 60V220M40 140H220" fill="none"/>',
    '<path d="M300 60H600V230H300Z" fill="#fffaf0"/>',
    at(330, 130, 0.9, strokes(14)),
    at(330, 200, 0.9, strokes(8)),
    at(490, 194, 0.8, pencil(), { turn: 160 }),
    at(250, 490, 1.05, person({ who: 'woman', pose: 'holding' })),
    at(346, 460, 0.75, bucket(colour.sun)),
    at(490, 490, 0.9, trough(colour.sun)),
    at(660, 485, 0.85, sheep(), { flip: true }),
  ),
  'what-a-ewe-really-earns/empty-ewe.svg': scene(
    'empty-ewe',
    panels(
      background('yard', 290) +
        at(440, 400, 0.8, sheep(), { flip: true }) +
        at(370, 440, 0.62, sheep({ kind: 'lamb' })) +
        at(480, 450, 0.62, sheep({ kind: 'lamb' })) +
        at(280, 430, 0.75, sack()) +
        at(310, 170, 0.42, coins(5)) +
        at(390, 170, 0.42, coins(5)),
      background('yard', 290) +
        at(440, 400, 0.8, sheep(), { flip: true }) +
        at(280, 430, 0.75, sack()) +
        at(430, 450, 0.62, sheep({ kind: 'lamb' })) +
        `<g transform="translate(430 418)">${crossedOut(44)}</g>` +
        at(320, 170, 0.42, '<ellipse rx="66" ry="20" fill="none" stroke-dasharray="10 14"/>') +
        at(400, 170, 0.42, '<ellipse rx="66" ry="20" fill="none" stroke-dasharray="10 14"/>'),
    ),
  ),
};
