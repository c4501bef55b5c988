import { colour, type Part } from './frame.ts';

/** A sheet, 220 × 280, with lines; signed and sealed if asked. */
export function paper({
  signed = false,
  sealed = false,
  blank = false,
}: {
  signed?: boolean;
  sealed?: boolean;
  blank?: boolean;
} = {}): Part {
  const lines = blank ? '' : '<path d="M-84 -108H84M-84 -80H60M-84 -52H84M-84 -24H84M-84 4H40" stroke-width="5"/>';
  const name = '<path d="M-84 84q14 -26 24 -4q10 20 20 -6q8 -12 20 4" fill="none" stroke-width="5"/>';
  return `<rect x="-110" y="-140" width="220" height="280" rx="6" fill="${colour.wool}"/>${lines}<path d="M-84 98H0" stroke-width="4"/>${signed ? name : ''}${sealed ? `<g stroke="${colour.red}" fill="none"><circle cx="58" cy="84" r="34"/><path d="M58 66l6 12 13 2-10 9 3 14-12-7-12 7 3-14-10-9 13-2Z" fill="${colour.red}" stroke="none"/></g>` : ''}`;
}

/** An identity card with a portrait, 160 × 100. */
export const idCard = (): Part =>
  `<rect x="-80" y="-50" width="160" height="100" rx="10" fill="${colour.sky}"/><path d="M-60 -20H0M-60 2H-10M-60 24H-4" stroke-width="5"/><path d="M20 36Q20 6 42 6Q64 6 64 36Z" fill="${colour.green}"/><circle cx="42" cy="-12" r="16" fill="${colour.skin}"/>`;

/** A fan of banknotes, 190 × 110. */
export const banknotes = (): Part =>
  [-14, 0, 14]
    .map(
      (turn) =>
        `<g transform="rotate(${turn})"><rect x="-80" y="-40" width="160" height="80" rx="6" fill="#d98c84"/><circle r="22" fill="${colour.floor}"/></g>`,
    )
    .join('');

export const coin = (): Part =>
  `<circle r="30" fill="${colour.sun}"/><rect x="-8" y="-8" width="16" height="16" fill="${colour.floor}" stroke-width="4"/>`;

/** A month of five weeks, 230 × 210; `marked` are cells counted from 0. */
export function calendar(marked: number[] = []): Part {
  const cells = Array.from(
    { length: 35 },
    (_, i) =>
      `<rect x="${-101 + (i % 7) * 30}" y="${-56 + Math.floor(i / 7) * 30}" width="22" height="22" rx="3" fill="${marked.includes(i) ? colour.red : colour.floor}" stroke="none"/>`,
  ).join('');
  return `<rect x="-115" y="-110" width="230" height="212" rx="8" fill="${colour.wool}"/><path d="M-115 -70V-102Q-115 -110 -107 -110H107Q115 -110 115 -102V-70Z" fill="${colour.green}"/><path d="M-60 -124v26M60 -124v26" stroke-width="10"/>${cells}`;
}

/** A notebook lying open with written lines, 260 × 160. */
export const ledger = (): Part =>
  `<path d="M0 -64Q-60 -92 -130 -72V70Q-60 50 0 78Q60 50 130 70V-72Q60 -92 0 -64Z" fill="${colour.wool}"/><path d="M0 -64V78M-106 -44q44 -10 84 8M-106 -14q44 -10 84 8M-106 16q44 -10 84 8M106 -44q-44 -10 -84 8M106 -14q-44 -10 -84 8M106 16q-44 -10 -84 8" fill="none" stroke-width="5"/>`;

export const shield = (): Part =>
  `<path d="M0 -90Q40 -66 80 -66Q84 50 0 96Q-84 50 -80 -66Q-40 -66 0 -90Z" fill="${colour.mint}"/><path d="M-30 4L-8 28L34 -24" fill="none" stroke="${colour.green}" stroke-width="14"/>`;

/** Scales of justice, 220 × 220. */
export const justice = (): Part =>
  `<path d="M0 -100V84M-90 -70H90M-60 90H60" stroke-width="10"/><path d="M-90 -70L-124 10H-56ZM90 -70L56 10H124Z" fill="none" stroke-width="4"/><path d="M-130 10H-50A40 30 0 0 1 -130 10ZM50 10H130A40 30 0 0 1 50 10Z" fill="${colour.sun}"/>`;
