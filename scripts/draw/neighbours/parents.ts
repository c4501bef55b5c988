import { millet, plot } from '../crops.ts';
import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { banknotes, paper } from '../papers.ts';
import { person } from '../people.ts';
import { house, table } from '../places.ts';
import { hoe } from '../reckoning.ts';
import { phone, sack } from '../tools.ts';
import { coins, speech } from '../trades.ts';
import { bowl } from '../yard.ts';
import { fruit, kang, stool, talk } from './parts.ts';

const mother = (face: 'happy' | 'sceptical' | 'worried' = 'happy', pose: 'standing' | 'holding' | 'pointing' = 'standing') =>
  person({ who: 'old-woman', sitting: true, face, pose });
const old = (face: 'happy' | 'sceptical' | 'worried', pose: 'standing' | 'holding' | 'pointing' = 'standing') =>
  person({ who: 'old-man', sitting: true, face, pose });

/** How old parents are supported. */
export const parentScenes: Record<string, string> = {
  'old-peoples-support/cover.svg': scene(
    'cover',
    background('yard', 300),
    at(400, 330, 1.05, house()),
    at(410, 485, 0.9, stool()),
    at(400, 485, 0.9, mother('worried')),
    at(110, 470, 0.85, person({ who: 'man' }), { flip: true }),
    at(60, 480, 0.8, hoe()),
    at(748, 330, 0.55, person({ who: 'worker', pose: 'phone' })),
    at(620, 494, 0.85, person({ who: 'woman', pose: 'holding' })),
    at(700, 388, 0.42, sack()),
  ),
  'old-peoples-support/three-duties.svg': scene(
    'three-duties',
    panels(
      background('yard', 300) + at(350, 450, 0.9, sack()) + at(455, 450, 0.7, coins(6)) + at(410, 180, 0.85, banknotes()),
      background('room', 380) +
        at(440, 470, 0.9, kang(230, true)) +
        '<circle cx="420" cy="342" r="32" fill="#e8bf92"/><path d="M450 350Q462 308 424 308Q390 308 390 330Q420 326 450 350Z" fill="#cfc8be"/><path d="M404 344h.1M418 344h.1" stroke-width="8"/><path d="M402 358q8 6 14 0" fill="none" stroke-width="4"/>' +
        at(294, 485, 0.8, person({ who: 'woman', pose: 'holding' })) +
        at(366, 378, 0.45, bowl()),
      background('room', 380) +
        at(326, 470, 0.75, stool()) +
        at(320, 470, 0.75, person({ who: 'man', sitting: true })) +
        at(464, 470, 0.75, stool()) +
        at(470, 470, 0.75, mother(), { flip: true }) +
        at(376, 262, 0.7, talk()),
    ),
  ),
  'old-peoples-support/visit.svg': scene(
    'visit',
    background('room', 360),
    '<path d="M300 60H500V220H300Z" fill="#dcecf2"/><path d="M400 60V220M300 140H500" fill="none"/>',
    at(400, 490, 1.2, kang(560)),
    at(230, 424, 1.05, person({ who: 'man', sitting: true, pose: 'pointing' })),
    at(585, 424, 1.05, mother(), { flip: true }),
    at(420, 364, 1, fruit()),
    at(330, 190, 0.8, talk()),
    tick(),
  ),
  'old-peoples-support/money-only.svg': scene(
    'money-only',
    background('room', 400),
    '<path d="M560 110H720V400H560Z" fill="#dcecf2"/><path d="M560 330H720V400H560Z" fill="#cfe3c4"/><path d="M548 98H732M548 98V400M732 98V400" stroke-width="16"/>',
    at(230, 490, 1.1, stool()),
    at(220, 490, 1.15, mother('worried')),
    at(400, 500, 0.9, table()),
    at(400, 320, 0.95, phone()),
    at(400, 316, 0.34, banknotes()),
    '<path d="M346 270l-22 -16M454 270l22 -16M400 230v-26" stroke="#2f6b3c" stroke-width="8"/>',
    cross(),
  ),
  'old-peoples-support/waiver.svg': scene(
    'waiver',
    background('room', 400),
    at(210, 490, 1.1, stool()),
    at(200, 490, 1.15, old('worried', 'pointing')),
    at(420, 300, 0.6, paper({ signed: true })),
    '<path d="M380 250L460 350M460 250L380 350" stroke="#b3392f" stroke-width="12"/>',
    at(600, 490, 1.15, person({ who: 'man', face: 'sceptical', pose: 'pointing' }), { flip: true }),
    '<path d="M700 130H790V470H700Z" fill="#b5763a"/><circle cx="720" cy="310" r="9" fill="#e5b53a"/>',
    cross(730, 70),
  ),
  'old-peoples-support/own-land.svg': scene(
    'own-land',
    background('field', 250),
    plot(20, 450, 420, 180, millet(), [5, 2], 0.75),
    at(240, 482, 1.05, person({ who: 'man', pose: 'pointing' })),
    at(352, 440, 1, hoe()),
    arrow(420, 360, 530, 360, colour.green),
    at(570, 450, 0.8, sack()),
    at(690, 480, 1, stool()),
    at(696, 480, 1.05, old('happy'), { flip: true }),
    tick(),
  ),
  'old-peoples-support/land-as-price.svg': scene(
    'land-as-price',
    background('room', 400),
    at(230, 490, 1.1, stool()),
    at(220, 490, 1.15, old('worried', 'holding')),
    at(540, 490, 1.2, person({ who: 'man', pose: 'no', face: 'sceptical' }), { flip: true }),
    at(440, 196, 0.7, bowl()),
    at(372, 330, 0.5, paper({ sealed: true })),
    cross(),
  ),
  'old-peoples-support/ask-first.svg': scene(
    'ask-first',
    background('room', 380),
    at(400, 430, 1, mother('happy', 'pointing')),
    speech(560, 80, at(-40, 4, 0.34, house()) + at(50, 40, 0.34, bowl())),
    at(170, 480, 1, person({ who: 'man', sitting: true })),
    at(90, 490, 0.95, person({ who: 'woman' })),
    at(640, 480, 1, person({ who: 'worker', sitting: true }), { flip: true }),
    at(400, 515, 1.4, table()),
    '<path d="M330 374L346 350H454L470 374Z" fill="#fffaf0"/><path d="M360 360H430M354 367H416" stroke-width="3"/>',
  ),
};
