// biome-ignore-all lint/a11y: the lines of a virtual treegrid are no table elements; the keys are with the grid alone
import {
  type FocusEvent,
  type MouseEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { TreeAnswer } from './press-tree-key.ts';
import { TreeRow, type TreeRowProps } from './TreeRow.tsx';
import styles from './tree.module.css';
import { layTreeLines, type NameNode, type TreeLines } from './tree-lines.ts';
import { LINE_HEIGHT, type Span, scrollerOf, useLinesInSight } from './use-lines-in-sight.ts';
import { rowIdOf, useNameDrag } from './use-name-drag.ts';
import { useTreeKeys } from './use-tree-keys.ts';

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
  const answer = ({ does, index }: TreeAnswer): void => {
    const id = tree.lines[index]?.node.id;
    if (id === undefined) return;
    if (does === 'go') {
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
