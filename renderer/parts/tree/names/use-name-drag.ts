import { type DragEvent, useEffect, useRef, useState } from 'react';
import { isLineBelow, type TreeLines } from './tree-lines.ts';

/** Marks a drag of a name, so that other places do not take it for a text. */
const DRAG_TYPE = 'application/x-precis-name';
/** A folded branch opens after the pointer has rested on it for so long. */
const OPENS_AFTER_MS = 700;

/** The id of the row that something inside the tree belongs to; null beside all rows. */
export const rowIdOf = (target: EventTarget): string | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return row?.dataset.key ?? null;
};

/** Where what is dragged would go: onto a row, or to the top level (null). */
export type DropPlace = { readonly intoId: string | null };

/** A name goes onto another, or to the top level: not onto itself, into its own branch, or to where it is. */
const canDrop = (tree: TreeLines, dragged: number, into: number): boolean =>
  dragged >= 0 && tree.lines[dragged]?.parentIndex !== into && !isLineBelow(tree, into, dragged);

export type NameDrag = {
  readonly tree: TreeLines;
  readonly onMove: (id: string, intoId: string | null) => void;
  readonly onUnfold: (id: string) => void;
};

/** Dragging a row onto another, or to the room beside the rows. */
export const useNameDrag = ({ tree, onMove, onUnfold }: NameDrag) => {
  const dragged = useRef<string | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);
  const overId = place?.intoId ?? null;
  const isFolded = tree.lines[tree.indexOf(overId)]?.isOpen === false;
  useEffect(() => {
    if (overId === null || !isFolded) return;
    const timer = setTimeout(() => onUnfold(overId), OPENS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [overId, isFolded, onUnfold]);

  const placeOf = ({ target }: DragEvent): DropPlace | null => {
    const intoId = rowIdOf(target);
    return canDrop(tree, tree.indexOf(dragged.current), tree.indexOf(intoId)) ? { intoId } : null;
  };
  const end = (): void => {
    dragged.current = null;
    setPlace(null);
  };
  const onDragStart = (event: DragEvent): void => {
    const id = rowIdOf(event.target);
    if (id === null) return;
    dragged.current = id;
    event.dataTransfer.setData(DRAG_TYPE, id);
    event.dataTransfer.effectAllowed = 'move';
  };
  const onDragOver = (event: DragEvent): void => {
    const next = placeOf(event);
    if (next?.intoId !== place?.intoId || (next === null) !== (place === null)) setPlace(next);
    if (next === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  };
  const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setPlace(null);
  };
  const onDrop = (event: DragEvent): void => {
    const [id, next] = [dragged.current, placeOf(event)];
    end();
    if (id === null || next === null) return;
    event.preventDefault();
    onMove(id, next.intoId);
  };
  return { place, handlers: { onDragStart, onDragOver, onDragLeave, onDrop, onDragEnd: end } };
};
