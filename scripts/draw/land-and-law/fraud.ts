import { seedling } from '../fields.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { banknotes, justice, paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { sun, table } from '../places.ts';
import { hoe, loudspeaker } from '../reckoning.ts';
import { bottle, phone, sack } from '../tools.ts';
import { coins, shop } from '../trades.ts';

const SEED = '#e8c98f';
const FAKE = '#b9b3c9';

/** A van driving right with its rear at the left, 340 × 200; open shows what lies inside. */
const van = (inside: Part = ''): Part =>
  `<path d="M-170 -44V-196Q-170 -206 -158 -206H60Q84 -206 104 -176L132 -128L166 -112V-44Z" fill="#d8dfe2"/><path d="M50 -184H74Q88 -180 100 -160L116 -130H50Z" fill="${colour.sky}"/><path d="M-170 -70H166V-40H-170Z" fill="${colour.slate}"/>${inside ? `<path d="M-158 -192H20V-74H-158Z" fill="#6f5b45"/>${inside}` : '<path d="M-148 -184H-70V-126H-148ZM-54 -184H30V-126H-54Z" fill="#5b8aa6"/>'}<circle cx="-100" cy="-34" r="32" fill="${colour.line}"/><circle cx="-100" cy="-34" r="12" fill="${colour.floor}"/><circle cx="100" cy="-34" r="32" fill="${colour.line}"/><circle cx="100" cy="-34" r="12" fill="${colour.floor}"/>`;

/** A bottle without a label, 100 × 190. */
const bare = (): Part =>
  `<path d="M-34 -150V-176H34V-150ZM-46 -130Q-46 -150 -28 -150H28Q46 -150 46 -130V0H-46Z" fill="${FAKE}"/><path d="M-38 -60Q0 -70 38 -60V-6H-38Z" fill="${colour.plum}" stroke="none"/>`;

/** A tray of eggs, 150 × 70. */
const eggs = (): Part =>
  `${[-50, -17, 17, 50].map((x) => `<ellipse cx="${x}" cy="-34" rx="17" ry="24" fill="${colour.face}"/>`).join('')}<path d="M-78 -30H78L64 0H-64Z" fill="${colour.steel}"/>`;

/** A basin, 150 × 60. */
const basin = (): Part => `<path d="M-76 -54L-48 0H48L76 -54Z" fill="${colour.red}"/><ellipse cy="-54" rx="76" ry="16" fill="#d98c84"/>`;

/** A framed licence with a red seal, 150 × 110, by its middle. */
const licence = (): Part =>
  `<rect x="-75" y="-55" width="150" height="110" rx="4" fill="${colour.sun}"/><rect x="-62" y="-43" width="124" height="86" fill="${colour.wool}"/><path d="M-44 -24H44M-44 -4H44M-44 16H-4" stroke-width="5"/><circle cx="34" cy="22" r="17" fill="none" stroke="${colour.red}" stroke-width="6"/>`;

/** A seed bag with a label, 120 × 150. */
const labelled = (): Part =>
  `${sack(SEED)}<rect x="-34" y="-98" width="68" height="74" fill="${colour.wool}" stroke-width="4"/><path d="M-22 -80H22M-22 -64H22M-22 -48H4" stroke-width="4"/><path d="M20 -34V-50" stroke="${colour.red}" stroke-width="8"/>`;

/** An empty bag that keeps its label, lying flat, 120 × 110. */
const emptyBag = (): Part =>
  `<path d="M-58 -100L58 -108L64 0L-52 6Z" fill="${SEED}"/><rect x="-28" y="-84" width="60" height="60" fill="${colour.wool}" stroke-width="4"/><path d="M-16 -68H20M-16 -52H20M-16 -38H0" stroke-width="4"/>`;

/** A clear bag of seed, closed with a strip that is signed across, 100 × 120. */
const seedSample = (): Part =>
  `<path d="M-46 0Q-58 -50 -44 -92H44Q58 -50 46 0Q0 10 -46 0Z" fill="${colour.sky}"/><path d="M-48 -2Q-54 -30 -48 -48Q0 -62 48 -48Q54 -30 48 -2Q0 8 -48 -2Z" fill="${SEED}" stroke-width="4"/><path d="M-30 -34h.1M-8 -42h.1M16 -36h.1M34 -26h.1M-22 -16h.1M2 -22h.1M24 -10h.1M-6 -4h.1" stroke-width="7"/><rect x="-56" y="-122" width="112" height="34" rx="4" fill="${colour.wool}"/><path d="M-40 -104q8 -12 14 0q6 10 12 -2M6 -104q8 -12 14 0q6 10 12 -2" fill="none" stroke-width="4"/>`;

/** Where a sack of harvest should stand, 120 × 150. */
const missingSack = (): Part =>
  '<path d="M-50 0Q-74 -60 -52 -120H52Q74 -60 50 0Q0 10 -50 0Z" fill="#fffaf0" stroke="#8f8272" stroke-dasharray="12 12"/><path d="M0 -24V-92M0 -60Q-24 -64 -28 -84M0 -60Q24 -64 28 -84M0 -84Q-14 -92 -12 -106Q0 -112 12 -106Q14 -92 0 -84" fill="none" stroke="#b79a4e" stroke-width="7"/>';

/** A receipt with a red seal, 110 × 140, by its middle. */
const receipt = (): Part => paper({ sealed: true });

/** Bare soil with seedlings, of which only some came up; lower left at x, y. */
const gappy = (x: number, y: number, width: number): Part =>
  `<path d="M${x} ${y}L${x + 50} ${y - 150}H${x + width - 50}L${x + width} ${y}Z" fill="${colour.soil}"/>` +
  [0, 1, 2]
    .map((row) =>
      Array.from({ length: 6 }, (_, i) => {
        const px = x + 90 - row * 16 + i * ((width - 170 + row * 32) / 5);
        const py = y - 106 + row * 44;
        return (row * 7 + i * 3) % 5 === 0
          ? at(Math.round(px), py, 0.62 + row * 0.1, seedling())
          : `<ellipse cx="${Math.round(px)}" cy="${py}" rx="15" ry="6" fill="#b08b5a" stroke-width="3"/>`;
      }).join(''),
    )
    .join('');

/** Fresh clods, turned over, in the shape of `gappy`. */
const turned = (x: number, y: number, width: number): Part =>
  `<path d="M${x} ${y}L${x + 50} ${y - 150}H${x + width - 50}L${x + width} ${y}Z" fill="#8c6b4a"/>` +
  [0, 1, 2]
    .map((row) =>
      Array.from(
        { length: 7 },
        (_, i) =>
          `<path d="M${x + 50 + i * ((width - 130) / 6.4) - row * 10} ${y - 96 + row * 42}q16 -34 40 -14q20 -8 26 18Z" fill="#6f5133" stroke-width="4"/>`,
      ).join(''),
    )
    .join('');

/** Farm inputs: how cheats sell, what to keep, whom to ask. */
export const fraudScenes: Record<string, string> = {
  'farm-input-fraud/cover.svg': scene(
    'cover',
    background('field', 270),
    at(196, 330, 1, van()),
    at(330, 400, 0.9, person({ who: 'seller', pose: 'pointing' })),
    at(440, 190, 0.8, loudspeaker()),
    [52, 124, 196].map((x) => at(x, 482, 0.62, sack(FAKE))).join(''),
    at(312, 484, 0.9, eggs()),
    at(446, 486, 0.8, basin()),
    at(560, 460, 0.85, person({ who: 'old-man' }), { flip: true }),
    at(636, 476, 0.85, person({ who: 'old-woman' }), { flip: true }),
    at(726, 494, 1, person({ who: 'woman', face: 'sceptical' }), { flip: true }),
  ),
  'farm-input-fraud/three-checks.svg': scene(
    'three-checks',
    panels(
      background('room', 400) + at(400, 200, 1.35, licence()) + at(400, 470, 0.8, table()),
      background('room', 400) +
        at(400, 460, 2, labelled()) +
        `<circle cx="400" cy="336" r="104" fill="none" stroke="${colour.red}" stroke-width="9"/>`,
      background('room', 400) + at(410, 210, 0.9, receipt()) + at(380, 400, 1.05, hand(), { turn: -30 }),
    ),
  ),
  'farm-input-fraud/shop.svg': scene(
    'shop',
    background('room', 410),
    '<path d="M40 200H330M40 320H330" stroke="#8a5a2c" stroke-width="14"/>',
    [90, 185, 280].map((x) => at(x, 194, 0.4, bottle())).join(''),
    [100, 250].map((x) => at(x, 314, 0.62, labelled())).join(''),
    at(440, 110, 1.05, licence()),
    at(610, 430, 1.15, person({ who: 'woman', pose: 'holding' }), { flip: true }),
    '<path d="M330 370H800V500H330Z" fill="#b5763a"/><path d="M316 350H800V380H316Z" fill="#b5763a"/>',
    at(410, 352, 0.4, bottle()),
    at(498, 306, 0.26, receipt(), { turn: -6 }),
    tick(),
  ),
  'farm-input-fraud/van.svg': scene(
    'van',
    background('field', 280),
    at(400, 450, 1.75, van([-126, -84, -42, 0].map((x) => at(x - 8, -76, 0.5, bare())).join(''))),
    at(110, 490, 1.05, person({ who: 'seller', pose: 'no' })),
    [250, 320].map((x) => at(x, 490, 0.62, bare())).join(''),
    cross(),
  ),
  'farm-input-fraud/keep-three.svg': scene(
    'keep-three',
    background('room', 370),
    at(190, 176, 0.66, receipt(), { turn: -5 }),
    at(404, 250, 1.35, emptyBag()),
    at(590, 278, 1.4, seedSample()),
    arrow(210, 280, 270, 330, colour.green),
    arrow(404, 276, 404, 330, colour.green),
    arrow(586, 286, 530, 330, colour.green),
    '<path d="M190 366H620V494H190Z" fill="#b5763a"/><path d="M220 340H590L620 366H190Z" fill="#6f4a26"/><path d="M190 430H620" stroke-width="4"/>',
    tick(),
  ),
  'farm-input-fraud/burn-bag.svg': scene(
    'burn-bag',
    background('field', 290),
    [560, 640, 720].map((x, i) => at(x, 470 - i * 4, 0.9, seedling())).join(''),
    at(170, 485, 1.1, person({ who: 'man', pose: 'pointing' })),
    at(372, 330, 0.9, emptyBag(), { turn: 16 }),
    `<path d="M330 480Q290 430 330 380Q340 410 360 400Q350 350 392 310Q396 350 420 370Q436 360 436 340Q476 390 466 430Q462 462 440 480Z" fill="${colour.red}"/><path d="M356 480Q336 450 360 420Q376 436 390 400Q420 430 416 480Z" fill="${colour.sun}"/><path d="M310 484H480" stroke="#8a5a2c" stroke-width="16"/>`,
    '<path d="M400 250q-20 -24 0 -46q20 -22 0 -46M440 260q-16 -22 4 -40q16 -20 0 -40" fill="none" stroke="#8f8272" stroke-width="8"/>',
    cross(),
  ),
  'farm-input-fraud/leave-field.svg': scene(
    'leave-field',
    background('field', 250),
    at(90, 80, 0.7, sun()),
    gappy(230, 480, 400),
    at(130, 488, 1.1, person({ who: 'woman', pose: 'holding' })),
    at(232, 336, 0.45, phone()),
    at(700, 480, 1.05, person({ who: 'official', pose: 'pointing' }), { flip: true }),
    tick(),
  ),
  'farm-input-fraud/plough-under.svg': scene(
    'plough-under',
    background('field', 250),
    turned(250, 480, 500),
    at(170, 488, 1.1, person({ who: 'man', pose: 'holding', face: 'worried' })),
    at(284, 468, 1.05, hoe()),
    '<path d="M140 120l-16 -26M166 112v-30M192 120l16 -26" stroke="#b3392f" stroke-width="8"/>',
    cross(),
  ),
  'farm-input-fraud/whom.svg': scene(
    'whom',
    background('yard', 480),
    '<path d="M0 440H270V340H530V240H800V500H0Z" fill="#d9b888"/>',
    at(200, 440, 0.5, shop),
    at(52, 440, 0.62, person({ who: 'woman', pose: 'holding' })),
    '<path d="M88 334h44v34H88Z" fill="#b5763a"/>',
    at(440, 340, 0.8, person({ who: 'official', pose: 'holding' }), { flip: true }),
    at(350, 252, 0.5, seedSample()),
    at(670, 150, 0.8, justice()),
    arrow(236, 300, 306, 262, colour.green),
    arrow(500, 196, 566, 160, colour.green),
  ),
  'farm-input-fraud/get-back.svg': scene(
    'get-back',
    background('plain'),
    at(130, 180, 0.8, labelled()),
    at(130, 334, 0.86, missingSack()),
    `<g transform="translate(130 440)"><rect x="-70" y="-36" width="140" height="64" rx="14" fill="#5b8aa6"/><path d="M-56 -24H-18V2H-56ZM-8 -24H30V2H-8Z" fill="${colour.sky}" stroke-width="4"/><circle cx="-36" cy="30" r="15" fill="${colour.line}"/><circle cx="38" cy="30" r="15" fill="${colour.line}"/></g>`,
    arrow(220, 120, 380, 190, colour.green),
    arrow(220, 270, 370, 270, colour.green),
    arrow(230, 430, 380, 350, colour.green),
    at(470, 350, 0.85, coins(7)),
    at(640, 300, 1, banknotes()),
    at(690, 400, 1.3, hand({ sleeve: colour.red }), { flip: true, turn: 24 }),
    tick(),
  ),
};
