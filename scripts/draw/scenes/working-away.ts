import { arrow, at, background, colour, cross, magnifier, panels, scene, tick } from '../frame.ts';
import { banknotes, calendar, coin, justice, ledger, paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { moon, table } from '../places.ts';
import { phone, sack } from '../tools.ts';
import { bag, card, coins, shop } from '../trades.ts';

const beam = (y: number) => `<path d="M0 ${y}H800v26H0Z" fill="${colour.steel}"/>`;
const scaffold = `<path d="M90 500V40M710 500V40" stroke-width="16"/><path d="M60 430H740v24H60Z" fill="${colour.wood}"/><path d="M90 300H330M470 300H710" stroke-width="10"/>`;
const straps = `<path d="M-36 -208L34 -112M36 -208L-34 -112M-44 -112H44" stroke="${colour.line}" stroke-width="16"/><path d="M-36 -208L34 -112M36 -208L-34 -112M-44 -112H44" stroke="${colour.sun}" stroke-width="9"/>`;
const strap = (d: string, width = 15) =>
  `<path d="${d}" fill="none" stroke="${colour.line}" stroke-width="${width + 11}"/><path d="${d}" fill="none" stroke="${colour.sun}" stroke-width="${width}"/>`;
/** A harness held up by its shoulders: two shoulder straps, chest and waist belt, two loops for the legs, a hook on its line. */
const harness = `${strap('M-110 -30Q-60 -130 -20 -120Q10 -90 -10 60M110 -30Q60 -130 20 -120Q-10 -90 10 60')}${strap('M-66 -36H66')}${strap('M-80 60H80', 19)}${strap('M-50 66Q-84 150 -30 160Q-4 140 -6 70M50 66Q84 150 30 160Q4 140 6 70')}<rect x="-18" y="48" width="36" height="26" rx="4" fill="${colour.steel}"/><path d="M0 -120Q20 -170 -50 -180" fill="none" stroke="${colour.red}" stroke-width="9"/><path d="M-56 -196a22 22 0 1 0 -10 36" fill="none" stroke="${colour.slate}" stroke-width="12"/>`;
/** What the eye looks for: a strap half cut through. */
const torn = `<path d="M-120 -30H120V40H-120Z" fill="${colour.sun}"/><path d="M-120 -18H120M-120 28H120" stroke-width="4" stroke-dasharray="12 12"/><path d="M-16 -36L-4 0L10 -8L4 14L24 -36Z" fill="${colour.floor}"/><path d="M-16 -30l-10 -16M8 -12l4 -22M24 -30l12 -14" stroke-width="4"/>`;
const stove = `<path d="M-60 0V-130H60V0Z" fill="${colour.slate}"/><rect x="-34" y="-70" width="68" height="46" fill="${colour.sun}"/><path d="M-44 0v16M44 0v16" stroke-width="12"/>`;
const coals = `<path d="M-80 -40H80Q60 6 0 6Q-60 6 -80 -40Z" fill="${colour.steel}"/><path d="M-74 -42a20 20 0 0 1 40 -8a22 22 0 0 1 42 -4a20 20 0 0 1 38 4a18 18 0 0 1 28 8Z" fill="${colour.line}"/><path d="M-40 -50h18M0 -54h20M36 -48h12" stroke="${colour.red}" stroke-width="9"/>`;
const fumes = (x: number, y: number) =>
  `<path d="M${x} ${y}q-24 -26 0 -52t0 -52M${x + 46} ${y}q-24 -26 0 -52t0 -52M${x - 46} ${y}q-24 -26 0 -52t0 -52" fill="none" stroke="${colour.plum}" stroke-width="9"/>`;
const window_ = (open: boolean) =>
  `<rect x="-60" y="-70" width="120" height="140" fill="#46566a"/>${open ? `<path d="M-60 -70L-104 -48V92L-60 70Z" fill="${colour.sky}"/><path d="M0 -70V70M0 -70H60V70H0Z" fill="${colour.sky}"/>` : `<path d="M-60 -70H60V70H-60Z" fill="${colour.sky}"/><path d="M0 -70V70"/>`}`;
const bandage = `<rect x="-20" y="-18" width="40" height="36" rx="10" fill="${colour.wool}"/><path d="M-10 -16v32M4 -16v32" stroke="${colour.red}" stroke-width="4"/>`;
const lamp = `<path d="M0 -500V-44"/><path d="M-60 0L-24 -44H24L60 0Z" fill="${colour.green}"/><path d="M-60 4L-120 170H120L60 4Z" fill="#f6dc8a" stroke="none"/>`;

export const scenes: Record<string, string> = {
  'your-wages-and-the-ledger/cover.svg': scene(
    'cover',
    background('night', 380),
    at(590, 60, 1, lamp),
    at(300, 80, 1, moon()),
    at(230, 480, 1.2, person({ who: 'worker', pose: 'holding' })),
    at(520, 500, 1.6, table()),
    at(540, 270, 1.15, ledger()),
    `<path d="M352 316L470 276" stroke-width="18"/><path d="M352 316L456 281" stroke="${colour.sun}" stroke-width="8"/>`,
  ),
  'your-wages-and-the-ledger/own-card.svg': scene(
    'own-card',
    background('room', 400),
    at(230, 480, 1.15, person({ who: 'worker', pose: 'holding' })),
    at(352, 318, 0.75, card),
    at(620, 270, 1, banknotes()),
    arrow(530, 290, 430, 315, colour.green),
    tick(),
  ),
  'your-wages-and-the-ledger/goods.svg': scene(
    'goods',
    background('room', 400),
    at(170, 480, 1.15, person({ who: 'worker', pose: 'no', face: 'worried' })),
    at(390, 480, 1, sack()),
    at(490, 485, 1, sack('#cdb894')),
    at(440, 360, 0.9, sack()),
    at(660, 480, 1.15, person({ who: 'seller', pose: 'pointing' }), { flip: true }),
    cross(),
  ),
  'your-wages-and-the-ledger/overtime.svg': scene(
    'overtime',
    background('plain'),
    at(150, 440, 1, coins(3)),
    at(400, 440, 1, coins(4)),
    at(650, 440, 1, coins(6)),
    at(150, 280, 1, bag),
    `<g transform="translate(400 210)"><path d="M-80 50V-10M80 50V20M-80 30H80V10Q80 -4 60 -4H-20" fill="${colour.mint}"/><circle cx="-52" cy="2" r="20" fill="${colour.skin}"/></g>`,
    `<g transform="translate(650 170)"><path d="M0 -90v26"/><ellipse rx="58" ry="56" fill="${colour.red}"/><path d="M-26 -50Q-40 0 -26 50M26 -50Q40 0 26 50M0 56v34M-30 -56H30" fill="none" stroke="${colour.sun}"/></g>`,
  ),
  'your-wages-and-the-ledger/rights-board.svg': scene(
    'rights-board',
    background('yard', 370),
    `<path d="M420 440V300M660 440V300" stroke-width="16"/><rect x="370" y="60" width="340" height="250" rx="8" fill="${colour.green}"/><rect x="392" y="84" width="296" height="204" fill="${colour.wool}"/><path d="M420 120H560M420 160H600M420 200H540M420 240H600" stroke-width="6"/>`,
    at(630, 190, 0.45, calendar([9])),
    at(210, 480, 1.15, person({ who: 'worker', pose: 'holding' })),
    at(320, 300, 0.6, phone(), { turn: 10 }),
  ),
  'injury-at-work/cover.svg': scene(
    'cover',
    background('room', 400),
    `<rect x="560" y="220" width="200" height="200" rx="8" fill="${colour.steel}"/><circle cx="660" cy="310" r="52" fill="${colour.slate}"/><path d="M620 270l80 80M700 270l-80 80" stroke="${colour.red}" stroke-width="14"/>`,
    at(370, 480, 1.15, person({ who: 'worker', face: 'worried' })),
    at(434, 342, 1.2, bandage),
    at(180, 480, 1.15, person({ who: 'man', pose: 'phone', face: 'worried' })),
  ),
  'injury-at-work/keep-proof.svg': scene(
    'keep-proof',
    background('plain'),
    at(150, 250, 1.05, paper({ sealed: true })),
    `<g transform="translate(400 240)"><rect x="-110" y="-90" width="220" height="180" fill="${colour.wool}"/><rect x="-94" y="-74" width="188" height="128" fill="${colour.sky}"/></g>`,
    at(380, 240, 1.1, hand()),
    at(412, 240, 1.1, bandage),
    at(650, 260, 0.95, ledger()),
    `<g transform="translate(590 246)"><circle cy="-14" r="16" fill="${colour.skin}"/><path d="M-24 26Q-24 4 0 4Q24 4 24 26Z" fill="${colour.red}"/></g><g transform="translate(708 246)"><circle cy="-14" r="16" fill="${colour.skin}"/><path d="M-24 26Q-24 4 0 4Q24 4 24 26Z" fill="${colour.green}"/></g>`,
    at(650, 410, 0.7, phone(), { turn: 80 }),
  ),
  'injury-at-work/two-dates.svg': scene(
    'two-dates',
    background('plain'),
    panels(
      at(
        400,
        190,
        1,
        calendar([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]),
      ) + at(400, 480, 0.62, shop),
      [60, 40, 20, 0].map((d) => at(400 + d, 190 - d, 1, calendar(d === 0 ? [3, 10, 17, 24] : []))).join('') +
        at(400, 490, 0.6, person({ who: 'worker', pose: 'standing' })) +
        at(432, 424, 0.8, bandage),
    ),
  ),
  'injury-at-work/legal-aid.svg': scene(
    'legal-aid',
    background('room', 400),
    at(400, 130, 0.8, justice()),
    at(180, 480, 1.15, person({ who: 'worker', pose: 'holding' })),
    at(310, 310, 0.5, paper({ sealed: true })),
    at(640, 470, 1.15, person({ who: 'official', pose: 'holding' }), { flip: true }),
    at(530, 490, 1, table()),
  ),
  'height-and-machines/cover.svg': scene(
    'cover',
    background('yard', 400),
    scaffold,
    at(250, 490, 1.35, person({ who: 'worker', pose: 'holding' })),
    at(480, 312, 1, harness),
    magnifier(664, 120, 78, torn),
  ),
  'height-and-machines/hook-high.svg': scene(
    'hook-high',
    background('yard', 480),
    beam(60),
    scaffold,
    `<path d="M360 240Q290 180 300 96" fill="none" stroke="${colour.red}" stroke-width="9"/><circle cx="300" cy="74" r="30" fill="none" stroke-width="12"/>`,
    at(400, 432, 1, person({ who: 'worker' })),
    at(400, 432, 1, straps),
    tick(),
  ),
  'height-and-machines/hook-low.svg': scene(
    'hook-low',
    background('yard', 480),
    beam(60),
    scaffold,
    at(400, 432, 1, person({ who: 'worker' })),
    at(400, 432, 1, straps),
    `<path d="M440 322Q540 340 520 412" fill="none" stroke="${colour.red}" stroke-width="9"/><circle cx="520" cy="420" r="20" fill="none" stroke-width="10"/>`,
    cross(),
  ),
  'height-and-machines/power-off.svg': scene(
    'power-off',
    background('room', 500),
    `<rect x="420" y="60" width="220" height="320" rx="10" fill="${colour.steel}"/><path d="M530 130V220" stroke-width="34"/><circle cx="530" cy="220" r="34" fill="${colour.slate}"/><path d="M530 220L480 320" stroke="${colour.red}" stroke-width="30"/><g transform="translate(596 320)"><path d="M-22 -24V-54A22 22 0 0 1 22 -54V-24" fill="none" stroke-width="12"/><rect x="-38" y="-28" width="76" height="64" rx="8" fill="${colour.sun}"/><circle cy="2" r="8" fill="${colour.line}"/></g>`,
    at(420, 330, 1.3, hand()),
    arrow(690, 140, 690, 300),
    `<g transform="translate(170 420)"><circle r="30" fill="none" stroke-width="14" stroke="${colour.sun}"/><path d="M30 0H120M96 0V26M118 0V22" stroke-width="14" stroke="${colour.sun}"/></g>`,
  ),
  'height-and-machines/say-no.svg': scene(
    'say-no',
    background('yard', 400),
    `<g transform="rotate(14 600 440)"><path d="M520 450V60M690 450V60" stroke-width="16"/><path d="M500 130H710v22H500ZM500 270H710v22H500Z" fill="${colour.wood}"/><path d="M520 440L690 290M690 270L520 150" stroke-width="10"/></g><path d="M480 210q-24 -20 0 -44M470 330q-24 -20 0 -44" fill="none" stroke="${colour.red}" stroke-width="9"/>`,
    at(270, 480, 1.2, person({ who: 'worker', pose: 'no', face: 'worried' })),
    arrow(180, 450, 60, 450, colour.green),
  ),
  'city-life-and-health/stove-safe.svg': scene(
    'stove-safe',
    background('room', 420),
    `<path d="M260 340V130H0" fill="none" stroke="${colour.line}" stroke-width="44"/><path d="M260 340V130H0" fill="none" stroke="${colour.steel}" stroke-width="32"/>`,
    at(260, 440, 1.2, stove),
    at(610, 210, 1.2, window_(true)),
    arrow(640, 240, 750, 180, colour.green),
    at(405, 480, 0.9, person({ who: 'man' })),
    tick(),
  ),
  'city-life-and-health/stove-closed.svg': scene(
    'stove-closed',
    background('room', 420),
    at(560, 180, 1.2, window_(false)),
    at(290, 460, 1.3, coals),
    fumes(290, 370),
    fumes(300, 250),
    at(540, 480, 0.95, person({ who: 'man', face: 'worried' }), { flip: true }),
    cross(),
  ),
  'city-life-and-health/cover.svg': scene(
    'cover',
    background('room', 420),
    `<path d="M470 60H800V500H470Z" fill="${colour.sky}"/><path d="M470 430H800V500H470Z" fill="${colour.grass}"/><path d="M470 500V60M470 60l-90 40V500" fill="none" stroke-width="12"/>`,
    at(130, 460, 1.1, coals),
    fumes(130, 370),
    fumes(180, 240),
    at(520, 480, 1.1, person({ who: 'worker', face: 'worried' })),
    at(640, 480, 1.1, person({ who: 'man', pose: 'pointing' })),
    arrow(300, 460, 430, 460, colour.green),
  ),
  'city-life-and-health/share-room.svg': scene(
    'share-room',
    background('room', 400),
    at(400, 150, 0.9, calendar([0, 8, 16, 24])),
    at(150, 470, 1.05, person({ who: 'man', pose: 'pointing' })),
    at(650, 470, 1.05, person({ who: 'worker', pose: 'holding' }), { flip: true }),
    at(400, 490, 1.1, table()),
    at(330, 346, 0.7, coin()),
    at(400, 346, 0.7, coin()),
    at(470, 346, 0.7, coin()),
    `<path d="M60 470L110 250" stroke="${colour.wood}" stroke-width="12"/><path d="M30 490L46 440H80L84 490Z" fill="${colour.sun}"/>`,
  ),
};
