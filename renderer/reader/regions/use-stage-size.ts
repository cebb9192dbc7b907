import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { PictureSize } from '#domain/passage/region/rectangle.ts';

/** A picture of fewer pixels is blown up to so many on the screen, so that a part of it can be pointed at. */
const LEAST = 240;
/** Around the picture, in pixels of the screen. */
const PADDING = 16;

/** The size in which a picture is shown: as large as the room lets it be, never larger than its pixels but for a small one. */
const sizeIn = ({ width, height }: PictureSize, room: PictureSize): { width: number; height: number } => {
  const most = Math.min(Math.max(1, room.width) / width, Math.max(1, room.height) / height);
  const scale = Math.min(most, Math.max(1, LEAST / Math.max(width, height)));
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
};

/** The size of the stage in its room, whatever becomes of the window. */
export const useStageSize = (
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
