import { colour, type Part } from './frame.ts';

/** A drench gun, nozzle to the right, about 280 wide. */
export const drenchGun = (): Part =>
  `<path d="M-30 30L-64 118Q-70 134 -52 138H-36Q-26 136 -22 124L6 34Z" fill="${colour.slate}"/><path d="M26 34Q50 80 6 104" fill="none" stroke-width="10"/><rect x="-90" y="-24" width="36" height="30" rx="8" fill="${colour.red}"/><rect x="-54" y="-32" width="130" height="64" rx="10" fill="${colour.sky}"/><rect x="-48" y="-4" width="80" height="32" rx="4" fill="${colour.mint}" stroke="none"/><path d="M-20 -32v16M6 -32v16M32 -32v16"/><path d="M76 -2H140Q176 -2 186 30" fill="none" stroke="${colour.line}" stroke-width="22"/><path d="M76 -2H140Q176 -2 186 30" fill="none" stroke="${colour.steel}" stroke-width="11"/>`;

/** A syringe, needle to the right, about 260 wide. */
export const syringe = (): Part =>
  `<path d="M-60 0H-110M-112 -24V24"/><rect x="-60" y="-22" width="120" height="44" rx="6" fill="${colour.sky}"/><rect x="0" y="-16" width="54" height="32" fill="${colour.mint}" stroke="none"/><path d="M-30 -22v14M-6 -22v14M18 -22v14"/><rect x="60" y="-9" width="18" height="18" fill="${colour.steel}"/><path d="M78 0H140" stroke-width="4"/>`;

/** A medicine bottle with lines on its label, 160 × 350. */
export const bottle = (): Part =>
  `<path d="M-60 -270H60V-320H-60ZM-80 -240Q-80 -270 -50 -270H50Q80 -270 80 -240V0H-80Z" fill="${colour.mint}"/><rect x="-70" y="-190" width="140" height="140" fill="${colour.wool}"/><path d="M-54 -164H54M-54 -140H40M-54 -116H54M-54 -92H20M-54 -68H50" stroke-width="5"/><rect x="-60" y="-344" width="120" height="40" rx="6" fill="${colour.green}"/>`;

/** A measuring beaker, 146 × 190; fill from 0 to 1. */
export function beaker(fill = 0.5): Part {
  const y = -175 * fill;
  const half = 57 - y * 0.084;
  return `<path d="M-73 -190L-57 0H57L73 -190Z" fill="${colour.sky}" stroke="none"/><path d="M-${half.toFixed(1)} ${y.toFixed(1)}L-57 0H57L${half.toFixed(1)} ${y.toFixed(1)}Z" fill="${colour.mint}"/><path d="M-73 -190L-57 0H57L73 -190" fill="none"/><path d="M28 -140h36M30 -105h30M32 -70h26M34 -35h24" stroke-width="5"/>`;
}

/** A weighing platform with a dial, 280 × 260: put the animal at 0, -24. */
export const scale = (): Part =>
  `<rect x="-140" y="-24" width="280" height="24" rx="6" fill="${colour.steel}"/><path d="M128 -24V-190" stroke-width="12"/><circle cx="128" cy="-220" r="42" fill="${colour.wool}"/><path d="M128 -220L150 -240M128 -252v6M100 -220h-4M160 -220h-4" stroke="${colour.red}"/>`;

export const bucket = (inside = colour.sky): Part =>
  `<path d="M-50 -90Q0 -170 50 -90" fill="none"/><path d="M-56 -90L-42 0H42L56 -90Z" fill="${colour.steel}"/><ellipse cx="0" cy="-90" rx="56" ry="14" fill="${inside}"/>`;

/** A feed or water trough, 240 × 70. */
export const trough = (inside = colour.sky): Part =>
  `<path d="M-90 -30L-100 0M90 -30L100 0" stroke-width="14"/><path d="M-120 -70L-100 -20H100L120 -70Z" fill="${colour.wood}"/><path d="M-108 -70Q0 -92 108 -70Z" fill="${inside}"/>`;

/** A bundle of hay, 170 × 110. */
export const hay = (): Part =>
  `<path d="M-80 0Q-96 -60 -84 -100Q-40 -120 0 -108Q50 -122 84 -100Q98 -50 80 0Z" fill="${colour.sun}"/><path d="M-60 -88l20 26M-20 -92l-6 30M24 -94l10 30M62 -88l-18 24M-62 -18l14 -20M-14 -14l4 -24M30 -16l-8 -22M60 -20l-8 -18" stroke-width="4"/><path d="M-88 -52Q0 -40 90 -52" fill="none" stroke="${colour.red}" stroke-width="8"/>`;

/** A full sack, 120 × 150. */
export const sack = (fill = '#e8c98f'): Part =>
  `<path d="M-50 0Q-74 -60 -52 -120H52Q74 -60 50 0Q0 10 -50 0Z" fill="${fill}"/><path d="M-52 -120Q-40 -150 -30 -146Q0 -136 30 -146Q40 -150 52 -120Z" fill="${fill}"/><path d="M-50 -120H50" stroke="${colour.red}"/>`;

/** Shears, points to the right, 200 wide. */
export const shears = (): Part =>
  `<path d="M0 0L110 -22L20 14ZM0 0L110 22L20 -14Z" fill="${colour.steel}"/><path d="M0 -8C-50 -50 -90 -30 -90 0C-90 30 -50 50 0 8" fill="none" stroke-width="14"/><circle r="7" fill="${colour.line}"/>`;

export const thermometer = (): Part =>
  `<path d="M-14 -150A14 14 0 0 1 14 -150V-40A28 28 0 1 1 -14 -40Z" fill="${colour.wool}"/><circle cy="-18" r="15" fill="${colour.red}" stroke="none"/><path d="M0 -20V-96" stroke="${colour.red}" stroke-width="9"/><path d="M14 -130h14M14 -104h14M14 -78h14" stroke-width="4"/>`;

export const earTag = (): Part =>
  `<path d="M-34 -20L0 -52L34 -20V50H-34Z" fill="${colour.sun}"/><circle cy="-20" r="8" fill="${colour.wool}"/><path d="M-18 10v24M-8 10v24M6 10v24M16 10v24" stroke-width="5"/>`;

export const phone = (): Part =>
  `<rect x="-44" y="-80" width="88" height="160" rx="14" fill="${colour.line}"/><rect x="-34" y="-62" width="68" height="116" fill="${colour.sky}"/><circle cy="66" r="5" fill="${colour.wool}" stroke="none"/>`;

export const spade = (): Part =>
  `<path d="M0 -190V-70" stroke-width="14"/><path d="M-26 -196H26" stroke-width="12"/><path d="M-36 -80H36V-30Q30 -6 0 0Q-30 -6 -36 -30Z" fill="${colour.steel}"/>`;
