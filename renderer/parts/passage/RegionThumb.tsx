import { useEffect, useRef, useState } from 'react';
import { articlePicture } from '#domain/contract/article.ts';
import type { PictureRegion } from '#domain/passage/region/picture-region.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import { mediaTypeOf } from '#domain/picture/stored-picture.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import styles from './region.module.css';

export type RegionThumbProps = {
  readonly region: PictureRegion;
  /** In pixels of the page. */
  readonly room: { readonly width: number; readonly height: number };
  /** Alternative text; empty if the words beside it say the same. */
  readonly alt?: string;
};

/** The pixels of a region as a thumbnail. Thumbnails are cached for a while, the full pictures are not. */

/** Width and height in pixels of the screen. */
type CutSize = { readonly width: number; readonly height: number };

/** How many thumbnails are cached: several screens of a list. */
const MAX_KEPT = 300;

const kept = new Map<string, Promise<ImageBitmap | null>>();

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** The size of a region within a room, never larger than twice its pixels. */
const fitRegion = ({ w, h }: Rectangle, room: CutSize): CutSize => {
  const scale = Math.min(room.width / w, room.height / h, 2);
  return { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) };
};

const cut = async (
  { articleId, picture: { sha256, format }, xywh: { x, y, w, h } }: PictureRegion,
  { width, height }: CutSize,
): Promise<ImageBitmap | null> => {
  const answer = await request(articlePicture, { articleId, picture: { sha256, format } });
  const base64 = answer.ok ? answer.value.base64 : null;
  if (base64 === null) return null;
  try {
    const blob = new Blob([bytesOf(base64)], { type: mediaTypeOf[format] });
    return await createImageBitmap(blob, x, y, w, h, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    });
  } catch {
    return null;
  }
};

/** The region at that size; null if its picture is missing or a different file. A missing one is requested again. */
const cutRegion = (region: PictureRegion, size: CutSize): Promise<ImageBitmap | null> => {
  const key = JSON.stringify([region.articleId, region.picture.sha256, region.xywh, size]);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const cutting = cut(region, size);
  kept.set(key, cutting);
  void cutting.then((bitmap) => bitmap ?? kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return cutting;
};

/** The pixels of a region, within a room. */
export const RegionThumb = ({ region, room, alt = '' }: RegionThumbProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const size = fitRegion(region.xywh, room);
  const key = JSON.stringify([region, size]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the region and the size
  useEffect(() => {
    let isWanted = true;
    const scale = window.devicePixelRatio;
    const pixels = { width: Math.ceil(size.width * scale), height: Math.ceil(size.height * scale) };
    void cutRegion(region, pixels).then((bitmap) => {
      if (!isWanted) return;
      setIsMissing(bitmap === null);
      if (bitmap === null || canvas.current === null) return;
      canvas.current.width = bitmap.width;
      canvas.current.height = bitmap.height;
      canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
    });
    return () => {
      isWanted = false;
    };
  }, [key]);
  return (
    <span className={styles.thumb} style={{ inlineSize: size.width, blockSize: size.height }}>
      {isMissing ? (
        <span className={styles.missing} title="The file of this picture is missing or was changed">
          ?
        </span>
      ) : (
        <canvas
          ref={canvas}
          role={alt === '' ? 'presentation' : 'img'}
          aria-label={alt === '' ? undefined : alt}
        />
      )}
    </span>
  );
};
