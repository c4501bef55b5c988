import { sheep } from '../animals.ts';
import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { banknotes, calendar, ledger } from '../papers.ts';
import { person } from '../people.ts';
import { shed } from '../places.ts';
import { chaffCutter, pencil } from '../reckoning.ts';
import { sack } from '../tools.ts';
import { coins } from '../trades.ts';

/** Before spending big. */
export const spendingScenes: Record<string, string> = {
  'before-you-spend-big/cover.svg': scene(
    'cover',
    background('yard', 320),
    at(210, 450, 1.15, chaffCutter()),
    `<path d="M390 190H770" stroke-width="5" stroke-dasharray="2 18"/>`,
    [0, 1, 2, 3].map((i) => at(440 + i * 90, 450, 0.62, coins(3 + i * 4))).join(''),
    arrow(330, 245, 390, 200),
  ),
  'before-you-spend-big/sum-first.svg': scene(
    'sum-first',
    background('yard', 320),
    at(600, 470, 1, chaffCutter()),
    at(230, 485, 1.1, person({ who: 'man', pose: 'holding' })),
    at(340, 320, 0.6, ledger()),
    at(400, 290, 0.8, pencil(), { turn: 150 }),
    at(222, 350, 0.36, banknotes()),
    tick(),
  ),
  'before-you-spend-big/buy-first.svg': scene(
    'buy-first',
    background('yard', 320),
    at(400, 470, 0.95, chaffCutter()),
    at(660, 485, 1.05, person({ who: 'seller', pose: 'holding' }), { flip: true }),
    at(560, 330, 0.7, banknotes()),
    at(150, 485, 1.05, person({ who: 'man', pose: 'no', face: 'worried' })),
    '<path d="M196 150q-10 16 0 22q10 -6 0 -22M96 150q-10 16 0 22q10 -6 0 -22" fill="#6d9bb5" stroke-width="4"/>',
    cross(),
  ),
  'before-you-spend-big/loan.svg': scene(
    'loan',
    background('yard', 340),
    at(140, 180, 0.9, calendar([17])),
    at(290, 460, 0.72, coins(11)),
    at(430, 460, 0.72, coins(7)),
    `<g fill="none" stroke="${colour.red}" stroke-dasharray="10 12"><path d="M382 336V272M478 336V272"/><ellipse cx="430" cy="272" rx="48" ry="15"/></g>`,
    arrow(150, 290, 220, 350),
    at(640, 460, 0.9, shed()),
    at(590, 450, 0.5, sheep()),
    at(690, 455, 0.5, sheep()),
    arrow(540, 400, 490, 400, colour.green),
  ),
  'before-you-spend-big/price-third.svg': scene(
    'price-third',
    panels(
      background('yard', 250) +
        at(400, 200, 0.8, sheep()) +
        [310, 400, 490].map((x) => at(x, 340, 0.55, coins(5))).join('') +
        at(310, 465, 0.6, sack()) +
        at(400, 465, 0.6, sack()) +
        arrow(310, 350, 310, 385) +
        arrow(400, 350, 400, 385) +
        `<ellipse cx="490" cy="316" rx="50" ry="70" fill="none" stroke="${colour.green}" stroke-width="9"/>`,
      background('yard', 250) +
        at(400, 200, 0.8, sheep()) +
        at(310, 340, 0.55, coins(5)) +
        at(400, 340, 0.55, coins(5)) +
        at(490, 340, 0.55, '<ellipse rx="66" ry="20" fill="none" stroke-dasharray="10 14"/>') +
        at(310, 465, 0.6, sack()) +
        at(400, 465, 0.6, sack()) +
        arrow(310, 350, 310, 385) +
        arrow(400, 350, 400, 385) +
        `<path d="M455 380l70 70M525 380l-70 70" stroke="${colour.red}" stroke-width="12"/>`,
    ),
  ),
  'before-you-spend-big/one-step.svg': scene(
    'one-step',
    background('yard', 470),
    '<path d="M0 430H270V330H530V230H800V500H0Z" fill="#d9b888"/>',
    at(40, 430, 0.5, person({ who: 'woman', pose: 'pointing' })),
    at(215, 430, 0.5, person({ who: 'man', pose: 'pointing' }), { flip: true }),
    at(134, 430, 0.5, chaffCutter()),
    at(400, 330, 0.55, shed()),
    at(400, 328, 0.3, sheep()),
    '<path d="M330 230l34 -18M350 244l34 -18" stroke-width="12" stroke="#b5763a"/>',
    at(660, 230, 0.75, shed()),
    at(610, 228, 0.32, sheep()),
    at(670, 228, 0.32, sheep()),
    at(720, 228, 0.32, sheep({ kind: 'lamb' })),
    arrow(236, 300, 306, 250, colour.green),
    arrow(500, 210, 560, 160, colour.green),
  ),
};
