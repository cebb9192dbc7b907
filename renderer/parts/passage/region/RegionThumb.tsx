import { useEffect, useRef, useState } from 'react';
import type { PictureRegion } from '#domain/passage/region/picture-region.ts';
import { cutRegion, fitRegion } from './cut-region.ts';
import styles from './region.module.css';

export type RegionThumbProps = {
  readonly region: PictureRegion;
  /** In pixels of the page. */
  readonly room: { readonly width: number; readonly height: number };
  /** Read in its place; the words beside it say it already where it is empty. */
  readonly alt?: string;
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
