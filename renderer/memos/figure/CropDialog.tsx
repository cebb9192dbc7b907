import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import {
  type PictureSize,
  type Rectangle,
  rectangleBetween,
  sayRectangle,
  stepRectangle,
  wholeRectangle,
} from '#domain/passage/region/rectangle.ts';
import { boxOf, frameStepOf } from '#renderer/parts/picture/frame.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { announce } from '#renderer/window/live-region.ts';
import styles from './figure.module.css';

/** Which edges a handle moves: before or after the middle of the frame, across and down; 0 for neither. */
type Side = -1 | 0 | 1;
type Handle = { readonly across: Side; readonly down: Side };

const handles: readonly Handle[] = ([-1, 0, 1] as const).flatMap((down) =>
  ([-1, 0, 1] as const).flatMap((across) => (across === 0 && down === 0 ? [] : [{ across, down }])),
);

type Drag = {
  /** Null: the frame as a whole. */
  readonly handle: Handle | null;
  readonly x: number;
  readonly y: number;
  readonly from: Rectangle;
};

/** The edges of a frame after one side was dragged by `by`. */
const edges = (from: number, size: number, side: Side, by: number): readonly [number, number] => [
  side === -1 ? Math.min(from + by, from + size - 1) : from,
  side === 1 ? Math.max(from + size + by, from + 1) : from + size,
];

/** The frame after the pointer has moved that far, in pixels of the picture. */
const dragged = (
  { handle, from: { x, y, w, h } }: Drag,
  right: number,
  down: number,
  size: PictureSize,
): Rectangle => {
  if (handle === null)
    return stepRectangle(
      { x, y, w, h },
      { right: Math.round(right), down: Math.round(down), wider: 0, higher: 0 },
      size,
    );
  const [x1, x2] = edges(x, w, handle.across, right);
  const [y1, y2] = edges(y, h, handle.down, down);
  return rectangleBetween({ x1, y1, x2, y2 }, size);
};

type StageProps = {
  readonly size: PictureSize;
  readonly address: string;
  readonly part: Rectangle;
  readonly onPart: (part: Rectangle) => void;
  readonly onDone: () => void;
};

const useDrag = ({ size, part, onPart }: StageProps) => {
  const drag = useRef<Drag | null>(null);
  return {
    begin:
      (handle: Handle | null) =>
      (event: PointerEvent): void => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { handle, x: event.clientX, y: event.clientY, from: part };
      },
    follow: (event: PointerEvent): void => {
      const stage = event.currentTarget.closest('[data-stage]')?.getBoundingClientRect();
      if (drag.current === null || stage === undefined) return;
      const { x, y } = drag.current;
      const right = ((event.clientX - x) * size.width) / stage.width;
      const down = ((event.clientY - y) * size.height) / stage.height;
      onPart(dragged(drag.current, right, down, size));
    },
    end: (): void => {
      drag.current = null;
    },
  };
};

/** The whole picture, darkened outside a frame that is dragged by its handles or moved by arrows. */
const CropStage = (props: StageProps) => {
  const { size, address, part, onPart, onDone } = props;
  const { begin, follow, end } = useDrag(props);
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => void focusInto(room.current), []);
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onDone();
      return;
    }
    const step = frameStepOf(event, size);
    if (step === null) return;
    event.preventDefault();
    const next = stepRectangle(part, step, size);
    onPart(next);
    announce(sayRectangle(next));
  };
  const pointer = { onPointerMove: follow, onPointerUp: end, onPointerCancel: end };
  return (
    <div ref={room} className={styles.cropRoom}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of what lies on the picture, which takes keys as a whole */}
      <div
        role="group"
        aria-label="The part of the picture that is shown. Arrows move it, with Shift its lower right corner, with Ctrl by one pixel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the frame are pressed here
        tabIndex={0}
        data-autofocus=""
        data-stage=""
        className={styles.cropStage}
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
        onKeyDown={press}
      >
        <img src={address} alt="" draggable={false} />
        <div className={styles.cropShade}>
          <div style={boxOf(part, size)} />
        </div>
        <div className={styles.cropFrame} style={boxOf(part, size)} onPointerDown={begin(null)} {...pointer}>
          {handles.map((handle) => (
            <span
              key={`${handle.across} ${handle.down}`}
              className={styles.cropHandle}
              data-across={handle.across}
              data-down={handle.down}
              onPointerDown={begin(handle)}
              {...pointer}
            />
          ))}
        </div>
      </div>
    </div>
  );
};

export type CropDialogProps = {
  readonly size: PictureSize;
  /** The whole picture, as a `data:` URL. */
  readonly address: string;
  /** The currently shown part. */
  readonly part: Rectangle;
  readonly onCrop: (part: Rectangle) => void;
  readonly onClose: () => void;
};

/** Chooses the part of a picture that a figure shows. */
export const CropDialog = ({ size, address, part: shown, onCrop, onClose }: CropDialogProps) => {
  const [part, setPart] = useState(shown);
  const crop = (): void => onCrop(part);
  const whole = wholeRectangle(size);
  return (
    <Dialog
      title="Crop the figure"
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <span className={styles.cropHint}>{sayRectangle(part)}</span>
          <Button onPress={() => setPart(whole)}>Whole picture</Button>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={crop}>
            Crop
          </Button>
        </>
      }
    >
      <CropStage {...{ size, address, part }} onPart={setPart} onDone={crop} />
      <p className="quiet-words">
        The whole picture stays in the archive. What is cropped off is in no export.
      </p>
    </Dialog>
  );
};
