import { at, colour, type Part } from './frame.ts';

/** A balance 560 wide around x = 400; `tilt` lowers the left pan (positive) and raises the right. Goods stand on the pans' floor. */
export function balance(tilt: number, left: Part, right: Part): Part {
  const pan = `<path d="M0 -150L-104 0M0 -150L104 0" fill="none"/><path d="M-124 0H124Q106 42 0 42Q-106 42 -124 0Z" fill="${colour.steel}"/>`;
  const [l, r] = [310 + tilt, 310 - tilt];
  return `<path d="M400 130V450M310 460H490" stroke-width="16"/><path d="M190 ${l - 150}L610 ${r - 150}" stroke-width="16"/><circle cx="400" cy="160" r="20" fill="${colour.sun}"/>${at(190, l, 1, pan)}${at(610, r, 1, pan)}${at(190, l, 1, left)}${at(610, r, 1, right)}`;
}

/** A chaff cutter with its tray and wheel, standing, 300 × 220. */
export const chaffCutter = (): Part =>
  `<path d="M-70 0L-60 -70M80 0L70 -70" stroke-width="16"/><path d="M-150 -130H-60V-96H-140Z" fill="${colour.steel}"/><path d="M-150 -150l20 20M-130 -160l18 30M-104 -164l10 34" stroke="${colour.green}" stroke-width="9"/><rect x="-80" y="-170" width="170" height="104" rx="10" fill="${colour.red}"/><path d="M90 -150L140 -120V-96L90 -106Z" fill="${colour.red}"/><circle cx="10" cy="-118" r="62" fill="${colour.steel}"/><path d="M10 -180V-56M-52 -118H72M-34 -162L54 -74M54 -162L-34 -74" stroke-width="5"/><circle cx="10" cy="-118" r="14" fill="${colour.line}"/>`;

/** A notebook with a pencil on a string, hanging from a nail at its origin, 130 × 210. */
export const hungBook = (marks: Part = ''): Part =>
  `<circle r="7" fill="${colour.line}"/><path d="M0 0L-34 40M0 0L34 40" fill="none" stroke-width="4"/><rect x="-56" y="36" width="112" height="146" rx="6" fill="${colour.wool}"/><path d="M-56 36H56V62H-56Z" fill="${colour.green}"/>${marks}<path d="M0 0Q84 30 78 96" fill="none" stroke-width="4"/>${at(78, 130, 0.7, pencil(), { turn: 90 })}`;

/** A pencil, its tip to the right, 110 long. */
export const pencil = (): Part =>
  `<path d="M-55 -9H34L55 0L34 9H-55Z" fill="${colour.sun}"/><path d="M34 -9L55 0L34 9Z" fill="${colour.face}"/><path d="M-55 -9h16v18h-16Z" fill="${colour.red}"/>`;

/** A hoe, standing on its blade, 90 × 230. */
export const hoe = (): Part =>
  `<path d="M-40 -230L20 -6" stroke-width="18"/><path d="M-40 -230L20 -6" stroke="${colour.wood}" stroke-width="8"/><path d="M-6 -16L66 -22L60 8L0 6Z" fill="${colour.slate}"/>`;

/** A loudspeaker, shouting to the right, 150 × 110, by its middle. */
export const loudspeaker = (): Part =>
  `<path d="M-60 -20H-24L30 -52V52L-24 20H-60Z" fill="${colour.red}"/><path d="M48 -26Q62 0 48 26M68 -42Q92 0 68 42" fill="none" stroke-width="8"/>`;

/** Strokes of a tally, `count` of them, bundled by five with a slanting fifth, from the left. */
export const strokes = (count: number): Part =>
  Array.from({ length: count }, (_, i) => {
    const x = Math.floor(i / 5) * 84 + (i % 5) * 15;
    return i % 5 === 4 ? `<path d="M${x - 68} 4L${x - 6} -34" />` : `<path d="M${x} 6V-36"/>`;
  }).join('');

/** What is crossed out in red around the origin, `size` from middle to corner. */
export const crossedOut = (size = 60): Part =>
  `<path d="M${-size} ${-size}L${size} ${size}M${size} ${-size}L${-size} ${size}" stroke="${colour.red}" stroke-width="14"/>`;
