import { sheep } from '../animals.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { banknotes, ledger } from '../papers.ts';
import { person } from '../people.ts';
import { sack, shears, trough } from '../tools.ts';
import { coins } from '../trades.ts';
import { basket, bush, leaves } from './parts.ts';

/** A cocoon, 90 × 50. */
const cocoon: Part = `<path d="M-44 0Q-44 -26 -18 -26Q0 -20 18 -26Q44 -26 44 0Q44 26 18 26Q0 20 -18 26Q-44 26 -44 0Z" fill="${colour.wool}"/><path d="M-26 -8q26 8 52 0M-26 8q26 8 52 0" fill="none" stroke-width="3"/>`;

const pan: Part = `<path d="M0 -150L-110 0M0 -150L110 0" fill="none"/><path d="M-130 0H130Q110 44 0 44Q-110 44 -130 0Z" fill="${colour.steel}"/>`;

/** A seedling, 40 × 110, standing. */
const seedling: Part = `<path d="M0 0V-90M0 -50l-20 -20M0 -60l20 -20" fill="none" stroke="${colour.green}" stroke-width="9"/><path d="M0 0l-16 22M0 0l16 22M0 0v26" stroke-width="5"/>`;

/** Accounts of the courtyard. */
export const accountScenes: Record<string, string> = {
  'courtyard-accounts/cover.svg': scene(
    'cover',
    background('plain'),
    `<path d="M400 120V440M300 450H500M190 150L610 110" stroke-width="16"/><circle cx="400" cy="120" r="20" fill="${colour.sun}"/>`,
    at(190, 310, 1, pan),
    at(130, 304, 0.7, basket()),
    at(220, 286, 0.8, cocoon),
    at(240, 240, 0.55, banknotes()),
    at(610, 270, 1, pan),
    at(550, 250, 0.9, seedling),
    at(580, 250, 0.9, seedling),
    at(
      620,
      264,
      0.4,
      `<path d="M-56 -90L-42 0H42L56 -90Z" fill="${colour.steel}"/><ellipse cx="0" cy="-90" rx="56" ry="14" fill="#6d9bb5"/><path d="M-50 -90Q0 -170 50 -90" fill="none"/>`,
    ),
    at(668, 244, 0.45, shears(), { turn: -60 }),
  ),
  'courtyard-accounts/own-leaf.svg': scene(
    'own-leaf',
    panels(
      background('yard', 300) +
        at(290, 460, 1, person({ who: 'woman', pose: 'holding' })) +
        at(382, 340, 0.6, basket()) +
        at(430, 470, 0.7, trough(colour.green)) +
        at(430, 424, 0.8, leaves(7)) +
        at(530, 410, 0.7, sheep(), { flip: true }),
      background('yard', 300) +
        at(290, 430, 1.2, sack()) +
        `<path d="M222 250L360 440M360 250L222 440" stroke="${colour.red}" stroke-width="14"/>` +
        arrow(380, 350, 450, 350, colour.green) +
        at(520, 430, 1, coins(5)),
    ),
  ),
  'courtyard-accounts/spread.svg': scene(
    'spread',
    background('field', 260),
    at(110, 420, 1.1, coins(9)),
    [0, 1, 2, 3].map((i) => at(290 + i * 142, 380, 0.45 + i * 0.09, bush()) + at(290 + i * 142, 470, 0.7, coins(2))).join(''),
    arrow(180, 440, 250, 440, colour.green),
  ),
  'courtyard-accounts/small-plot.svg': scene(
    'small-plot',
    background('field', 260),
    '<path d="M60 430L140 300H420L440 430Z" fill="#d9b888"/>',
    [0, 1, 2].map((i) => at(160 + i * 105, 380, 0.6, bush())).join(''),
    at(480, 470, 1, person({ who: 'old-man', pose: 'holding' }), { flip: true }),
    at(390, 340, 0.5, ledger()),
    at(690, 470, 1, person({ who: 'seller', pose: 'pointing' }), { flip: true }),
    at(580, 284, 0.5, banknotes()),
    tick(),
  ),
  'courtyard-accounts/all-at-once.svg': scene(
    'all-at-once',
    background('field', 220),
    '<path d="M0 240H800V500H0Z" fill="#d9b888"/>',
    [0, 1, 2].map((row) => Array.from({ length: 9 }, (_, i) => at(50 + i * 90, 320 + row * 80, 0.75, seedling)).join('')).join(''),
    at(400, 480, 1.1, person({ who: 'man', pose: 'no', face: 'worried' })),
    cross(),
  ),
};
