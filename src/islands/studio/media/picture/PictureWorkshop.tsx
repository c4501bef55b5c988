import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import type { Desk } from '../../desk.ts';
import { ArrowMark } from './ArrowMark.tsx';
import { drawMarks } from './draw-marks.ts';
import { type Arrow, type Box, boxBetween, type Marks, type Point, wholePicture, within } from './marks.ts';

interface Props {
  desk: Desk;
  file: string;
  digest: string;
  onDone(picture: File): void;
  onClose(): void;
}

type Tool = 'crop' | 'arrow';

interface Step {
  marks: Marks;
  group: string | null;
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** Cuts a picture and puts arrows on it, with a finger, a mouse or the keyboard. The old picture stays in the base. */
export function PictureWorkshop({ desk, file, digest, onDone, onClose }: Props) {
  const words = desk.words.workshop;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const board = useRef<SVGSVGElement>(null);
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const [steps, setSteps] = useState<Step[]>([]);
  const [tool, setTool] = useState<Tool>('crop');
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    dialog.current?.showModal();
    const image = new Image();
    image.onload = () => {
      setPicture(image);
      setSteps([{ marks: wholePicture(image.naturalWidth, image.naturalHeight), group: null }]);
    };
    image.onerror = () => setFailure(words.unreadable);
    image.src = `/media/${digest}`;
  }, [digest, words.unreadable]);

  const marks = steps.at(-1)?.marks;
  const [width, height] = [picture?.naturalWidth ?? 1, picture?.naturalHeight ?? 1];
  const thickness = Math.max(width, height) / 50;
  /** Changes of the same group, as a slider on its way, are one step for undo. */
  const step = (next: Marks, group: string | null = null) =>
    setSteps((so) => [...(group !== null && so.at(-1)?.group === group ? so.slice(0, -1) : so), { marks: next, group }]);
  const crop = drawn && tool === 'crop' ? boxBetween(drawn.from, drawn.to, width, height) : marks?.crop;

  const place = (event: PointerEvent<SVGSVGElement>): Point => {
    const matrix = event.currentTarget.getScreenCTM();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix?.inverse());
    return { x: Math.round(within(x, width)), y: Math.round(within(y, height)) };
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawn({ from: place(event), to: place(event) });
  };
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const to = place(event);
    setDrawn((so) => so && { ...so, to });
  };
  const end = () => {
    setDrawn(null);
    // A touch that went nowhere was meant for something else.
    if (!drawn || !marks || Math.hypot(drawn.to.x - drawn.from.x, drawn.to.y - drawn.from.y) < thickness) return;
    if (tool === 'crop') step({ ...marks, crop: boxBetween(drawn.from, drawn.to, width, height) });
    else step({ ...marks, arrows: [...marks.arrows, drawn] });
  };
  const setArrow = (index: number, arrow: Arrow | null) => {
    if (!marks) return;
    // The arrow that has the cursor goes: the keys stay with the picture.
    if (!arrow) board.current?.focus();
    step({ ...marks, arrows: marks.arrows.toSpliced(index, 1, ...(arrow ? [arrow] : [])) }, arrow && `arrow ${index}`);
  };
  const goBack = () => setSteps((so) => (so.length > 1 ? so.slice(0, -1) : so));
  // Undo belongs to the picture while it is open, not to the lesson behind it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    goBack();
  };
  const done = () => {
    if (!picture || !marks) return;
    drawMarks(picture, marks, thickness, file).then(onDone, () => setFailure(words.failed));
  };

  return (
    <dialog ref={dialog} className="workshop" aria-labelledby={`${id}-heading`} onClose={onClose} onKeyDown={onKeyDown}>
      <header>
        <h2 id={`${id}-heading`}>{words.heading}</h2>
        <button type="button" className="quiet small" onClick={onClose}>
          {desk.words.cancel}
        </button>
      </header>
      {failure && (
        <p className="notice alert" role="alert">
          {failure}
        </p>
      )}
      {marks && crop && (
        <>
          <div className="actions">
            {(['crop', 'arrow'] as const).map((each) => (
              <button key={each} type="button" className="quiet small" aria-pressed={tool === each} onClick={() => setTool(each)}>
                {words.tools[each]}
              </button>
            ))}
            <button
              type="button"
              className="quiet small"
              onClick={() => step({ ...marks, arrows: [...marks.arrows, arrowIn(marks.crop)] })}
            >
              {words.addArrow}
            </button>
            <button type="button" className="quiet small" disabled={steps.length < 2} onClick={goBack}>
              ↶ {desk.words.undo}
            </button>
          </div>
          <p className="soft">{words.hints[tool]}</p>
          <svg
            ref={board}
            tabIndex={-1}
            viewBox={`0 0 ${width} ${height}`}
            className="picture-board"
            role="application"
            aria-label={words.heading}
            onPointerDown={begin}
            onPointerMove={go}
            onPointerUp={end}
            onPointerCancel={() => setDrawn(null)}
          >
            <title>{words.heading}</title>
            <image href={`/media/${digest}`} width={width} height={height} />
            <path
              className="cut-off"
              fillRule="evenodd"
              d={`M0 0H${width}V${height}H0Z M${crop.left} ${crop.top}V${crop.bottom}H${crop.right}V${crop.top}Z`}
            />
            {marks.arrows.map((arrow, index) => (
              <ArrowMark
                // biome-ignore lint/suspicious/noArrayIndexKey: an arrow is its place in the list
                key={index}
                label={words.arrow(index + 1)}
                {...{ arrow, thickness, width, height }}
                onChange={(next) => setArrow(index, next)}
              />
            ))}
            {drawn && tool === 'arrow' && <ArrowMark label="" arrow={drawn} {...{ thickness, width, height }} />}
          </svg>
          <fieldset className="sides">
            <legend>{words.tools.crop}</legend>
            {SIDES.map((side) => (
              <label key={side}>
                {words.sides[side]}
                <input
                  type="range"
                  min={0}
                  max={side === 'left' || side === 'right' ? width : height}
                  step={1}
                  value={crop[side]}
                  onChange={(event) =>
                    step({ ...marks, crop: withSide(marks.crop, side, Number(event.target.value), width, height) }, side)
                  }
                />
              </label>
            ))}
          </fieldset>
          <div className="actions">
            <button type="button" onClick={done}>
              {words.done}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}

function withSide(crop: Box, side: (typeof SIDES)[number], value: number, width: number, height: number): Box {
  const moved: Box = { ...crop, [side]: value };
  const { left, top, right, bottom } = moved;
  const isCrossed = left >= right || top >= bottom;
  return isCrossed ? crop : boxBetween({ x: left, y: top }, { x: right, y: bottom }, width, height);
}

/** A new arrow in the middle of what is left, to be moved from there. */
function arrowIn({ left, top, right, bottom }: Box): Arrow {
  const at = (x: number, y: number): Point => ({ x: left + (right - left) * x, y: top + (bottom - top) * y });
  return { from: at(0.3, 0.3), to: at(0.5, 0.5) };
}
