import { grainHeap, maize, millet, plot, sunflower } from '../crops.ts';
import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { person } from '../people.ts';
import { cloud, sun } from '../places.ts';
import { hoe, strokes } from '../reckoning.ts';
import { bucket, sack } from '../tools.ts';
import { coins } from '../trades.ts';

const drop = '<path d="M0 -34Q28 4 0 24Q-28 4 0 -34Z" fill="#6d9bb5"/>';
const cracks =
  '<path d="M30 480l40 -30l-16 -26l40 -24M150 490l-20 -34l36 -24M250 480l30 -36l-20 -20M330 490l14 -40" fill="none" stroke-width="4"/>';

/** Half a picture: a crop, the days it took as strokes of a tally, and the same money for each. */
const dayed = (crop: string, days: number) =>
  background('field', 300) +
  `<rect x="236" y="40" width="328" height="130" rx="10" fill="${colour.wool}"/><g transform="translate(264 126) scale(1.6)" stroke-width="5">${strokes(days)}</g>` +
  plot(230, 400, 250, 130, crop, [4, 2], 0.6) +
  at(530, 470, 0.55, coins(5)) +
  at(290, 480, 0.62, hoe());

/** What a mu leaves. */
export const muScenes: Record<string, string> = {
  'what-a-mu-really-earns/own-days.svg': scene('own-days', panels(dayed(millet(), 10), dayed(maize(), 4))),
  'what-a-mu-really-earns/cover.svg': scene(
    'cover',
    panels(
      background('field', 260) +
        [240, 320, 400, 480, 560].map((x) => at(x, 290, 0.85, maize())).join('') +
        at(350, 470, 1.05, grainHeap()) +
        at(542, 470, 0.6, coins(2)),
      background('field', 260) +
        [240, 320, 400, 480, 560].map((x) => at(x, 290, 0.85, millet())).join('') +
        at(320, 470, 0.62, grainHeap('#e9cf7a')) +
        at(520, 470, 0.6, coins(7)),
    ),
  ),
  'what-a-mu-really-earns/mu-costs.svg': scene(
    'mu-costs',
    background('field', 240),
    plot(240, 420, 320, 150, millet(), [6, 2], 0.62),
    at(110, 260, 0.7, grainHeap('#e9cf7a')),
    arrow(110, 290, 110, 370, colour.green),
    at(110, 480, 0.6, coins(5)),
    at(640, 130, 0.55, sack('#e8c98f')),
    at(740, 130, 0.55, sack('#fffaf0')),
    at(640, 260, 0.7, bucket('#6d9bb5')),
    at(740, 300, 0.42, person({ who: 'worker' })),
    arrow(690, 400, 690, 330),
    at(690, 470, 0.5, coins(3)),
  ),
  'what-a-mu-really-earns/same-land.svg': scene(
    'same-land',
    background('field', 230),
    plot(60, 450, 340, 200, millet(), [5, 2], 0.7),
    plot(400, 450, 340, 200, sunflower(), [5, 2], 0.62),
    '<path d="M400 250V450" stroke-width="10" stroke="#b5763a"/>',
    at(400, 495, 0.62, person({ who: 'man', pose: 'pointing' })),
    tick(),
  ),
  'what-a-mu-really-earns/other-land.svg': scene(
    'other-land',
    background('field', 230),
    '<path d="M0 360Q180 200 360 360V500H0Z" fill="#d9b888"/>',
    [60, 130, 210, 290].map((x, i) => at(x, [350, 308, 306, 350][i] as number, 0.55, millet())).join(''),
    at(80, 90, 0.75, sun()),
    cracks,
    plot(440, 440, 330, 170, sunflower(), [5, 2], 0.68),
    '<path d="M400 500Q420 380 410 270Q404 240 430 232H470Q446 250 452 290Q462 400 450 500Z" fill="#6d9bb5"/>',
    at(560, 480, 0.9, drop),
    at(640, 480, 0.9, drop),
    cross(),
  ),
  'what-a-mu-really-earns/bad-year.svg': scene(
    'bad-year',
    panels(
      background('yard', 270) +
        '<path d="M0 270H800V500H0Z" fill="#d9b888" stroke="none"/>' +
        at(520, 90, 0.9, sun()) +
        [260, 350, 440, 530].map((x, i) => at(x, 380 + (i % 2) * 40, 0.95, millet('dry'))).join('') +
        `<g transform="translate(220 0)">${cracks}</g>`,
      background('yard', 330) +
        at(280, 440, 0.8, sack()) +
        at(360, 450, 0.8, sack()) +
        at(310, 480, 0.8, sack()) +
        `<g fill="none" stroke-dasharray="10 12">${at(510, 380, 0.7, '<ellipse rx="66" ry="20"/><path d="M-66 0V-130M66 0V-130"/><ellipse cy="-130" rx="66" ry="20"/>')}</g>` +
        at(510, 470, 0.7, coins(4)) +
        arrow(510, 150, 510, 250),
    ),
  ),
  'what-a-mu-really-earns/spread-land.svg': scene(
    'spread-land',
    background('field', 200),
    at(690, 90, 0.75, sun()),
    at(110, 100, 0.7, cloud()),
    plot(20, 470, 250, 220, millet(), [4, 2], 0.8),
    plot(275, 470, 250, 220, sunflower('dry'), [4, 2], 0.72),
    plot(530, 470, 250, 220, maize(), [4, 2], 0.72),
  ),
};
