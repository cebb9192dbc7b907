import { useState } from 'react';
import type { PictureInText } from '#domain/article/pictures/picture-in-text.ts';
import type { PassageId } from '#domain/ids.ts';
import { type Label, labelTable } from '#domain/passage/label.ts';
import { middleRectangle, type Rectangle, sayRectangle } from '#domain/passage/region/rectangle.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { announce } from '#renderer/window/live-region.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { type DrawnRegion, drawnRegions } from './drawn-region.ts';

/** What a frame is drawn as until somebody says otherwise: a part of a chart is a detail that can be checked. */
const FIRST_LABEL: Label = 'data';

/** A rectangle that is being drawn: of a region to be made, or of one whose edges are moved. */
export type Frame = { readonly xywh: Rectangle; readonly of: PassageId | null };

/** The regions of a picture that is enlarged, the one that is selected, and the frame that is drawn on it. */
export const useFrame = (picture: PictureInText) => {
  const { store } = useReader();
  const { placed, acts } = useOpenPassages();
  const regions = drawnRegions(placed).filter(
    ({ offset, picture: { sha256 } }) => offset === picture.offset && sha256 === picture.attrs.sha256,
  );
  const selectedId = useReaderState((state) => state.selectedId);
  const current = regions.find(({ id }) => id === selectedId) ?? null;
  const framed = regions.find(({ id }) => id === store.getState().framedId);
  const [frame, setFrame] = useState<Frame | null>(
    framed === undefined ? null : { xywh: framed.xywh, of: framed.id },
  );
  /** The region that was made a moment ago: what it shows is to be written. */
  const [madeId, setMadeId] = useState<PassageId | null>(null);

  const select = (region: DrawnRegion | null): void => {
    setMadeId(null);
    selectPassage(store, region?.id ?? null);
    if (region !== null) announce(region.says);
  };
  return {
    regions,
    current,
    frame,
    madeId,
    select,
    draw(xywh: Rectangle, of: PassageId | null = frame?.of ?? null): void {
      setFrame({ xywh, of });
    },
    /** Begins with the middle of the picture, or with the region whose edges are to be moved. */
    begin(region: DrawnRegion | null): void {
      const xywh = region?.xywh ?? middleRectangle(picture.attrs);
      setFrame({ xywh, of: region?.id ?? null });
      announce(`Frame: ${sayRectangle(xywh)}`);
    },
    leave: () => setFrame(null),
    /** Makes a passage of the frame, or moves the edges of its region to it. */
    keep(label: Label = FIRST_LABEL): void {
      if (frame === null) return;
      setFrame(null);
      if (frame.of !== null) {
        void announceOutcome('Edges moved', acts.edit(frame.of, { does: 'reframe', xywh: frame.xywh }));
        return;
      }
      const { id, outcome } = acts.makeRegion(picture, frame.xywh, label);
      setMadeId(id);
      void announceOutcome(`${labelTable[label].name} added: ${sayRectangle(frame.xywh)}`, outcome);
    },
    relabel({ id }: DrawnRegion, label: Label): void {
      void announceOutcome(`Labelled ${label}`, acts.edit(id, { does: 'label', label }));
    },
    remove({ id }: DrawnRegion): void {
      select(null);
      void announceOutcome('Passage moved to trash', acts.edit(id, { does: 'delete' }));
    },
  };
};

export type Framing = ReturnType<typeof useFrame>;
