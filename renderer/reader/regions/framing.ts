import { useState } from 'react';
import type { PassageId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { announce } from '#renderer/window/live-region.ts';
import type { DrawnRegion } from '../state/drawn-region.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';

/** What a frame is drawn as until somebody says otherwise: a part of a chart is a detail that can be checked. */
export const FIRST_LABEL: LabelId = 'data';

/** A rectangle that is being drawn: of a region to be made, or of one whose edges are moved. */
export type Frame = { readonly xywh: Rectangle; readonly of: PassageId | null };

/** What can be done with the regions of a picture or of pages, and with the frame that is drawn there. */
export type Framing = {
  readonly on: 'picture' | 'page';
  readonly current: DrawnRegion | null;
  readonly frame: Frame | null;
  /** The region that was made a moment ago: what it shows is to be written. */
  readonly madeId: PassageId | null;
  /** Whether the pixels of the frame are being kept; then it stays as it is. */
  readonly isKeeping: boolean;
  /** The frame in words: its size and its place. */
  say(xywh: Rectangle): string;
  /** Begins a frame by keys, or with the region whose edges are to be moved. */
  begin(region: DrawnRegion | null): void;
  /** Draws the frame that is there anew. */
  draw(xywh: Rectangle): void;
  leave(): void;
  /** Makes a passage of the frame, or moves the edges of its region to it. */
  keep(label?: LabelId): void;
  relabel(region: DrawnRegion, label: LabelId): void;
  remove(region: DrawnRegion): void;
};

/** The region among these that is selected, the one that was made a moment ago, and what is done with one. */
export const useRegionAtHand = <R extends DrawnRegion>(regions: readonly R[]) => {
  const { store } = useReader();
  const { acts } = useOpenPassages();
  const selectedId = useReaderState((state) => state.selectedId);
  const [madeId, setMadeId] = useState<PassageId | null>(null);
  const select = (region: R | null): void => {
    setMadeId(null);
    selectPassage(store, region?.id ?? null);
    if (region !== null) announce(region.says);
  };
  return {
    current: regions.find(({ id }) => id === selectedId) ?? null,
    madeId,
    setMadeId,
    select,
    relabel({ id }: DrawnRegion, label: LabelId): void {
      void announceOutcome(`Labelled ${labelsNow().of(label).name}`, acts.edit(id, { kind: 'label', label }));
    },
    remove({ id }: DrawnRegion): void {
      select(null);
      void announceOutcome('Passage moved to trash', acts.edit(id, { kind: 'delete' }));
    },
  };
};
