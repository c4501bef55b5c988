import { colour, type Part } from './frame.ts';

export const coins = (n: number) =>
  Array.from({ length: n }, (_, i) => `<ellipse cx="0" cy="${-i * 26}" rx="66" ry="20" fill="${colour.sun}"/>`).join('');

export const bag: Part = `<rect x="-60" y="-64" width="120" height="64" rx="8" fill="${colour.red}"/><path d="M-26 -64V-88H26V-64M-60 -38H60" fill="none"/><path d="M-18 -88L-40 -132M20 -88V-128" stroke="${colour.steel}" stroke-width="13"/>`;

export const shop: Part = `<path d="M-130 0V-180H130V0Z" fill="${colour.wall}"/><path d="M-150 -180L-120 -240H120L150 -180Z" fill="${colour.red}"/><path d="M-100 -130H0V-30H-100Z" fill="${colour.sky}"/><path d="M30 -130H100V0H30Z" fill="${colour.wood}"/>`;

export const card: Part = `<rect x="-80" y="-50" width="160" height="100" rx="12" fill="${colour.green}"/><path d="M-80 -22H80" stroke-width="16"/><rect x="-58" y="10" width="40" height="24" fill="${colour.sun}"/>`;

export const speech = (x: number, y: number, inside: string) =>
  `<g transform="translate(${x} ${y})"><path d="M-100 -70H100Q116 -70 116 -54V40Q116 56 100 56H-40L-80 92L-74 56H-100Q-116 56 -116 40V-54Q-116 -70 -100 -70Z" fill="${colour.wool}"/>${inside}</g>`;
