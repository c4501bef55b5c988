import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowOutline, boxBetween, moveArrow } from '../../../src/islands/studio/media/picture/marks.ts';

const WIDTH = 800;
const HEIGHT = 500;
const anywhere = fc.record({ x: fc.integer({ min: -300, max: 1100 }), y: fc.integer({ min: -300, max: 800 }) });

describe('cutting a picture', () => {
  it('the box is between both corners, whichever was first', () => {
    const box = { left: 100, top: 50, right: 400, bottom: 300 };
    expect(boxBetween({ x: 100, y: 300 }, { x: 400, y: 50 }, WIDTH, HEIGHT)).toEqual(box);
    expect(boxBetween({ x: 400, y: 50 }, { x: 100, y: 300 }, WIDTH, HEIGHT)).toEqual(box);
  });

  it('never leaves the picture and never leaves nothing', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (one, other) => {
        const { left, top, right, bottom } = boxBetween(one, other, WIDTH, HEIGHT);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(WIDTH);
        expect(bottom).toBeLessThanOrEqual(HEIGHT);
        expect(right - left).toBeGreaterThanOrEqual(WIDTH / 10);
        expect(bottom - top).toBeGreaterThanOrEqual(HEIGHT / 10);
      }),
    );
  });
});

describe('an arrow', () => {
  const arrow = { from: { x: 100, y: 100 }, to: { x: 300, y: 100 } };

  it('ends with its tip where it points, its head wider than its shaft', () => {
    const outline = arrowOutline(arrow, 10);
    expect(outline[3]).toEqual(arrow.to);
    const heights = outline.map(({ y }) => Math.abs(y - 100));
    expect(Math.max(...heights)).toBe(15);
    expect(outline[0]).toEqual({ x: 100, y: 95 });
  });

  it('is drawn even when it is shorter than its head or has no length at all', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (from, to) => {
        for (const { x, y } of arrowOutline({ from, to }, 10)) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      }),
    );
  });

  it('moves as a whole, by its tail alone, and stays on the picture', () => {
    expect(moveArrow(arrow, { x: 10, y: -20 }, 'both', WIDTH, HEIGHT)).toEqual({ from: { x: 110, y: 80 }, to: { x: 310, y: 80 } });
    expect(moveArrow(arrow, { x: 10, y: -20 }, 'from', WIDTH, HEIGHT)).toEqual({ from: { x: 110, y: 80 }, to: arrow.to });
    expect(moveArrow(arrow, { x: 900, y: 900 }, 'both', WIDTH, HEIGHT).to).toEqual({ x: WIDTH, y: HEIGHT });
  });
});
