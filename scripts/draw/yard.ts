import { colour, type Part } from './frame.ts';
import { person } from './people.ts';

type Guarded = Parameters<typeof person>[0];

// Hands of each pose, where the gloves go.
const HANDS = {
  standing: [56, -120, -56, -120],
  holding: [96, -142, 84, -130],
  pointing: [112, -186, -56, -120],
  phone: [48, -240, -56, -120],
  no: [84, -236, -84, -236],
};

/** A person with mask and rubber gloves, as near an afterbirth or a dead sheep. */
export function guarded(who: NonNullable<Guarded> = {}): Part {
  const [x1, y1, x2, y2] = HANDS[who.pose ?? 'standing'];
  const mask = `<path d="M-6 -248L38 -250Q38 -220 16 -218Q-2 -220 -6 -248Z" fill="${colour.sky}" stroke-width="4"/>`;
  const gloves = `<circle cx="${x2}" cy="${y2}" r="16" fill="#6d9bb5"/><circle cx="${x1}" cy="${y1}" r="16" fill="#6d9bb5"/>`;
  return person(who) + mask + gloves;
}

/** A truck with an open bed, driving right, 320 × 180; the bed's floor is 60 above the ground. */
export const truck = (closed = false): Part =>
  `${closed ? `<path d="M-150 -60H44V-150H-150Z" fill="${colour.steel}"/>` : `<path d="M-150 -60H40V-40H-150Z" fill="${colour.wood}"/><path d="M-150 -60V-120M-100 -60V-120M-50 -60V-120M0 -60V-120M40 -60V-120M-150 -112H40M-150 -86H40" stroke="${colour.wood}" stroke-width="10"/>`}<path d="M48 -40V-140H110L150 -92V-40Z" fill="#5b8aa6"/><path d="M66 -124H104L128 -94H66Z" fill="${colour.sky}"/><path d="M-156 -44H154V-28H-156Z" fill="${colour.line}"/><circle cx="-96" cy="-26" r="28" fill="${colour.line}"/><circle cx="-96" cy="-26" r="10" fill="${colour.floor}"/><circle cx="96" cy="-26" r="28" fill="${colour.line}"/><circle cx="96" cy="-26" r="10" fill="${colour.floor}"/>`;

/** A yard dog, standing, facing right, 190 × 130. */
export const dog = (): Part =>
  `<path d="M-84 -92Q-120 -120 -104 -146" fill="none" stroke-width="14"/><rect x="-72" y="-50" width="18" height="50" rx="6" fill="${colour.wood}"/><rect x="36" y="-50" width="18" height="50" rx="6" fill="${colour.wood}"/><path d="M-84 -60Q-90 -104 -50 -104H30Q64 -104 60 -60Q56 -40 30 -40H-56Q-80 -40 -84 -60Z" fill="${colour.wood}"/><path d="M34 -96Q34 -146 70 -146Q88 -146 94 -124L120 -116Q126 -100 106 -98L80 -92Q60 -78 34 -96Z" fill="${colour.wood}"/><path d="M44 -140Q30 -120 42 -100" fill="${colour.line}"/><circle cx="80" cy="-124" r="5" fill="${colour.line}" stroke="none"/>`;

/** A pot on a brick stove; it steams when it boils. 220 × 240. */
export const pot = (boiling = true): Part =>
  `<path d="M-100 -100H100V0H-100Z" fill="#a98454"/><path d="M-30 0V-50Q0 -80 30 -50V0Z" fill="${colour.line}"/><path d="M-16 0Q-24 -30 0 -44Q24 -30 16 0Z" fill="${colour.sun}"/><path d="M-74 -164L-64 -100H64L74 -164Z" fill="${colour.slate}"/><path d="M-74 -164Q0 -${boiling ? 200 : 176} 74 -164Q0 -150 -74 -164Z" fill="${colour.wool}"/>${boiling ? '<path d="M-40 -196q-14 -20 0 -38q14 -20 0 -38M0 -204q-14 -20 0 -38q14 -20 0 -38M40 -196q-14 -20 0 -38q14 -20 0 -38" fill="none" stroke="#6d9bb5" stroke-width="8"/>' : ''}`;

/** A bowl of milk, 110 × 60. */
export const bowl = (): Part =>
  `<path d="M-54 -50Q-44 0 -20 0H20Q44 0 54 -50Z" fill="${colour.sky}"/><ellipse cy="-50" rx="54" ry="14" fill="${colour.wool}"/>`;

/** A wall clock whose red hand shows how much of the hour is gone, from 0 to 1. */
export function clock(gone = 1): Part {
  const a = gone * 2 * Math.PI;
  const [x, y] = [Math.sin(a) * 52, -Math.cos(a) * 52];
  const slice =
    gone >= 1
      ? '<circle r="60" fill="#f0b8ae" stroke="none"/>'
      : `<path d="M0 0V-60A60 60 0 ${gone > 0.5 ? 1 : 0} 1 ${(x * 1.15).toFixed(1)} ${(y * 1.15).toFixed(1)}Z" fill="#f0b8ae" stroke="none"/>`;
  return `<circle r="76" fill="${colour.wool}"/>${slice}<path d="M0 -74v12M0 62v12M-74 0h12M62 0h12"/><path d="M0 0L${x.toFixed(1)} ${y.toFixed(1)}" stroke="${colour.red}" stroke-width="9"/><circle r="7" fill="${colour.line}"/>`;
}

/** A cold box, open, with ice packs and three bottles, 280 × 190. */
export const coldBox = (): Part =>
  `<path d="M-130 -120L-110 -190H150L130 -120Z" fill="#5b8aa6"/>${[-70, 0, 70].map((x) => `<g transform="translate(${x} -70) scale(0.32)" stroke-width="16"><path d="M-60 -240H60V-320H-60ZM-80 -200Q-80 -240 -50 -240H50Q80 -240 80 -200V0H-80Z" fill="${colour.mint}"/><rect x="-60" y="-340" width="120" height="50" fill="${colour.red}"/></g>`).join('')}<path d="M-120 -96H-40V-60H-120ZM40 -96H120V-60H40Z" fill="${colour.wool}"/><path d="M-140 -80H140L126 0H-126Z" fill="#6d9bb5"/><path d="M0 -62v44M-20 -52l40 24M20 -52l-40 24" stroke="${colour.wool}" stroke-width="8"/>`;

/** A stream across the lower right corner; put straight into a scene. */
export const stream = (foul = false): Part =>
  `<path d="M800 330Q640 350 600 410Q560 460 420 500H800Z" fill="${foul ? '#8a7a4a' : '#6d9bb5'}"/><path d="M690 380q20 -10 40 0M620 440q20 -10 40 0M720 450q20 -10 40 0" fill="none" stroke="${colour.sky}" stroke-width="5"/>`;

/** Straw on the floor, 300 wide: hides the feet of a sheep that lies. */
export const straw = (): Part =>
  `<path d="M-150 0Q-140 -40 -90 -36Q-50 -56 0 -40Q50 -56 96 -36Q140 -40 150 0Z" fill="${colour.sun}"/><path d="M-110 -10l30 -16M-60 -14l24 -18M-6 -10l26 -20M50 -12l28 -16M100 -8l22 -16" stroke-width="4"/>`;

/** A dead sheep on its side, 240 × 100. */
export const deadSheep = (): Part =>
  `<path d="M-70 -10L-100 4M-40 -6L-66 10M40 -6L66 10M64 -10L94 2" stroke-width="14" stroke="${colour.face}"/><ellipse cx="0" cy="-44" rx="96" ry="42" fill="${colour.wool}"/><path d="M82 -56Q120 -76 146 -48Q154 -28 130 -24L96 -28Z" fill="${colour.face}"/><path d="M112 -52l12 12M124 -52l-12 12" stroke-width="4"/><path d="M-40 -50q10 12 20 0M4 -34q10 12 20 0" fill="none" stroke-width="4"/>`;

export const pellets = (): Part =>
  [-30, -12, 6, 24, -20, 2, 18]
    .map((x, i) => `<ellipse cx="${x}" cy="${i < 4 ? 0 : -12}" rx="8" ry="7" fill="#5a4632" stroke-width="3"/>`)
    .join('');

export const looseDung = (): Part =>
  `<path d="M-50 8Q-60 -10 -30 -12Q-14 -26 8 -14Q40 -20 48 0Q56 14 20 14H-30Q-46 16 -50 8Z" fill="#8a7a4a"/>`;

/** A rail of upright slats, `gap` apart, 120 high, standing on the origin. */
export function slats(width: number, gap: number): Part {
  const posts = Array.from(
    { length: Math.floor(width / gap) + 1 },
    (_, i) => `<rect x="${(-width / 2 + i * gap - 7).toFixed(1)}" y="-130" width="14" height="130" rx="5" fill="${colour.wood}"/>`,
  );
  return `<path d="M${-width / 2 - 10} -124h${width + 20}v14h${-width - 20}ZM${-width / 2 - 10} -20h${width + 20}v14h${-width - 20}Z" fill="${colour.wood}"/>${posts.join('')}`;
}

/** A tag in the left ear of a sheep drawn at the same place. */
export const tagInEar = (): Part => `<path d="M56 -134h22v30h-22Z" fill="${colour.sun}" stroke-width="4"/>`;
