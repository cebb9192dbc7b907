import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { pictureWords } from '#domain/article/draft/picture-words.ts';
import type { PictureInText } from '#domain/article/pictures/pictures-in-text.ts';
import { type PictureSize, rectangleBetween } from '#domain/passage/region/rectangle.ts';
import { boxOf } from '#renderer/parts/picture/frame.ts';
import { regionPressed } from '../state/drawn-region.ts';
import { pressOnFrame, pressOnRegion } from './frame-key.ts';
import styles from './regions.module.css';
import type { PictureFraming } from './use-frame.ts';

type PictureStageProps = {
  readonly picture: PictureInText;
  readonly address: string;
  readonly framing: PictureFraming;
};

type Point = { readonly x: number; readonly y: number };

/** A pointer that moves no farther than this, in screen pixels, is a press. */
const PRESS = 4;

/** A pointer's position in pixels of the picture; perhaps beyond its edges. */
const pointOf = (
  { clientX, clientY, currentTarget }: PointerEvent,
  { width, height }: PictureInText['attrs'],
): Point => {
  const box = currentTarget.getBoundingClientRect();
  return { x: ((clientX - box.left) / box.width) * width, y: ((clientY - box.top) / box.height) * height };
};

/** Drawing with the pointer; a press selects the region there, the smallest first, and again the next. */
const usePointerFrame = (
  { attrs }: PictureInText,
  { regions, current, draw, select, leave }: PictureFraming,
) => {
  const begun = useRef<{ readonly at: Point; readonly left: number; readonly top: number } | null>(null);
  const press = (at: Point): void => {
    leave();
    select(regionPressed(regions, at, current));
  };
  const hasMoved = ({ clientX, clientY }: PointerEvent): boolean =>
    begun.current !== null && Math.hypot(clientX - begun.current.left, clientY - begun.current.top) > PRESS;
  return {
    onPointerDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      begun.current = { at: pointOf(event, attrs), left: event.clientX, top: event.clientY };
    },
    onPointerMove(event: PointerEvent): void {
      if (begun.current === null || !hasMoved(event)) return;
      const { at } = begun.current;
      const to = pointOf(event, attrs);
      draw(rectangleBetween({ x1: at.x, y1: at.y, x2: to.x, y2: to.y }, attrs), null);
    },
    onPointerUp(event: PointerEvent): void {
      if (begun.current !== null && !hasMoved(event)) press(begun.current.at);
      begun.current = null;
    },
    onPointerCancel(): void {
      begun.current = null;
    },
  };
};

const pressOn = (event: KeyboardEvent, picture: PictureInText, framing: PictureFraming): boolean => {
  const { frame, current, begin } = framing;
  if (frame !== null) return pressOnFrame(event, picture.attrs, frame, framing);
  if (event.key !== 'Enter') return current !== null && pressOnRegion(event, current, framing);
  begin(null);
  return true;
};

/** A smaller picture is enlarged to this size on the screen, so that one can point at its parts. */
const LEAST = 240;
/** Around the picture, in screen pixels. */
const PADDING = 16;

/** The display size of a picture: as large as the room allows, never larger than its pixels unless it is small. */
const sizeIn = ({ width, height }: PictureSize, room: PictureSize): { width: number; height: number } => {
  const most = Math.min(Math.max(1, room.width) / width, Math.max(1, room.height) / height);
  const scale = Math.min(most, Math.max(1, LEAST / Math.max(width, height)));
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
};

/** The size of the stage in its room, updated with the window. */
const useStageSize = (
  picture: PictureSize,
): { room: RefObject<HTMLDivElement | null>; size: PictureSize } => {
  const room = useRef<HTMLDivElement>(null);
  const [space, setSpace] = useState<PictureSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measure = (): void =>
      setSpace({ width: element.clientWidth - 2 * PADDING, height: element.clientHeight - 2 * PADDING });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return { room, size: sizeIn(picture, space) };
};

/** The picture with its regions, on which a frame is drawn by pointer or keys. */
export const PictureStage = ({ picture, address, framing }: PictureStageProps) => {
  const { attrs } = picture;
  const { room, size } = useStageSize(attrs);
  const pointer = usePointerFrame(picture, framing);
  const { regions, current, frame } = framing;
  const words = `${pictureWords(attrs)}. Press Enter to frame a part.`;
  return (
    <div ref={room} className={styles.room}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of what lies on the picture, which takes keys as a whole */}
      <div
        role="group"
        aria-label={words}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the frame are pressed here
        tabIndex={0}
        data-autofocus=""
        className={styles.stage}
        style={size}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget || !pressOn(event, picture, framing)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        {...pointer}
      >
        <img
          src={address}
          alt={pictureWords(attrs)}
          draggable={false}
          // An enlarged picture shows its pixels.
          style={size.width > attrs.width * 2 ? { imageRendering: 'pixelated' } : {}}
        />
        {regions
          .filter(({ id }) => id !== frame?.of)
          .map((region) => (
            <span
              key={region.id}
              className={styles.region}
              data-label={region.label}
              data-selected={region.id === current?.id || undefined}
              title={region.says}
              style={boxOf(region.xywh, attrs)}
            />
          ))}
        {frame !== null && <span className={styles.frame} style={boxOf(frame.xywh, attrs)} />}
      </div>
    </div>
  );
};
