import { colour, type Part } from './frame.ts';

type Who = 'man' | 'woman' | 'old-man' | 'old-woman' | 'worker' | 'vet' | 'official' | 'seller';
type Pose = 'standing' | 'holding' | 'pointing' | 'phone' | 'no';
type Person = { who?: Who; pose?: Pose; face?: 'happy' | 'sceptical' | 'worried'; sitting?: boolean };

const COAT: Record<Who, string> = {
  man: '#2f6b3c',
  woman: '#b3392f',
  'old-man': '#5b6b7a',
  'old-woman': '#7d6a8c',
  worker: '#2f6b3c',
  vet: '#fffaf0',
  official: '#46566a',
  seller: '#b5763a',
};

// Right arm and left arm as shoulder-to-hand strokes.
const ARMS: Record<Pose, [string, string]> = {
  standing: ['M38 -190L56 -120', 'M-38 -190L-56 -120'],
  holding: ['M36 -188Q52 -130 96 -142', 'M-36 -188Q-8 -126 84 -130'],
  pointing: ['M36 -190L112 -186', 'M-38 -190L-56 -120'],
  phone: ['M36 -188Q84 -180 48 -240', 'M-38 -190L-56 -120'],
  no: ['M36 -190L84 -236', 'M-36 -190L-84 -236'],
};

const LAP = `<rect x="40" y="-76" width="30" height="70" rx="8" fill="${colour.slate}"/><rect x="38" y="-14" width="42" height="14" rx="6" fill="${colour.line}"/><rect x="-38" y="-90" width="108" height="34" rx="15" fill="${colour.slate}"/>`;

/** A person facing right, about 120 × 320, standing on the origin, or sitting above it on a seat 60 high. `at(…, { flip: true })` faces left. */
export function person({ who = 'man', pose = 'standing', face = 'happy', sitting = false }: Person = {}): Part {
  const coat = COAT[who];
  const hair = who.startsWith('old') ? '#cfc8be' : colour.line;
  const trousers = `<rect x="-34" y="-110" width="30" height="104" rx="8" fill="${colour.slate}"/><rect x="4" y="-110" width="30" height="104" rx="8" fill="${colour.slate}"/><rect x="-42" y="-14" width="42" height="14" rx="6" fill="${colour.line}"/><rect x="2" y="-14" width="42" height="14" rx="6" fill="${colour.line}"/>`;
  const skirt =
    who === 'vet'
      ? '<path d="M-46 -210Q0 -232 46 -210L48 -60H-48Z" fill="#fffaf0"/><path d="M0 -216V-60" stroke-width="4"/>'
      : `<path d="M-46 -210Q0 -232 46 -210L40 -96H-40Z" fill="${coat}"/>`;
  const [right, left] = ARMS[pose].map((path) => arm(path, coat)) as [string, string];
  const mouth = { happy: 'M8 -238q10 10 20 0', sceptical: 'M8 -234L28 -238', worried: 'M8 -232q10 -8 20 0' }[face];
  const brow = {
    happy: '',
    sceptical: '<path d="M4 -268l14 -6M22 -268h12" stroke-width="4"/>',
    worried: '<path d="M4 -266l12 -6M22 -272l10 6" stroke-width="4"/>',
  }[face];
  const lower =
    who === 'vet'
      ? `<path d="M-4 -246L36 -248Q36 -222 14 -220Q0 -222 -4 -246Z" fill="${colour.sky}" stroke-width="4"/>`
      : `<path d="${mouth}" fill="none" stroke-width="4"/>`;
  const head = `<circle cx="0" cy="-256" r="38" fill="${colour.skin}"/>${hairOf(who, hair)}<circle cx="12" cy="-256" r="5" fill="${colour.line}" stroke="none"/><circle cx="28" cy="-256" r="4" fill="${colour.line}" stroke="none"/>${brow}${lower}`;
  const phone = pose === 'phone' ? `<rect x="34" y="-272" width="16" height="38" rx="4" fill="${colour.slate}"/>` : '';
  const inFront = pose === 'holding' ? `${right}${left}` : right;
  const behind = pose === 'holding' ? '' : left;
  if (sitting)
    return `<g transform="translate(0 44)">${behind}${skirt}${head}${phone}</g>${LAP}<g transform="translate(0 44)">${inFront}</g>`;
  return `${behind}${trousers}${skirt}${head}${phone}${inFront}`;
}

function arm(path: string, coat: string): Part {
  const [x, y] = path
    .split(/[ ML Q]+/)
    .filter(Boolean)
    .slice(-2) as [string, string];
  return `<circle cx="${x}" cy="${y}" r="14" fill="${colour.skin}"/><path d="${path}" fill="none" stroke="${colour.line}" stroke-width="34"/><path d="${path}" fill="none" stroke="${coat}" stroke-width="23"/><circle cx="${x}" cy="${y}" r="14" fill="${colour.skin}"/>`;
}

function hairOf(who: Who, hair: string): Part {
  const cap = `<path d="M-39 -256Q-42 -298 0 -298Q40 -298 38 -266Q10 -282 -14 -274Q-24 -268 -26 -250Z" fill="${hair}"/>`;
  if (who === 'worker') return `<path d="M-44 -266Q-42 -312 0 -312Q42 -312 44 -266H54H-44Z" fill="${colour.sun}"/>`;
  if (who === 'seller') return `<path d="M-40 -266Q-40 -304 0 -304Q38 -304 40 -266H64Z" fill="${colour.red}"/>`;
  if (who === 'woman') return `<path d="M-30 -276Q-58 -250 -44 -208Q-24 -214 -26 -250Z" fill="${hair}"/>${cap}`;
  if (who === 'old-woman') return `<circle cx="-38" cy="-276" r="16" fill="${hair}"/>${cap}`;
  if (who === 'old-man')
    return `<path d="M-38 -262Q-46 -240 -28 -232Q-24 -250 -28 -268Z" fill="${hair}"/><path d="M-2 -222Q14 -192 30 -226Q14 -232 -2 -222Z" fill="${hair}" stroke-width="4"/>`;
  return cap;
}

/** A hand from the left with thumb and fingers, about 230 wide; the grip is at the origin. */
export function hand({ sleeve = colour.green, gloved = false }: { sleeve?: string; gloved?: boolean } = {}): Part {
  const skin = gloved ? colour.sky : colour.skin;
  return `<rect x="-150" y="-34" width="90" height="68" rx="10" fill="${sleeve}"/><path d="M-64 -28H-10Q30 -40 66 -34Q80 -28 66 -18L20 -14H78Q92 -6 78 4L22 4H72Q84 12 70 20L20 20H56Q68 28 52 34L-20 36L-64 28Z" fill="${skin}"/><path d="M-20 -28Q4 -62 24 -56Q36 -50 22 -36L6 -20" fill="${skin}"/>`;
}
