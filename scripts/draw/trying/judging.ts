import { grainHeap, millet, plot, stake } from '../crops.ts';
import { at, background, cross, panels, scene, tick } from '../frame.ts';
import { person } from '../people.ts';
import { cloud, sun } from '../places.ts';
import { balance } from '../reckoning.ts';
import { bucket, sack, scale } from '../tools.ts';
import { coins } from '../trades.ts';

const newSack = sack('#d98c6a');
const oldSack = sack();
const drops =
  '<path d="M-40 20q-10 18 0 24q10 -6 0 -24M0 26q-10 18 0 24q10 -6 0 -24M40 20q-10 18 0 24q10 -6 0 -24" fill="#6d9bb5" stroke-width="4"/>';
const small = (x: number, y: number, width: number) =>
  plot(x, y, width, 100, millet('new'), [3, 2], 0.5) +
  plot(x + width, y, width, 100, millet(), [3, 2], 0.5) +
  at(x + width, y + 6, 0.55, stake());

/** Judging fairly. */
export const judgingScenes: Record<string, string> = {
  'judge-it-fairly/cover.svg': scene(
    'cover',
    background('field', 200),
    small(40, 250, 200),
    at(370, 480, 1.05, scale()),
    at(356, 455, 0.9, newSack),
    at(590, 480, 0.9, oldSack),
    at(130, 492, 1, person({ who: 'woman', pose: 'pointing' })),
    at(730, 492, 1, person({ who: 'man' }), { flip: true }),
  ),
  'judge-it-fairly/same-scale.svg': scene(
    'same-scale',
    panels(
      background('yard', 300) + at(290, 100, 0.8, sun()) + at(390, 470, 1.1, scale()) + at(380, 444, 0.95, newSack),
      background('yard', 300) + at(290, 100, 0.8, sun()) + at(390, 470, 1.1, scale()) + at(380, 444, 0.95, oldSack),
    ),
    tick(),
  ),
  'judge-it-fairly/wet-and-dry.svg': scene(
    'wet-and-dry',
    background('yard', 300),
    at(230, 470, 1.1, scale()),
    at(220, 444, 0.95, newSack),
    at(220, 440, 1, drops),
    at(150, 330, 0.7, drops),
    at(295, 330, 0.7, drops),
    '<path d="M90 486Q220 460 350 486Q220 504 90 486Z" fill="#6d9bb5"/>',
    at(650, 490, 1.1, person({ who: 'man', pose: 'holding' }), { flip: true }),
    at(545, 350, 0.85, oldSack),
    cross(),
  ),
  'judge-it-fairly/per-mu.svg': scene(
    'per-mu',
    panels(
      background('field', 190) +
        plot(230, 340, 170, 130, millet('new'), [3, 2], 0.6) +
        '<path d="M400 340L417 210H553L570 340Z" fill="none" stroke-dasharray="12 14"/>' +
        at(310, 480, 0.75, newSack) +
        `<g opacity="0.55">${at(430, 480, 0.75, newSack)}</g>` +
        '<path d="M370 430v28M356 444h28" stroke-width="9"/>',
      background('field', 190) + plot(230, 340, 340, 130, millet(), [6, 2], 0.6) + at(400, 480, 1, oldSack),
    ),
  ),
  'judge-it-fairly/gain-weighs-more.svg': scene(
    'gain-weighs-more',
    background('plain'),
    balance(40, at(0, 0, 0.9, grainHeap()), at(-34, 0, 0.62, newSack) + at(44, 0, 0.42, coins(2))),
    tick(),
  ),
  'judge-it-fairly/cost-weighs-more.svg': scene(
    'cost-weighs-more',
    background('plain'),
    balance(
      -40,
      at(0, 0, 0.6, grainHeap()),
      at(-70, 0, 0.62, newSack) + at(0, 0, 0.62, sack('#fffaf0')) + at(66, 0, 0.62, bucket('#6d9bb5')) + at(0, -96, 0.42, coins(3)),
    ),
    cross(),
  ),
  'judge-it-fairly/ask-the-neighbour.svg': scene(
    'ask-the-neighbour',
    background('field', 210),
    small(20, 330, 190),
    '<path d="M410 500Q440 400 450 212H480Q470 400 470 500Z" fill="#8a6a44"/>',
    plot(490, 330, 290, 100, millet(), [5, 2], 0.5),
    at(260, 490, 0.95, person({ who: 'man', pose: 'pointing' })),
    at(640, 490, 0.95, person({ who: 'old-man', pose: 'pointing' }), { flip: true }),
    at(545, 486, 0.6, oldSack),
  ),
  'judge-it-fairly/three-years.svg': scene(
    'three-years',
    panels(
      background('field', 240) +
        at(400, 100, 0.9, cloud('rain')) +
        plot(275, 420, 125, 150, millet('new'), [2, 2], 0.72) +
        plot(400, 420, 125, 150, millet(), [2, 2], 0.72),
      background('field', 240) +
        at(400, 100, 0.9, sun()) +
        plot(275, 420, 125, 150, millet('dry'), [2, 2], 0.85) +
        plot(400, 420, 125, 150, millet(), [2, 2], 0.55),
      background('field', 240) +
        at(360, 100, 0.7, cloud()) +
        at(450, 90, 0.5, sun()) +
        plot(275, 420, 125, 150, millet('new'), [2, 2], 0.62) +
        plot(400, 420, 125, 150, millet(), [2, 2], 0.62),
    ),
  ),
};
