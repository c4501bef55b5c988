import type { KeyboardEvent } from 'react';
import { type Arrow, arrowOutline, moveArrow } from './marks.ts';

interface Props {
  arrow: Arrow;
  label: string;
  /** In pixels of the picture, as everything here. */
  thickness: number;
  width: number;
  height: number;
  /** Null takes it away. Without it the arrow is only shown. */
  onChange?(arrow: Arrow | null): void;
}

const KEYS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** An arrow on a picture. The arrow keys move it, with Shift only its tail; Delete takes it away. */
export function ArrowMark({ arrow, label, thickness, width, height, onChange }: Props) {
  const points = arrowOutline(arrow, thickness).map(({ x, y }) => `${x},${y}`);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (by) {
      event.preventDefault();
      const pace = Math.max(width, height) / 100;
      onChange?.(moveArrow(arrow, { x: by[0] * pace, y: by[1] * pace }, event.shiftKey ? 'from' : 'both', width, height));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onChange?.(null);
    }
  };
  return (
    <polygon
      className="arrow-mark"
      points={points.join(' ')}
      strokeWidth={thickness / 3}
      {...(onChange && { tabIndex: 0, role: 'button', 'aria-label': label, onKeyDown })}
    />
  );
}
