import { useState } from 'react';
import type { PictureInText } from '#domain/article/pictures/pictures-in-text.ts';
import type { PassageId } from '#domain/ids.ts';
import { middleRectangle, type Rectangle, sayRectangle } from '#domain/passage/region/rectangle.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { announce } from '#renderer/window/live-region.ts';
import { type DrawnOnPicture, drawnRegions } from '../state/drawn-region.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader } from '../state/reader-context.ts';
import { FIRST_LABEL, type Frame, type Framing, useRegionAtHand } from './framing.ts';

export type PictureFraming = Framing & {
  /** The larger first. */
  readonly regions: readonly DrawnOnPicture[];
  select(region: DrawnOnPicture | null): void;
  draw(xywh: Rectangle, of?: PassageId | null): void;
};

/** The regions of an enlarged picture, the selected one, and the frame being drawn on it. */
export const useFrame = (picture: PictureInText): PictureFraming => {
  const { store } = useReader();
  const { placed, acts } = useOpenPassages();
  const regions = drawnRegions(placed).filter(
    ({ offset, picture: { sha256 } }) => offset === picture.offset && sha256 === picture.attrs.sha256,
  );
  const framed = regions.find(({ id }) => id === store.getState().framedId);
  const [frame, setFrame] = useState<Frame | null>(
    framed === undefined ? null : { xywh: framed.xywh, of: framed.id },
  );
  const { setMadeId, ...atHand } = useRegionAtHand(regions);
  return {
    on: 'picture',
    ...atHand,
    regions,
    frame,
    isKeeping: false,
    say: sayRectangle,
    draw(xywh, of: PassageId | null = frame?.of ?? null) {
      setFrame({ xywh, of });
    },
    begin(region) {
      const xywh = region?.xywh ?? middleRectangle(picture.attrs);
      setFrame({ xywh, of: region?.id ?? null });
      announce(`Frame: ${sayRectangle(xywh)}`);
    },
    leave: () => setFrame(null),
    keep(label = FIRST_LABEL) {
      if (frame === null) return;
      setFrame(null);
      if (frame.of !== null) {
        void announceOutcome('Edges moved', acts.edit(frame.of, { kind: 'reframe', xywh: frame.xywh }));
        return;
      }
      const { id, outcome } = acts.makeRegion(picture, frame.xywh, label);
      setMadeId(id);
      void announceOutcome(`${labelsNow().of(label).name} added: ${sayRectangle(frame.xywh)}`, outcome);
    },
  };
};
