import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import type { CommandId } from '#domain/command/command-table.ts';
import { labelCommandId } from '#domain/command/label-commands.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { passageOfRanges } from '../state/find-passage.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { selectedRanges } from '../state/selected-text.ts';
import styles from './selection-toolbar.module.css';

/** A press that leaves the focus and the selection where they are. */
const keepFocus = (event: React.SyntheticEvent): void => event.preventDefault();

const otherActs = [
  { name: 'Tags', command: 'passage.tags' },
  { name: 'Note', command: 'passage.note' },
  { name: 'Task', command: 'passage.task' },
] as const satisfies readonly { name: string; command: CommandId }[];

/** The position of the selection toolbar: above the selection, never over the line that is read next. */

type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
type Size = { readonly width: number; readonly height: number };
type Placement = { readonly left: number; readonly top: number; readonly side: 'above' | 'below' };

/** Distance between the toolbar and the selection, and from the edges of its container. */
const GAP = 8;
/** How far the toolbar may extend over the paragraph numbers, left of the text. */
const NUMBERS = 32;

/**
 * Places a toolbar of `size` at `selection`, in CSS pixels with one origin: above its first line, starting where the
 * selection does; below its last line only if there is no room within `room` above it. It is moved sideways as far as
 * needed to stay within `room`.
 */
export const placeToolbar = (selection: Box, size: Size, room: Box): Placement => {
  const rightmost = Math.max(room.left, room.right - size.width);
  const left = Math.min(Math.max(selection.left, room.left), rightmost);
  const above = selection.top - GAP - size.height;
  return above >= room.top
    ? { left, top: above, side: 'above' }
    : { left, top: selection.bottom + GAP, side: 'below' };
};

/**
 * The box by which a toolbar is placed: from the start of the selection's first line down to the end of the last. Null
 * if nothing is rendered.
 */
const selectionBox = (lines: readonly Box[]): Box | null => {
  const [first] = lines;
  if (first === undefined) return null;
  const firstLine = lines.filter(({ top }) => Math.abs(top - first.top) < 4);
  return {
    left: Math.min(...firstLine.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    top: Math.min(...lines.map(({ top }) => top)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
};

/** The box relative to an element whose upper left corner is `origin`. */
const within = (box: Box, origin: Pick<Box, 'left' | 'top'>): Box => ({
  left: box.left - origin.left,
  right: box.right - origin.left,
  top: box.top - origin.top,
  bottom: box.bottom - origin.top,
});

/** The visible part of the text, less the scroll bar and some space: cards beside it are not covered. */
const roomOver = (text: HTMLElement, scroller: HTMLElement): Box => {
  const { left, top } = scroller.getBoundingClientRect();
  const { clientWidth, clientHeight } = scroller;
  const column = text.getBoundingClientRect();
  return {
    left: Math.max(left + GAP, column.left - NUMBERS),
    top: top + GAP,
    right: Math.min(left + clientWidth - GAP, column.right + GAP),
    bottom: top + clientHeight,
  };
};

/** Its size within that width: on one line if it fits, else with the acts on a second. */
const sizeWithin = (toolbar: HTMLElement, room: number): Size => {
  toolbar.style.maxWidth = 'none';
  toolbar.toggleAttribute('data-two-lines', false);
  toolbar.toggleAttribute('data-two-lines', toolbar.offsetWidth > room);
  toolbar.style.maxWidth = `${room}px`;
  return { width: toolbar.offsetWidth, height: toolbar.offsetHeight };
};

/** The position of the toolbar over the page, measured after it is rendered and before it is painted. */
const usePlacement = (range: TextRange | null) => {
  const { view, scroller } = useReader();
  const toolbar = useRef<HTMLDivElement>(null);
  const [placement, setPlacement] = useState<Placement | null>(null);
  useLayoutEffect(() => {
    const bar = toolbar.current;
    const page = bar?.offsetParent;
    if (range === null || view === null || bar === null || !page) return;
    const place = (): void => {
      if (scroller.current === null) return;
      const origin = page.getBoundingClientRect();
      const box = selectionBox(view.boxesOf(range));
      const room = roomOver(view.dom, scroller.current);
      const own = sizeWithin(bar, room.right - room.left);
      setPlacement(box === null ? null : placeToolbar(within(box, origin), own, within(room, origin)));
    };
    place();
    // At another width of the text the words move.
    const observer = new ResizeObserver(place);
    observer.observe(view.dom);
    return () => observer.disconnect();
  }, [range, view, scroller]);
  return { toolbar, placement };
};

/** The selected passage, if it was just duplicated: it is meant to get another label. */
const useDuplicate = (placed: readonly PlacedPassage[]): PlacedPassage | null => {
  const duplicateId = useReaderState((state) => state.duplicateId);
  const selectedId = useReaderState((state) => state.selectedId);
  if (duplicateId === null || duplicateId !== selectedId) return null;
  return placed.find(({ passage }) => passage.id === duplicateId) ?? null;
};

/** What can be made of a selection: floats above it, in the order of the labels, each with its key. */
export const SelectionToolbar = () => {
  const { placed } = useOpenPassages();
  const { offered } = useLabels();
  const selected = useReaderState((state) => state.selected);
  const isHidden = useReaderState((state) => state.isSelecting || state.boundaries !== null);
  const duplicate = useDuplicate(placed);
  const ranges = useMemo(() => {
    if (isHidden) return [];
    return duplicate === null ? selectedRanges(selected) : duplicate.ranges;
  }, [isHidden, selected, duplicate]);
  const { toolbar, placement } = usePlacement(ranges[0] ?? null);
  if (ranges.length === 0) return null;
  const same = duplicate ?? passageOfRanges(placed, ranges);
  return (
    <Toolbar
      ref={toolbar}
      aria-label={duplicate === null ? 'Make a passage' : 'Label of the duplicate'}
      className={styles.toolbar ?? ''}
      style={{ left: placement?.left ?? 0, top: placement?.top ?? 0, opacity: placement === null ? 0 : 1 }}
    >
      {offered.map(({ id: label, name, key, useWhen }) => (
        <button
          key={label}
          type="button"
          data-label={label}
          className={joinClasses(styles.act, same?.passage.label === label && styles.on)}
          title={useWhen}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          onClick={() => runCommand(labelCommandId(key))}
        >
          <span className={styles.swatch} data-swatch aria-hidden />
          {name}
          <CommandKbd command={labelCommandId(key)} />
        </button>
      ))}
      <span className={styles.rule} aria-hidden />
      {otherActs.map(({ name, command }) => (
        <button
          key={command}
          type="button"
          className={styles.act}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          onClick={() => runCommand(command)}
        >
          {name}
          <CommandKbd command={command} />
        </button>
      ))}
    </Toolbar>
  );
};
