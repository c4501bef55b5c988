/** A part is SVG markup around its own origin: things that stand have it at the middle of their feet, the others at their middle. */
export type Part = string;

export const colour = {
  line: '#3b2f26',
  wool: '#fffaf0',
  face: '#e3c9a3',
  skin: '#e8bf92',
  green: '#2f6b3c',
  mint: '#8fc3a0',
  grass: '#cfe3c4',
  sky: '#dcecf2',
  wall: '#ead7b0',
  floor: '#f4e9d2',
  soil: '#d9b888',
  wood: '#b5763a',
  red: '#b3392f',
  steel: '#c9d3d8',
  slate: '#5b6b7a',
  sun: '#e5b53a',
  plum: '#7d6a8c',
};

/** One picture, 800×500: byte-stable, numbers to one decimal. The name is for the reader of a scenes file. */
export function scene(_name: string, ...parts: Part[]): string {
  const body = parts.join('').replace(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1)) || 0));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500"><g stroke="${colour.line}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">${body}</g></svg>\n`;
}

/** Puts a part at x, y, `size` times as large; its lines stay 6 px. */
export function at(x: number, y: number, size: number, part: Part, options: { flip?: boolean; turn?: number } = {}): Part {
  const turn = options.turn ? ` rotate(${options.turn})` : '';
  return `<g transform="translate(${x} ${y})${turn} scale(${options.flip ? -size : size} ${size})" stroke-width="${(6 / size).toFixed(1)}">${part}</g>`;
}

type Ground = 'yard' | 'field' | 'room' | 'night' | 'snow' | 'plain';

/** Sky or wall above the horizon, ground below it. */
export function background(kind: Ground, horizon = 320): Part {
  const [above, below] = {
    yard: ['#dcecf2', '#f4e9d2'],
    field: ['#dcecf2', '#cfe3c4'],
    room: ['#ead7b0', '#f4e9d2'],
    night: ['#46566a', '#8d9a86'],
    snow: ['#c9d8e2', '#fffaf0'],
    plain: ['#f4e9d2', '#f4e9d2'],
  }[kind];
  const line = kind === 'plain' ? '' : `<path d="M0 ${horizon}H800"/>`;
  return `<path d="M0 0H800V500H0Z" fill="${above}" stroke="none"/><path d="M0 ${horizon}H800V500H0Z" fill="${below}" stroke="none"/>${line}`;
}

export const tick = (x = 730, y = 70): Part =>
  `<g transform="translate(${x} ${y})" fill="none" stroke="${colour.green}"><circle r="44" fill="${colour.wool}"/><path d="M-20 2L-6 18L22 -18" stroke-width="12"/></g>`;

export const cross = (x = 730, y = 70): Part =>
  `<g transform="translate(${x} ${y})" stroke="${colour.red}"><circle r="44" fill="${colour.wool}"/><path d="M-17 -17L17 17M17 -17L-17 17" stroke-width="12"/></g>`;

/** A fat arrow from one point to another. */
export function arrow(x1: number, y1: number, x2: number, y2: number, fill = colour.red): Part {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const angle = ((Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI).toFixed(1);
  return `<path transform="translate(${x1} ${y1}) rotate(${angle})" d="M0 -9H${(length - 34).toFixed(1)}V-26L${length.toFixed(1)} 0L${(length - 34).toFixed(1)} 26V9H0Z" fill="${fill}"/>`;
}

/** A round window that shows a detail; the part stands around the window's middle. */
export function magnifier(x: number, y: number, radius: number, part: Part, fill = colour.floor): Part {
  const id = `m${x}-${y}`;
  const far = (radius * 0.72).toFixed(1);
  return `<g transform="translate(${x} ${y})"><path d="M${far} ${far}l60 60" stroke-width="22"/><clipPath id="${id}"><circle r="${radius}"/></clipPath><circle r="${radius}" fill="${fill}"/><g clip-path="url(#${id})">${part}</g><circle r="${radius}" fill="none" stroke-width="10"/></g>`;
}

/** Two or three scenes side by side; each gets its own strip, drawn as if its middle were x = 400. */
export function panels(...scenes: Part[]): Part {
  const width = 800 / scenes.length;
  return scenes
    .map((part, i) => {
      const id = `p${i}`;
      const left = (i * width).toFixed(1);
      const rule = i === 0 ? '' : `<path d="M${left} 0V500"/>`;
      return `<clipPath id="${id}"><path d="M${left} 0h${width.toFixed(1)}V500h-${width.toFixed(1)}Z"/></clipPath><g clip-path="url(#${id})"><g transform="translate(${(i * width + width / 2 - 400).toFixed(1)} 0)">${part}</g></g>${rule}`;
    })
    .join('');
}
