import { sheep } from '../animals.ts';
import { at, background, colour, cross, scene, tick } from '../frame.ts';
import { calendar, paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { fence, sun, table } from '../places.ts';
import { bottle, syringe } from '../tools.ts';
import { clock, coldBox } from '../yard.ts';

export const vaccination: Record<string, string> = {
  'vaccination-with-your-station/cover.svg': scene(
    'cover',
    background('yard', 320),
    at(330, 450, 1, sheep()),
    at(190, 480, 1, person({ who: 'vet', pose: 'holding' })),
    at(288, 340, 0.5, syringe(), { turn: 12 }),
    at(500, 480, 1, person({ who: 'man', pose: 'holding' }), { flip: true }),
    at(80, 485, 0.5, coldBox()),
    at(660, 420, 0.6, sheep(), { flip: true }),
    at(660, 490, 0.9, fence(260)),
  ),
  'vaccination-with-your-station/ask-station.svg': scene(
    'ask-station',
    background('room', 400),
    at(560, 400, 1, '<path d="M-170 0V-300H170V0Z" fill="#dcecf2"/><path d="M-190 0H190V34H-190Z" fill="#b5763a"/>'),
    at(560, 420, 0.95, person({ who: 'vet', pose: 'pointing' }), { flip: true }),
    at(560, 400, 1, '<path d="M-190 0H190V34H-190Z" fill="#b5763a"/>'),
    at(240, 490, 1.05, person({ who: 'woman', pose: 'holding' })),
    at(350, 330, 0.35, paper({ signed: true })),
    at(100, 120, 0.65, calendar([12, 26])),
    at(270, 100, 0.5, syringe()),
  ),
  'vaccination-with-your-station/sort-first.svg': scene(
    'sort-first',
    background('yard', 280),
    at(120, 470, 0.9, person({ who: 'vet', pose: 'holding' })),
    at(208, 344, 0.45, syringe(), { turn: 12 }),
    at(270, 440, 0.72, sheep()),
    at(430, 440, 0.72, sheep()),
    ...[330, 390, 450].map((y) => at(560, y + 30, 1, fence(60))),
    at(650, 450, 0.68, sheep({ mood: 'sick' })),
    tick(),
  ),
  'vaccination-with-your-station/jab-all.svg': scene(
    'jab-all',
    background('yard', 280),
    at(380, 450, 1.1, sheep({ mood: 'sick' })),
    at(180, 480, 1, person({ who: 'seller', pose: 'holding' })),
    at(284, 344, 0.55, syringe(), { turn: 12 }),
    at(610, 480, 1, person({ who: 'man', pose: 'holding', face: 'worried' }), { flip: true }),
    cross(),
  ),
  'vaccination-with-your-station/cold-box.svg': scene(
    'cold-box',
    background('room', 350),
    at(400, 480, 1.3, table()),
    at(400, 340, 1.15, coldBox()),
    at(150, 230, 1, hand({ sleeve: colour.wool })),
    tick(),
  ),
  'vaccination-with-your-station/in-the-sun.svg': scene(
    'in-the-sun',
    background('yard', 330),
    at(130, 110, 1.2, sun()),
    at(
      420,
      440,
      1,
      '<circle cx="-150" cy="-50" r="58" fill="#5b6b7a"/><circle cx="150" cy="-50" r="58" fill="#5b6b7a"/><circle cx="-150" cy="-50" r="22" fill="#f4e9d2"/><circle cx="150" cy="-50" r="22" fill="#f4e9d2"/><path d="M-150 -50L-60 -130H60L110 -170M150 -50L110 -200L70 -206" fill="none" stroke-width="14"/><path d="M-130 -140Q-60 -170 20 -140L60 -104H-90Z" fill="#b3392f"/>',
    ),
    at(340, 292, 0.3, bottle(), { turn: -80 }),
    at(400, 286, 0.3, bottle()),
    '<path d="M210 150l90 50M230 110l120 60M190 190l70 50" stroke="#e5b53a" stroke-width="9"/>',
    cross(),
  ),
  'vaccination-with-your-station/watch-after.svg': scene(
    'watch-after',
    background('yard', 300),
    at(440, 430, 0.75, sheep()),
    at(640, 430, 0.75, sheep(), { flip: true }),
    at(560, 490, 0.9, fence(400)),
    at(170, 490, 1.05, person({ who: 'old-man', pose: 'holding' })),
    at(280, 330, 0.35, paper()),
    at(420, 120, 0.8, clock(0.6)),
    at(260, 120, 0.5, syringe()),
  ),
};
