// biome-ignore-all lint/a11y: the lines of a virtual treegrid are no table elements; the keys are with the grid alone
import {
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useFollowScroll } from '#renderer/ui/use-follow-scroll.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { findTypedLine, pressTreeKey, type TreeAnswer } from './press-tree-key.ts';
import { TreeRow, type TreeRowProps } from './TreeRow.tsx';
import styles from './tree.module.css';
import { isLineBelow, layTreeLines, type NameNode, type TreeLines } from './tree-lines.ts';

export type NameTreeProps = Pick<TreeRowProps, 'sideOf'> & {
  readonly label: string;
  readonly nodes: readonly NameNode[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Collapsed branches; all others are expanded. */
  readonly foldedIds: readonly string[];
  readonly onFold: (ids: readonly string[]) => void;
  /** A row was dragged onto another, or to the top level (null). */
  readonly onMove: (id: string, intoId: string | null) => void;
};

/** In CSS pixels; the same as in the style sheet. */
const LINE_HEIGHT = 30;
/** How far beyond the visible part is rendered too, in CSS pixels. */
const BEYOND = 480;
/** Lines that are rendered together. */
const CHUNK = 8;

type Span = { readonly first: number; readonly end: number };

/** The scroller of `element`: the nearest scrolling ancestor, else the page. */
const scrollerOf = (element: HTMLElement): HTMLElement => {
  for (let each: HTMLElement | null = element; each !== null; each = each.parentElement)
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  return document.documentElement;
};

const spanOf = (element: HTMLElement): Span => {
  const scroller = scrollerOf(element);
  const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
  const chunkAt = (height: number): number => Math.floor(Math.max(0, height) / LINE_HEIGHT / CHUNK) * CHUNK;
  return { first: chunkAt(top - BEYOND), end: chunkAt(top + scroller.clientHeight + BEYOND) + CHUNK };
};

/** The lines of `element` in or near the viewport of its scroller. All lines have the same height. */
const useLinesInSight = (place: RefObject<HTMLElement | null>): Span => {
  const [span, setSpan] = useState<Span>({ first: 0, end: 0 });
  const look = useCallback(() => {
    if (place.current === null) return;
    const next = spanOf(place.current);
    setSpan((last) => (last.first === next.first && last.end === next.end ? last : next));
  }, [place]);
  // The render may have changed the height of what is above it.
  useLayoutEffect(look);
  useFollowScroll(
    useCallback(() => (place.current === null ? null : scrollerOf(place.current)), [place]),
    look,
  );
  return span;
};

/** The visible lines, and the active and selected ones wherever they are: the focus is never lost. */
const drawnIndexes = (
  { lines }: TreeLines,
  { first, end }: Span,
  kept: readonly number[],
): readonly number[] => {
  const last = Math.min(end, lines.length);
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  const beside = kept.filter((index) => index >= 0 && (index < first || index >= last));
  return [...new Set([...drawn, ...beside])].sort((a, b) => a - b);
};

/** The element of a row: only visible ones are rendered, so it is looked up in the DOM. */
const rowAt = (place: HTMLElement | null, id: string): HTMLElement | null =>
  place?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`) ?? null;

const focusRow = (row: HTMLElement | null): void => {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
};

/** The active row, and how to activate another. */
const useKeysAt = (
  place: { readonly current: HTMLElement | null },
  tree: TreeLines,
  selectedId: string | null,
) => {
  const [keyId, setKeyId] = useState<string | null>(null);
  /** A row to focus that is not rendered yet. */
  const wanted = useRef<string | null>(null);
  const seen = useRef<string | null>(null);
  const atId = tree.indexOf(keyId) >= 0 ? keyId : selectedId;
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    focusRow(rowAt(place.current, wanted.current));
    wanted.current = null;
  });
  // A row that was selected elsewhere, or is new, is scrolled into view; the active row stays the same.
  useLayoutEffect(() => {
    if (selectedId === null || seen.current === selectedId) return;
    const row = rowAt(place.current, selectedId);
    if (row === null) return;
    seen.current = selectedId;
    row.scrollIntoView({ block: 'nearest' });
  });
  const go = (id: string): void => {
    const row = rowAt(place.current, id);
    // Without a render the request would remain until the next one, and take the focus then.
    if (row === null) wanted.current = id;
    else focusRow(row);
    setKeyId(id);
  };
  return { index: Math.max(0, tree.indexOf(atId)), setKeyId, go };
};

/** Letters typed faster than this form one name. */
const TYPING_MS = 1000;

type Typed = { readonly text: string; readonly at: number };

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

const isLetter = (event: KeyboardEvent): boolean => [...event.key].length === 1 && !hasModifier(event);
const isPlain = (event: KeyboardEvent): boolean => !hasModifier(event) && !event.shiftKey;

type TreeKeys = {
  readonly tree: TreeLines;
  /** The active line. */
  readonly index: number;
  /** The number of visible lines. */
  readonly page: () => number;
  readonly onAnswer: (answer: TreeAnswer) => void;
};

/** Keyboard input of a tree; letters move to the next name that begins with them. Other keys propagate. */
const useTreeKeys = ({ tree, index, page, onAnswer }: TreeKeys) => {
  const typed = useRef<Typed>({ text: '', at: 0 });
  const answerLetter = (event: KeyboardEvent): TreeAnswer | null => {
    const isGoingOn = event.timeStamp - typed.current.at < TYPING_MS && typed.current.text !== '';
    if (event.key === ' ' && !isGoingOn) return null;
    const text = isGoingOn ? `${typed.current.text}${event.key}` : event.key;
    typed.current = { text, at: event.timeStamp };
    const found = findTypedLine(tree, text, index);
    return found === -1 ? null : { kind: 'go', index: found };
  };
  return (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const answer =
      (isLetter(event) ? answerLetter(event) : null) ??
      (isPlain(event) ? pressTreeKey(event.key, tree, index, page()) : null);
    if (answer === null) return;
    event.preventDefault();
    event.stopPropagation();
    onAnswer(answer);
  };
};

/** Marks a drag of a name, so that other drop targets do not take it for text. */
const DRAG_TYPE = 'application/x-precis-name';
/** A collapsed branch opens after the pointer has rested on it for this long. */
const OPENS_AFTER_MS = 700;

/** The id of the row that contains the target; null if none does. */
const rowIdOf = (target: EventTarget): string | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return row?.dataset.key ?? null;
};

/** The drop target: a row, or the top level (null). */
type DropPlace = { readonly intoId: string | null };

/**
 * A name can be dropped on another or at the top level, but not on itself, in its own branch, or where it already is.
 */
const canDrop = (tree: TreeLines, dragged: number, into: number): boolean =>
  dragged >= 0 && tree.lines[dragged]?.parentIndex !== into && !isLineBelow(tree, into, dragged);

type NameDrag = {
  readonly tree: TreeLines;
  readonly onMove: (id: string, intoId: string | null) => void;
  readonly onUnfold: (id: string) => void;
};

/** Dragging a row onto another, or to the space beside the rows. */
const useNameDrag = ({ tree, onMove, onUnfold }: NameDrag) => {
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

/**
 * A tree of names that only renders visible rows, so that fifty thousand names scroll like fifty. ← → collapse and
 * expand, letters find a name, dragging a row onto another moves it there.
 */
export const NameTree = (props: NameTreeProps) => {
  const { label, nodes, selectedId, onSelect, foldedIds, onFold, onMove, sideOf } = props;
  const folded = useMemo(() => new Set(foldedIds), [foldedIds]);
  const tree = useMemo(() => layTreeLines(nodes, folded), [nodes, folded]);
  const place = useRef<HTMLDivElement>(null);
  const span = useLinesInSight(place);
  const keys = useKeysAt(place, tree, selectedId);
  const toggleFold = useLatest((id: string) =>
    onFold(folded.has(id) ? foldedIds.filter((each) => each !== id) : [...foldedIds, id]),
  );
  const toggle = useCallback((id: string) => toggleFold.current(id), []);
  const drag = useNameDrag({ tree, onMove, onUnfold: toggle });
  const answer = ({ kind, index }: TreeAnswer): void => {
    const id = tree.lines[index]?.node.id;
    if (id === undefined) return;
    if (kind === 'go') {
      keys.go(id);
      if (id !== selectedId) onSelect(id);
    } else toggle(id);
  };
  const onKeyDown = useTreeKeys({
    tree,
    index: keys.index,
    page: () => {
      const sight = place.current === null ? 0 : scrollerOf(place.current).clientHeight;
      return Math.max(1, Math.floor(sight / LINE_HEIGHT) - 1);
    },
    onAnswer: answer,
  });
  const onClick = ({ target }: MouseEvent): void => {
    const id = rowIdOf(target);
    if (id !== null && id !== selectedId) onSelect(id);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const id = rowIdOf(target);
    if (id !== null) keys.setKeyId(id);
  };
  return (
    <div
      ref={place}
      role="treegrid"
      aria-label={label}
      aria-rowcount={tree.lines.length}
      data-pane-focus
      data-drop-target={(drag.place !== null && drag.place.intoId === null) || undefined}
      className={styles.tree}
      style={{ ['--line-height' as string]: `${LINE_HEIGHT}px`, ['--lines' as string]: tree.lines.length }}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
      {...drag.handlers}
    >
      <div role="rowgroup" className={styles.lines}>
        {drawnIndexes(tree, span, [keys.index, tree.indexOf(selectedId)]).map((index) => {
          const line = tree.lines[index];
          return (
            line !== undefined && (
              <TreeRow
                key={line.node.id}
                line={line}
                index={index}
                isSelected={line.node.id === selectedId}
                isStop={index === keys.index}
                isDropTarget={drag.place?.intoId === line.node.id}
                onToggle={toggle}
                sideOf={sideOf}
              />
            )
          );
        })}
      </div>
    </div>
  );
};
