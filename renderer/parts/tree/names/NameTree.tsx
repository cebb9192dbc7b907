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
  /** Branches that are folded; all others are open. */
  readonly foldedIds: readonly string[];
  readonly onFold: (ids: readonly string[]) => void;
  /** A row was dragged onto another, or to the top level (null). */
  readonly onMove: (id: string, intoId: string | null) => void;
};

/** In CSS pixels; the style sheet says the same. */
const LINE_HEIGHT = 30;
/** So much above and below what is in sight is drawn too, in CSS pixels. */
const BEYOND = 480;
/** Lines that come and go together. */
const CHUNK = 8;

type Span = { readonly first: number; readonly end: number };

/** What scrolls `element`: the nearest around it that does, else the page. */
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

/** The lines of `element` that are in sight of what scrolls it, or nearly so. All lines are of one height. */
const useLinesInSight = (place: RefObject<HTMLElement | null>): Span => {
  const [span, setSpan] = useState<Span>({ first: 0, end: 0 });
  const look = useCallback(() => {
    if (place.current === null) return;
    const next = spanOf(place.current);
    setSpan((last) => (last.first === next.first && last.end === next.end ? last : next));
  }, [place]);
  // What stands above it may have grown or shrunk with whatever was drawn just now.
  useLayoutEffect(look);
  useFollowScroll(
    useCallback(() => (place.current === null ? null : scrollerOf(place.current)), [place]),
    look,
  );
  return span;
};

/** The lines in sight, and those that have the keys or are selected wherever they are: the focus is never lost. */
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

/** The element of a row: only those in sight are drawn, and the tree alone knows which. */
const rowAt = (place: HTMLElement | null, id: string): HTMLElement | null =>
  place?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`) ?? null;

const focusRow = (row: HTMLElement | null): void => {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
};

/** Which row has the keys, and the way to give them to another. */
const useKeysAt = (
  place: { readonly current: HTMLElement | null },
  tree: TreeLines,
  selectedId: string | null,
) => {
  const [keyId, setKeyId] = useState<string | null>(null);
  /** To a row that is not drawn yet. */
  const wanted = useRef<string | null>(null);
  const seen = useRef<string | null>(null);
  const atId = tree.indexOf(keyId) >= 0 ? keyId : selectedId;
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    focusRow(rowAt(place.current, wanted.current));
    wanted.current = null;
  });
  // What was selected elsewhere, or is new, comes into sight; it leaves the keys where they are.
  useLayoutEffect(() => {
    if (selectedId === null || seen.current === selectedId) return;
    const row = rowAt(place.current, selectedId);
    if (row === null) return;
    seen.current = selectedId;
    row.scrollIntoView({ block: 'nearest' });
  });
  const go = (id: string): void => {
    const row = rowAt(place.current, id);
    // Where nothing is drawn anew, the wish would last until something else is, and take the focus from there.
    if (row === null) wanted.current = id;
    else focusRow(row);
    setKeyId(id);
  };
  return { index: Math.max(0, tree.indexOf(atId)), setKeyId, go };
};

/** Letters that follow each other this fast are one name. */
const TYPING_MS = 1000;

type Typed = { readonly text: string; readonly at: number };

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

const isLetter = (event: KeyboardEvent): boolean => [...event.key].length === 1 && !hasModifier(event);
const isPlain = (event: KeyboardEvent): boolean => !hasModifier(event) && !event.shiftKey;

type TreeKeys = {
  readonly tree: TreeLines;
  /** The line that has the keys. */
  readonly index: number;
  /** Lines in sight. */
  readonly page: () => number;
  readonly onAnswer: (answer: TreeAnswer) => void;
};

/** The keys of a tree; letters go to the name that begins with them. What means nothing there goes on its way. */
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

/** Marks a drag of a name, so that other places do not take it for a text. */
const DRAG_TYPE = 'application/x-precis-name';
/** A folded branch opens after the pointer has rested on it for so long. */
const OPENS_AFTER_MS = 700;

/** The id of the row that something inside the tree belongs to; null beside all rows. */
const rowIdOf = (target: EventTarget): string | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return row?.dataset.key ?? null;
};

/** Where what is dragged would go: onto a row, or to the top level (null). */
type DropPlace = { readonly intoId: string | null };

/** A name goes onto another, or to the top level: not onto itself, into its own branch, or to where it is. */
const canDrop = (tree: TreeLines, dragged: number, into: number): boolean =>
  dragged >= 0 && tree.lines[dragged]?.parentIndex !== into && !isLineBelow(tree, into, dragged);

type NameDrag = {
  readonly tree: TreeLines;
  readonly onMove: (id: string, intoId: string | null) => void;
  readonly onUnfold: (id: string) => void;
};

/** Dragging a row onto another, or to the room beside the rows. */
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
 * A tree of names of which only what is in sight is drawn, so that fifty thousand names scroll like fifty. ← → fold,
 * letters find a name, dragging a row onto another moves it there.
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
