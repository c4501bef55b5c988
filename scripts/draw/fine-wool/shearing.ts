import { sheep } from '../animals.ts';
import { at, background, colour, cross, type Part, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { cloud, fence, moon, shed } from '../places.ts';
import { hay, shears, trough } from '../tools.ts';
import { broom, emptyBasket, shorn, shortBits } from '../wool.ts';

const planks: Part = `<path d="M120 330H680L760 470H40Z" fill="${colour.soil}"/><path d="M230 330L190 470M345 330L330 470M455 330L470 470M570 330L610 470" fill="none"/>`;
// The skin of a sheep seen close: bare on the left, wool on the right.
const flank = (bare: string): Part =>
  `<path d="M0 360Q400 300 800 360V500H0Z" fill="#f3ddc9"/><path d="M400 330Q600 320 800 360V170Q760 140 720 172Q680 138 640 168Q600 132 560 164Q510 130 470 166Q430 140 408 190Z" fill="${colour.wool}"/><path d="M470 210v90M530 200v104M590 200v110M650 204v112M710 208v114M764 220v112" fill="none" stroke-width="4"/>${bare}`;
const wet = (x: number, y: number): Part =>
  `<path transform="translate(${x} ${y})" d="M0 -16Q14 4 0 12Q-14 4 0 -16Z" fill="#6d9bb5" stroke-width="4"/>`;

export const shearingDay: Record<string, string> = {
  'shearing-day/cover.svg': scene(
    'cover',
    background('yard', 300),
    planks,
    at(210, 460, 1.25, person({ who: 'man', pose: 'holding' })),
    at(480, 460, 1.6, sheep({ kind: 'fine-wool' })),
    `<path d="M372 300Q360 250 420 240Q470 236 480 290Q486 350 470 384Q400 390 372 300Z" fill="#f3ddc9"/>`,
    at(372, 300, 0.8, shears(), { turn: 10 }),
    `<path d="M420 384Q330 400 320 452Q380 470 470 452Q500 430 480 396Z" fill="${colour.wool}"/>`,
  ),
  'shearing-day/under-roof.svg': scene(
    'under-roof',
    background('night', 360),
    at(110, 90, 1, moon()),
    at(440, 470, 1.75, shed()),
    at(360, 455, 0.95, sheep({ kind: 'fine-wool' })),
    at(540, 465, 0.95, sheep({ kind: 'fine-wool' })),
    at(130, 480, 0.85, trough('#8a5a2c')),
    tick(),
  ),
  'shearing-day/out-in-dew.svg': scene(
    'out-in-dew',
    background('night', 340),
    at(300, 90, 1.1, cloud('rain')),
    at(560, 80, 0.9, cloud('rain')),
    at(330, 470, 1.5, sheep({ kind: 'fine-wool' })),
    wet(250, 300) + wet(320, 280) + wet(390, 300) + wet(290, 350) + wet(370, 360),
    at(620, 480, 1.2, hay()),
    cross(),
  ),
  'shearing-day/in-lamb.svg': scene(
    'in-lamb',
    background('yard', 300),
    at(140, 480, 1.05, person({ who: 'woman', pose: 'pointing', face: 'sceptical' })),
    at(400, 450, 1.2, sheep({ kind: 'in-lamb' })),
    at(690, 480, 1.05, person({ who: 'vet', pose: 'pointing' }), { flip: true }),
    at(400, 110, 0.85, shears(), { turn: -20 }),
    `<path d="M374 60q4 -44 46 -34q34 16 2 48q-16 12 -16 30" transform="translate(130 10)" fill="none" stroke="${colour.red}" stroke-width="12"/><circle cx="536" cy="140" r="8" fill="${colour.red}" stroke="none"/>`,
  ),
  'shearing-day/clean-floor.svg': scene(
    'clean-floor',
    background('yard', 290),
    planks,
    at(110, 330, 1, broom()),
    at(400, 310, 0.9, emptyBasket()),
    at(550, 310, 0.9, emptyBasket()),
    at(260, 310, 0.9, emptyBasket()),
    tick(),
  ),
  'shearing-day/dirty-floor.svg': scene(
    'dirty-floor',
    background('yard', 290),
    `<path d="M90 340L300 310L520 330L710 320L740 440L560 480L420 456L200 484L60 450Z" fill="#d8dfe2"/><path d="M120 350L700 430M140 450L680 340M300 320L280 470M520 336L540 470" stroke="#9fb0b8" fill="none"/><path d="M240 390l60 20-30 34-50-10Z" fill="#f4e9d2"/><path d="M60 450q-40 10 -40 -30M740 440q40 10 40 -30M420 456q10 40 40 30M200 484q-30 10 -50 -6" stroke="#5b8aa6" fill="none"/><path d="M560 380q30 -40 60 0t60 0q10 -30 -20 -40" stroke="${colour.red}" stroke-width="9" fill="none"/><path d="M330 370l70 -20M360 420l60 12M420 390l50 -26M150 410l50 -16" stroke="${colour.sun}" stroke-width="9"/>`,
    at(130, 330, 0.8, hay()),
    cross(),
  ),
  'shearing-day/order.svg': scene(
    'order',
    background('yard', 250),
    at(124, 400, 0.7, sheep({ kind: 'fine-wool' })),
    at(146, 446, 0.7, sheep({ kind: 'fine-wool' })),
    at(392, 440, 0.9, sheep({ kind: 'ram' })),
    at(648, 400, 0.7, sheep({ kind: 'dorper' })),
    at(668, 446, 0.7, sheep({ kind: 'dorper' })),
    `<path d="M276 240V470M532 240V470" stroke="${colour.wood}" stroke-width="18"/>`,
    at(136, 480, 0.9, fence(240)),
    at(404, 480, 0.9, fence(240)),
    at(672, 480, 0.9, fence(240)),
    `<g fill="${colour.green}"><circle cx="136" cy="120" r="18"/><circle cx="382" cy="120" r="18"/><circle cx="428" cy="120" r="18"/><circle cx="630" cy="120" r="18"/><circle cx="676" cy="120" r="18"/><circle cx="722" cy="120" r="18"/></g>`,
  ),
  'shearing-day/one-stroke.svg': scene(
    'one-stroke',
    background('plain'),
    flank(
      `<path d="M396 336Q330 300 300 220Q280 130 170 110Q120 104 110 150Q190 160 220 240Q240 330 360 352Z" fill="${colour.wool}"/><path d="M140 128q40 8 66 40M230 210q14 60 60 104" fill="none" stroke-width="4"/>`,
    ),
    at(400, 336, 1.1, shears(), { turn: -4 }),
    at(250, 340, 1, hand()),
    tick(),
  ),
  'shearing-day/two-strokes.svg': scene(
    'two-strokes',
    background('plain'),
    flank(`<path d="M140 350q8 -40 20 -2q10 -44 22 -2q10 -44 22 -2q10 -44 22 -4q10 -40 22 0" fill="${colour.wool}"/>`),
    at(330, 270, 1.1, shears(), { turn: 26 }),
    at(190, 220, 1, hand(), { turn: 14 }),
    at(180, 440, 1.3, shortBits()),
    at(430, 460, 1, shortBits()),
    cross(),
  ),
  'shearing-day/sheltered.svg': scene(
    'sheltered',
    background('yard', 360),
    at(90, 90, 0.9, cloud('rain')),
    at(80, 240, 0.7, cloud('rain')),
    at(420, 470, 1.75, shed()),
    at(320, 460, 0.95, shorn()),
    at(520, 474, 0.9, hay()),
    tick(),
  ),
  'shearing-day/in-the-rain.svg': scene(
    'in-the-rain',
    background('field', 340),
    at(190, 90, 1.2, cloud('rain')),
    at(500, 80, 1.2, cloud('rain')),
    `<path d="M30 240h120M60 280h90M650 250h120M680 290h90" stroke="#4f86a8" stroke-width="9"/>`,
    at(280, 460, 1.35, shorn({ cold: true })),
    at(560, 480, 1.35, shorn({ cold: true })),
    cross(),
  ),
};
