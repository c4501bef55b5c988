import { arrow, at, background, colour, cross, scene, tick } from '../frame.ts';
import { banknotes, calendar, idCard, ledger } from '../papers.ts';
import { hand, person } from '../people.ts';
import { table } from '../places.ts';
import { shop, speech } from '../trades.ts';

const licence = `<rect x="-90" y="-66" width="180" height="132" fill="${colour.wood}"/><rect x="-74" y="-50" width="148" height="100" fill="${colour.wool}"/><path d="M-50 -26H50M-50 -2H20" stroke-width="5"/><circle cx="46" cy="24" r="16" fill="${colour.red}"/>`;
const question = `<path d="M-22 -20Q-22 -48 2 -48Q28 -48 28 -24Q28 -6 4 0V16" fill="none" stroke="${colour.red}" stroke-width="12"/><circle cx="4" cy="38" r="7" fill="${colour.red}" stroke="none"/>`;

export const scenes: Record<string, string> = {
  'true-or-false-recruiter/cover.svg': scene(
    'cover',
    background('room', 400),
    at(400, 150, 1.3, licence),
    at(190, 480, 1.15, person({ who: 'man', pose: 'pointing', face: 'sceptical' })),
    at(590, 480, 1, table()),
    at(640, 460, 1.1, person({ who: 'seller' }), { flip: true }),
    at(590, 480, 1, table()),
  ),
  'true-or-false-recruiter/show-card.svg': scene(
    'show-card',
    background('room', 400),
    at(220, 480, 1.15, person({ pose: 'holding' })),
    at(345, 318, 0.8, idCard()),
    at(620, 480, 1.15, person({ who: 'seller' }), { flip: true }),
    tick(),
  ),
  'true-or-false-recruiter/pay-fee.svg': scene(
    'pay-fee',
    background('room', 400),
    at(190, 480, 1.15, person({ pose: 'standing', face: 'worried' })),
    at(620, 480, 1.15, person({ who: 'seller', pose: 'holding' }), { flip: true }),
    at(480, 290, 0.8, idCard()),
    at(440, 380, 0.7, banknotes()),
    arrow(280, 340, 380, 340),
    cross(),
  ),
  'true-or-false-recruiter/four-things.svg': scene(
    'four-things',
    background('plain'),
    at(400, 250, 1.5, ledger()),
    at(130, 170, 0.62, shop),
    at(670, 120, 0.7, banknotes()),
    at(680, 370, 0.75, calendar([12])),
    `<g transform="translate(130 400)"><path d="M0 60Q-60 -20 -60 -50A60 60 0 0 1 60 -50Q60 -20 0 60Z" fill="${colour.red}"/><circle cy="-50" r="22" fill="${colour.wool}"/></g>`,
    at(320, 420, 1, hand()),
  ),
  'true-or-false-recruiter/bring-others.svg': scene(
    'bring-others',
    background('yard', 330),
    at(120, 430, 0.85, person({ who: 'woman' })),
    at(225, 440, 0.85, person({ who: 'man' })),
    at(330, 430, 0.85, person({ who: 'old-man' })),
    at(470, 480, 1.2, person({ who: 'worker', pose: 'phone', face: 'sceptical' })),
    speech(675, 110, question),
  ),
};
