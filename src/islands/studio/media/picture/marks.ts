/** In pixels of the picture. */
export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From its tail to what it points at. */
export interface Arrow {
  from: Point;
  to: Point;
}

/** What the trainer did to a picture: the part that stays and the arrows on it. */
export interface Marks {
  crop: Box;
  arrows: readonly Arrow[];
}

/** The least a crop leaves of each side. */
const LEAST = 0.1;

export function wholePicture(width: number, height: number): Marks {
  return { crop: { left: 0, top: 0, right: width, bottom: height }, arrows: [] };
}

/** The box between two corners in any order, inside the picture and never smaller than a tenth of it. */
export function boxBetween(one: Point, other: Point, width: number, height: number): Box {
  const [left, right] = span(one.x, other.x, width);
  const [top, bottom] = span(one.y, other.y, height);
  return { left, top, right, bottom };
}

function span(one: number, other: number, most: number): [number, number] {
  const least = most * LEAST;
  const start = Math.min(within(Math.min(one, other), most), most - least);
  const end = Math.max(within(Math.max(one, other), most), start + least);
  return [Math.round(start), Math.round(end)];
}

export function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** Moves an arrow, or only one of its ends, without leaving the picture. */
export function moveArrow(arrow: Arrow, by: Point, end: 'both' | 'from', width: number, height: number): Arrow {
  const moved = (point: Point): Point => ({ x: within(point.x + by.x, width), y: within(point.y + by.y, height) });
  return { from: moved(arrow.from), to: end === 'both' ? moved(arrow.to) : arrow.to };
}

/** The outline of an arrow, tip in the middle: a shaft `thickness` wide and a head three times as wide. */
export function arrowOutline({ from, to }: Arrow, thickness: number): Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const head = Math.min(length, thickness * 3);
  const at = (forward: number, aside: number): Point => ({
    x: from.x + along.x * forward - along.y * aside,
    y: from.y + along.y * forward + along.x * aside,
  });
  const neck = length - head;
  const [half, wide] = [thickness / 2, thickness * 1.5];
  return [at(0, -half), at(neck, -half), at(neck, -wide), at(length, 0), at(neck, wide), at(neck, half), at(0, half)];
}
