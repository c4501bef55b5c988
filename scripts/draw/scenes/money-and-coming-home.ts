import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { banknotes, coin, ledger, paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { house } from '../places.ts';
import { phone, sack } from '../tools.ts';
import { bag, card, coins, shop, speech } from '../trades.ts';

const box = (mark: string) =>
  `<path d="M-90 -110H90V0H-90Z" fill="${colour.mint}"/><path d="M-100 -140H100V-106H-100Z" fill="${colour.green}"/><path d="M-26 -124H26" stroke-width="10"/>${mark}`;
const smallHouse = `<g transform="translate(0 -20) scale(0.75)"><path d="M-50 0V-50L0 -92L50 -50V0Z" fill="${colour.wool}"/><path d="M-12 0V-34H12V0" fill="none"/></g>`;
const stall = `<path d="M-110 -170L-90 -220H90L110 -170Z" fill="${colour.sun}"/><path d="M-96 -170V0M96 -170V0" stroke-width="10"/><path d="M-110 -86H110V-56H-110Z" fill="${colour.wood}"/>`;

export const scenes: Record<string, string> = {
  'sending-money-home-safely/call-first.svg': scene(
    'call-first',
    background('plain'),
    panels(
      `<path d="M0 0H800V500H0Z" fill="${colour.wall}"/>${at(400, 480, 1.2, person({ who: 'worker', pose: 'phone' }))}`,
      `<path d="M0 0H800V500H0Z" fill="${colour.sky}"/>` +
        at(400, 480, 0.9, house()) +
        at(400, 490, 1, person({ who: 'woman', pose: 'phone' })),
    ),
    tick(400, 80),
  ),
  'sending-money-home-safely/send-blind.svg': scene(
    'send-blind',
    background('room', 400),
    at(200, 480, 1.2, person({ who: 'worker', pose: 'holding', face: 'worried' })),
    at(320, 300, 0.75, phone()),
    arrow(390, 300, 500, 300),
    at(520, 230, 0.6, banknotes()),
    `<g transform="translate(660 480)"><path d="M-70 0Q-90 -190 0 -190Q90 -190 70 0Z" fill="${colour.slate}"/><circle cy="-200" r="56" fill="${colour.slate}"/><path d="M-36 -206H36" stroke="${colour.wool}" stroke-width="24"/><circle cx="-16" cy="-206" r="6" fill="${colour.line}"/><circle cx="16" cy="-206" r="6" fill="${colour.line}"/></g>`,
    cross(),
  ),
  'sending-money-home-safely/tricks.svg': scene(
    'tricks',
    background('plain'),
    at(240, 260, 2.4, phone()),
    `<path d="M240 200Q470 60 600 180V300A44 44 0 0 1 512 300" fill="none" stroke="${colour.line}" stroke-width="20"/><path d="M512 300l-24 26M512 300l24 26" stroke-width="12"/>`,
    at(590, 400, 1, banknotes()),
    `<g transform="translate(240 230)"><circle r="44" fill="${colour.sun}"/><path d="M-22 10q22 24 44 0" fill="none" stroke-width="6"/><circle cx="-16" cy="-12" r="5" fill="${colour.line}"/><circle cx="16" cy="-12" r="5" fill="${colour.line}"/></g>`,
  ),
  'sending-money-home-safely/cover.svg': scene(
    'cover',
    background('plain'),
    at(520, 230, 2.2, phone()),
    `<path d="M470 150h20M505 150h20M540 150h20M575 150h10" stroke="${colour.red}" stroke-width="14"/>`,
    at(480, 240, 2, hand()),
    at(190, 420, 1.1, card),
    `<g transform="translate(690 400)"><path d="M-22 -24V-54A22 22 0 0 1 22 -54V-24" fill="none" stroke-width="12"/><rect x="-44" y="-28" width="88" height="76" rx="8" fill="${colour.sun}"/><circle cy="8" r="9" fill="${colour.line}"/></g>`,
  ),
  'sending-money-home-safely/family-plan.svg': scene(
    'family-plan',
    background('room', 360),
    at(130, 450, 0.95, person({ who: 'woman', pose: 'phone' })),
    at(260, 450, 0.95, person({ who: 'old-woman' })),
    at(380, 460, 0.62, person({ who: 'man' })),
    at(500, 480, 0.7, coins(5)),
    at(610, 480, 0.7, coins(3)),
    at(715, 480, 0.7, coins(2)),
    `<g transform="translate(500 310)"><path d="M-40 30V-10L0 -44L40 -10V30Z" fill="${colour.wool}"/></g><g transform="translate(610 330)"><path d="M-40 20H40V-34H-40Z" fill="${colour.sky}"/><path d="M0 -34V20"/></g><g transform="translate(715 350)"><circle cy="-24" r="16" fill="${colour.skin}"/><path d="M-26 26Q-26 -4 0 -4Q26 -4 26 26Z" fill="${colour.green}"/></g>`,
  ),
  'coming-home-with-a-trade/cover.svg': scene(
    'cover',
    background('yard', 370),
    at(240, 480, 1.25, person({ who: 'worker', pose: 'holding' })),
    at(350, 360, 0.7, bag),
    at(560, 170, 0.85, paper({ sealed: true })),
    `<rect x="650" y="90" width="130" height="130" fill="${colour.wool}"/><path d="M664 104H766V190H664Z" fill="${colour.sky}"/><path d="M690 190V140H730V120" fill="none" stroke="${colour.steel}" stroke-width="12"/>`,
    at(620, 480, 0.8, house()),
  ),
  'coming-home-with-a-trade/ask-first.svg': scene(
    'ask-first',
    background('yard', 370),
    at(560, 420, 0.9, house()),
    at(260, 480, 1.1, person({ who: 'worker', pose: 'holding' })),
    at(372, 320, 0.5, ledger()),
    at(500, 480, 1.1, person({ who: 'old-woman', pose: 'pointing' }), { flip: true }),
    speech(420, 82, at(0, -4, 0.55, banknotes())),
    tick(),
  ),
  'coming-home-with-a-trade/rent-first.svg': scene(
    'rent-first',
    background('yard', 370),
    at(450, 440, 1.5, shop),
    at(270, 480, 1.05, person({ who: 'worker', face: 'worried' })),
    at(560, 480, 0.7, sack()),
    at(630, 485, 0.7, sack('#cdb894')),
    at(130, 160, 0.6, banknotes()),
    arrow(130, 220, 130, 330),
    cross(),
  ),
  'coming-home-with-a-trade/start-small.svg': scene(
    'start-small',
    background('yard', 420),
    at(120, 460, 1, bag),
    arrow(210, 420, 290, 420, colour.green),
    at(400, 460, 0.9, stall),
    arrow(500, 420, 570, 420, colour.green),
    at(680, 460, 0.75, shop),
  ),
  'coming-home-with-a-trade/two-boxes.svg': scene(
    'two-boxes',
    background('room', 400),
    at(220, 440, 1.3, box(smallHouse)),
    at(580, 440, 1.3, box(at(0, -14, 0.7, bag))),
    at(220, 180, 0.8, coin()),
    at(580, 180, 0.8, coin()),
    at(400, 350, 0.6, ledger()),
  ),
};
