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

/** The label of a new frame unless another is chosen: a part of a chart is a detail that can be checked. */
export const FIRST_LABEL: LabelId = 'data';

/** A rectangle being drawn: for a new region, or for one whose edges are moved. */
export type Frame = { readonly xywh: Rectangle; readonly of: PassageId | null };

/** The acts on the regions of a picture or of pages, and on the frame being drawn. */
export type Framing = {
  readonly on: 'picture' | 'page';
  readonly current: DrawnRegion | null;
  readonly frame: Frame | null;
  /** The region just made: its description is to be entered. */
  readonly madeId: PassageId | null;
  /** Whether the pixels of the frame are being stored; it can't change meanwhile. */
  readonly isKeeping: boolean;
  /** The frame in words: its size and its place. */
  say(xywh: Rectangle): string;
  /** Starts a frame by keys, or with the region whose edges are to be moved. */
  begin(region: DrawnRegion | null): void;
  /** Redraws the existing frame. */
  draw(xywh: Rectangle): void;
  leave(): void;
  /** Makes a passage of the frame, or moves its region's edges to it. */
  keep(label?: LabelId): void;
  relabel(region: DrawnRegion, label: LabelId): void;
  remove(region: DrawnRegion): void;
};

/** The selected region among these, the one just made, and the acts on one. */
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
