import { at, colour, type Part } from './frame.ts';

/** A wooden pen fence, standing on the origin, 80 high. */
export function fence(width = 300): Part {
  const posts = Array.from(
    { length: Math.floor(width / 60) + 1 },
    (_, i) => `<rect x="${-width / 2 + i * 60 - 8}" y="-80" width="16" height="80" rx="6" fill="${colour.wood}"/>`,
  ).join('');
  return `<path d="M${-width / 2 - 12} -66h${width + 24}v16h${-width - 24}ZM${-width / 2 - 12} -34h${width + 24}v16h${-width - 24}Z" fill="${colour.wood}"/>${posts}`;
}

/** A shed cut open at the front, 340 × 280. */
export const shed = (): Part =>
  `<rect x="-140" y="-190" width="280" height="190" fill="#e8d39c"/><path d="M-140 -190H140V-150H-140Z" fill="${colour.wall}"/><path d="M-170 -190L0 -280L170 -190Z" fill="${colour.red}"/>`;

/** A courtyard house with its wall and gate, 420 × 230. */
export const house = (): Part =>
  `<rect x="-110" y="-170" width="220" height="170" fill="${colour.wall}"/><path d="M-136 -170Q-100 -180 -84 -226H84Q100 -180 136 -170Z" fill="${colour.slate}"/><rect x="-24" y="-104" width="48" height="104" fill="${colour.wood}"/><path d="M-88 -124h44v44h-44ZM44 -124h44v44H44Z" fill="${colour.sky}"/><path d="M-210 -70H-110V0H-210ZM110 -70H210V0H110Z" fill="${colour.soil}"/>`;

/** A lamp that warms lambs, hanging from its origin. */
export const warmingLamp = (): Part =>
  `<path d="M-30 66L-90 190H90L30 66Z" fill="#f6dc8a" stroke="none"/><path d="M0 0V30"/><path d="M-18 30H18L44 70H-44Z" fill="${colour.red}"/><path d="M-22 70A22 22 0 0 0 22 70Z" fill="${colour.sun}"/>`;

/** A table or counter, 300 × 110. */
export const table = (): Part =>
  `<path d="M-124 -90V0M124 -90V0" stroke-width="18"/><rect x="-150" y="-110" width="300" height="26" rx="6" fill="${colour.wood}"/>`;

type Mulberry = 'tall' | 'low-cut' | 'bud' | 'frosted' | 'wrapped';

/** A mulberry tree on the origin: tall 360 high, the others about 230. */
export function mulberry(state: Mulberry = 'tall'): Part {
  const leaf = (x: number, y: number, turn: number) =>
    `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 0C-34 -16 -34 -54 0 -74C34 -54 34 -16 0 0Z" fill="${state === 'frosted' ? '#8a7a5c' : colour.green}"/>`;
  if (state === 'tall') {
    return `<path d="M-20 0L-12 -190H12L20 0Z" fill="${colour.wood}"/><path d="M-130 -210A60 60 0 0 1 -92 -312A80 80 0 0 1 50 -340A66 66 0 0 1 122 -230A50 50 0 0 1 60 -166Q0 -150 -60 -166A56 56 0 0 1 -130 -210Z" fill="${colour.green}"/><path d="M-60 -250q14 14 28 0M20 -290q14 14 28 0M30 -210q14 14 28 0" fill="none" stroke="${colour.mint}"/>`;
  }
  if (state === 'wrapped') {
    const bands = [-130, -100, -70, -40].map((y) => `<path d="M-18 ${y}L18 ${y - 14}" stroke-width="5"/>`).join('');
    return `<path d="M0 -150Q-30 -190 -50 -230M0 -150V-250M0 -150Q30 -190 50 -230" fill="none"/><path d="M-18 -156H18L22 -20H-22Z" fill="${colour.floor}"/>${bands}<path d="M-80 0Q0 -56 80 0Z" fill="${colour.soil}"/>`;
  }
  const shoots = `<path d="M-12 -90Q-50 -130 -70 -160M0 -96V-180M12 -90Q50 -130 70 -160" fill="none" stroke="${colour.green}" stroke-width="12"/>`;
  const stump = `<path d="M-26 0L-22 -96H22L26 0Z" fill="${colour.wood}"/><ellipse cx="0" cy="-96" rx="22" ry="9" fill="${colour.face}"/>`;
  const buds = [
    [-70, -160],
    [-42, -124],
    [0, -180],
    [0, -136],
    [70, -160],
    [42, -124],
  ]
    .map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="9" ry="13" fill="${colour.mint}"/>`)
    .join('');
  const leaves =
    leaf(-70, -160, state === 'frosted' ? -150 : -40) +
    leaf(-44, -130, -90) +
    leaf(0, -180, state === 'frosted' ? 160 : 0) +
    leaf(70, -160, state === 'frosted' ? 150 : 40) +
    leaf(44, -130, 90);
  return `${shoots}${state === 'bud' ? buds : leaves}${stump}`;
}

export const sun = (): Part =>
  `<circle r="44" fill="${colour.sun}"/><path d="M0 -62v-18M0 62v18M-62 0h-18M62 0h18M-44 -44l-13 -13M44 -44l13 -13M-44 44l-13 13M44 44l13 13" stroke="${colour.sun}" stroke-width="9"/>`;

export const moon = (): Part => `<path d="M12 -44A46 46 0 1 0 40 26A38 38 0 0 1 12 -44Z" fill="#f6dc8a"/>`;

/** A cloud, 200 × 150, with what falls from it. */
export function cloud(falls: 'nothing' | 'rain' | 'snow' = 'nothing'): Part {
  const drops = {
    nothing: '',
    rain: '<path d="M-60 40l-12 30M-10 40l-12 30M40 40l-12 30" stroke="#4f86a8" stroke-width="8"/>',
    snow: '<path d="M-60 50h.1M-30 76h.1M0 50h.1M30 76h.1M60 50h.1" stroke="#fffaf0" stroke-width="18"/>',
  }[falls];
  return `${drops}<path d="M-70 20A34 34 0 0 1 -62 -46A52 52 0 0 1 36 -52A38 38 0 0 1 72 20Z" fill="${colour.wool}"/>`;
}

/** Furrows running to the horizon, 800 wide from y to the bottom edge; put straight into a scene. */
export const fieldRows = (y = 320): Part =>
  `<path d="M0 ${y}H800V500H0Z" fill="${colour.soil}"/><path d="M0 ${y}H800"/>${[-520, -280, -60, 160, 400, 640, 860, 1080, 1320]
    .map((x) => {
      const far = 400 + (x - 400) * 0.4;
      const furrow = `<path d="M${far.toFixed(1)} ${y}L${x} 500" fill="none" stroke="#b08a5c" stroke-width="8"/>`;
      const plants = [0.22, 0.45, 0.72, 1]
        .map((t) =>
          at(
            far + (x - far) * t,
            y + (500 - y) * t,
            0.3 + t * 0.7,
            '<path d="M0 0V-26M0 -4Q-22 -8 -26 -30Q-6 -28 0 -4Q22 -8 26 -30Q6 -28 0 -4Z" fill="#2f6b3c"/>',
          ),
        )
        .join('');
      return furrow + plants;
    })
    .join('')}`;

/** A field from y down with bare furrows, for what stands or lies on it to be seen. */
export const ploughedField = (y = 320): Part => {
  const furrows: [far: number, near: number][] = [
    [50, -300],
    [135, -130],
    [220, 40],
    [310, 220],
    [400, 400],
    [490, 580],
    [580, 760],
    [665, 930],
    [750, 1100],
  ];
  const lines = furrows.map(([far, near]) => `M${far} ${y}L${near} 500`).join('');
  return `<path d="M0 ${y}H800V500H0Z" fill="${colour.soil}"/><path d="${lines}" fill="none"/>`;
};

/** Dung heap, 220 × 110; covered with a sheet held by stones, or open. */
export const manureHeap = (covered = false): Part =>
  `<path d="M-110 0Q-60 -110 0 -110Q60 -110 110 0Z" fill="${covered ? colour.steel : '#8a6a44'}"/>${covered ? `<path d="M-50 -84L-70 -8M50 -84L70 -8" stroke-width="4"/><path d="M-116 0a16 16 0 0 1 32 0ZM-16 0a16 16 0 0 1 32 0ZM84 0a16 16 0 0 1 32 0Z" fill="${colour.slate}"/>` : '<path d="M-50 -40q12 10 24 0M0 -76q12 10 24 0M20 -30q12 10 24 0" fill="none" stroke-width="4"/>'}`;
