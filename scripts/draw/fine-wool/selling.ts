import { arrow, at, background, colour, cross, scene, tick } from '../frame.ts';
import { paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { coins, speech } from '../trades.ts';
import { basket, greasyHeap, pack, sampleBag, woolHeap } from '../wool.ts';

const DIRT = '#a9825a';
const stained = (x: number, y: number) =>
  `<path transform="translate(${x} ${y})" d="M-20 6A14 14 0 0 1 -10 -14A16 16 0 0 1 18 -10A14 14 0 0 1 14 12Z" fill="#e0b93a" stroke-width="4"/><path transform="translate(${x + 40} ${y})" d="M-12 -8Q0 14 14 -10M-4 -12Q10 6 20 4" fill="none" stroke="#1d1712" stroke-width="9"/>`;

/** A pack cut open: white outside, dung wool in its middle. */
const opened = `${pack()}<path d="M-62 -130L0 -112L60 -134L52 -20H-54Z" fill="${colour.wool}"/><path d="M-40 -40A22 22 0 0 1 -34 -80A28 28 0 0 1 18 -92A26 26 0 0 1 40 -46A20 20 0 0 1 10 -28H-24Z" fill="${DIRT}"/><path d="M-18 -62q8 8 16 0M8 -50q8 8 16 0" fill="none" stroke-width="4"/>`;

export const selling: Record<string, string> = {
  'keep-the-clip-pure/honest-bale.svg': scene(
    'honest-bale',
    background('yard', 380),
    at(330, 480, 1.3, pack({ label: true })),
    at(530, 484, 1.05, basket(DIRT)),
    at(140, 480, 1.1, person({ who: 'old-man', pose: 'pointing' })),
    at(690, 480, 1.1, person({ who: 'seller', pose: 'standing' }), { flip: true }),
    tick(),
  ),
  'keep-the-clip-pure/hidden-dung.svg': scene(
    'hidden-dung',
    background('yard', 380),
    at(330, 480, 1.3, opened),
    at(120, 480, 1.1, person({ who: 'old-man', face: 'worried' })),
    at(600, 480, 1.1, person({ who: 'seller', pose: 'no', face: 'sceptical' }), { flip: true }),
    cross(),
  ),
  'price-and-grade/cover.svg': scene(
    'cover',
    background('yard', 380),
    at(390, 480, 1, pack()),
    at(230, 480, 1, person({ who: 'old-man', face: 'sceptical' })),
    at(560, 480, 1, person({ who: 'seller', pose: 'pointing' }), { flip: true }),
    at(720, 480, 1, person({ who: 'woman', pose: 'standing' }), { flip: true }),
    at(430, 74, 0.86, speech(0, 0, at(-34, 44, 0.62, greasyHeap()) + at(74, 36, 0.42, coins(1)))),
    at(660, 74, 0.86, speech(0, 0, at(-44, 44, 0.5, woolHeap()) + at(66, 44, 0.42, coins(3)))),
  ),
  'price-and-grade/compare.svg': scene(
    'compare',
    background('plain'),
    at(150, 430, 1.4, pack({ inside: DIRT })),
    at(360, 430, 0.9, coins(3)),
    arrow(320, 260, 470, 260, colour.green),
    at(560, 430, 0.8, pack()),
    at(720, 430, 0.9, coins(3)),
  ),
  'price-and-grade/sample-together.svg': scene(
    'sample-together',
    background('yard', 380),
    at(290, 480, 0.95, pack()),
    at(400, 484, 0.95, pack()),
    at(510, 480, 0.95, pack()),
    at(130, 480, 1.15, person({ who: 'old-man', pose: 'holding' })),
    at(660, 480, 1.15, person({ who: 'seller', pose: 'holding' }), { flip: true }),
    at(250, 300, 0.7, sampleBag()),
    at(540, 300, 0.7, sampleBag()),
    tick(),
  ),
  'price-and-grade/by-eye.svg': scene(
    'by-eye',
    background('yard', 380),
    at(430, 480, 1.3, pack()),
    at(180, 480, 1.15, person({ who: 'old-man', face: 'worried' })),
    at(640, 480, 1.15, person({ who: 'seller', pose: 'pointing', face: 'sceptical' }), { flip: true }),
    `<path d="M575 190L470 250" fill="none" stroke-dasharray="4 18"/>`,
    speech(430, 100, at(0, 40, 0.8, coins(1)) + arrow(70, -50, 70, 40)),
    cross(),
  ),
  'price-and-grade/sealed-sample.svg': scene(
    'sealed-sample',
    background('room', 330),
    `<path d="M0 330H800V500H0Z" fill="${colour.wood}"/>`,
    at(330, 340, 2.4, sampleBag(true)),
    at(210, 170, 1, hand()),
    at(450, 170, 1, hand({ sleeve: '#b5763a' }), { flip: true }),
    at(640, 200, 0.95, paper({ signed: true })),
    `<path d="M650 284q14 -26 24 -4q10 20 20 -6q8 -12 20 4" fill="none" stroke-width="5"/>`,
  ),
  'price-and-grade/like-sample.svg': scene(
    'like-sample',
    background('yard', 380),
    at(190, 470, 1.9, sampleBag(true)),
    at(570, 470, 1.7, pack()),
    `<path d="M316 330H376M316 370H376" fill="none" stroke="${colour.green}" stroke-width="14"/>`,
    tick(),
  ),
  'price-and-grade/unlike-sample.svg': scene(
    'unlike-sample',
    background('yard', 380),
    at(190, 470, 1.9, sampleBag(true)),
    at(570, 470, 1.7, pack()),
    at(520, 180, 1.6, stained(0, 0)) + at(610, 196, 1.6, stained(0, 0)) + at(566, 148, 1.4, stained(0, 0)),
    `<path d="M316 330H376M316 370H376M330 392L362 308" fill="none" stroke="${colour.red}" stroke-width="14"/>`,
    cross(),
  ),
};
