import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { judgementIdSchema } from '#domain/ids.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu, type MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { MenuAtPoint } from '#renderer/ui/overlays/MenuAtPoint.tsx';
import { announce } from '#renderer/window/live-region.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { insertHeading, insertJudgement, insertSection } from '../inline-menu/insert-parts.ts';
import { historyActOf } from '../state/editor-acts.ts';
import { focusText } from '../state/focus-text.ts';
import type { Way } from './move-blocks.ts';
import styles from './outline.module.css';
import {
  dropTarget,
  type Outline,
  type OutlineLine,
  type OutlinePart,
  outlineOf,
  partAt,
  partsOf,
  putPart,
  removePart,
  renamePart,
  stepPart,
} from './outline-parts.ts';

type Leave = (act: () => void) => void;

/** Moves the caret to the part of a line. */
export const goToPart = (editor: Editor, at: number): void => {
  const position = partAt(editor, at)?.caret;
  if (position === undefined) return;
  focusText(editor, position);
  const { node } = editor.view.domAtPos(position);
  const block = node instanceof Element ? node : node.parentElement;
  (block?.closest('section') ?? block)?.scrollIntoView({ block: 'nearest' });
  block?.scrollIntoView({ block: 'nearest' });
};

/** The key for collapsing a line: its kind and name, independent of its place. */
const foldKey = ({ kind, name }: OutlineLine): string => `${kind} ${name}`;

type Row = {
  readonly line: OutlineLine;
  readonly at: number;
  readonly isFolded: boolean;
  /** Whether it has lines below it. */
  readonly holds: boolean;
};

/** The visible rows: lines below a collapsed one are left out. */
const rowsOf = (lines: readonly OutlineLine[], folded: readonly string[]): readonly Row[] => {
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return lines.flatMap((line, at): readonly Row[] => {
    if (line.level > hiddenBelow) return [];
    const holds = (lines[at + 1]?.level ?? 0) > line.level;
    const isFolded = holds && folded.includes(foldKey(line));
    hiddenBelow = isFolded ? line.level : Number.POSITIVE_INFINITY;
    return [{ line, at, isFolded, holds }];
  });
};

type RenameProps = { readonly name: string; readonly onDone: (name: string | null) => void };

const RenameField = ({ name, onDone }: RenameProps) => {
  const isOver = useRef(false);
  const end = (next: string | null): void => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(next);
  };
  return (
    <input
      className={styles.rename}
      aria-label="New name"
      dir="auto"
      defaultValue={name}
      maxLength={200}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
      autoFocus
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={({ currentTarget }) => end(currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') end(event.currentTarget.value);
        if (event.key === 'Escape') end(null);
      }}
    />
  );
};

/** Acts on the part of a line; the focus stays on it in the outline. */
const useActs = (editor: Editor, leaveFor: Leave) => {
  const [renaming, setRenaming] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const focusRow = (at: number): void => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus());
  };
  const withPart = (act: (part: OutlinePart) => void) => (at: number) => {
    const part = partAt(editor, at);
    if (part !== null) act(part);
  };
  const move = (at: number, way: Way): void =>
    withPart((part) => {
      const start = stepPart(editor, part, way);
      if (start === null) {
        announce(way === 1 ? 'This is the end of the memo' : 'This is the start of the memo');
        return;
      }
      announce(`${part.name} moved ${way === 1 ? 'down' : 'up'}`);
      focusRow(partsOf(editor.state.doc).findIndex(({ from }) => from === start));
    })(at);
  const remove = (at: number): void =>
    withPart((part) => {
      if (removePart(editor, part)) focusRow(Math.max(0, at - 1));
    })(at);
  const endRename = (at: number, name: string | null): void => {
    setRenaming(null);
    withPart((part) => {
      if (name !== null && name.trim() !== part.name) renamePart(editor, part, name);
    })(at);
    focusRow(at);
  };
  const insert = (at: number, put: (of: Editor) => boolean): void =>
    leaveFor(() =>
      withPart((part) => {
        editor.commands.setTextSelection(part.caret);
        put(editor);
        focusText(editor);
      })(at),
    );
  return { list, renaming, setRenaming, move, remove, endRename, insert, focusRow };
};

type Acts = ReturnType<typeof useActs>;

const entriesOf = (
  { line, at }: Row,
  acts: Acts,
  keysOf: ReturnType<typeof usePrintedKeys>,
): readonly MenuEntry[] => [
  { id: 'up', name: 'Move up', keys: keysOf('format.move-up')[0], run: () => acts.move(at, -1) },
  { id: 'down', name: 'Move down', keys: keysOf('format.move-down')[0], run: () => acts.move(at, 1) },
  ...(line.kind === 'judgement'
    ? []
    : [{ id: 'rename', name: 'Rename', keys: 'F2', run: () => acts.setRenaming(at) }]),
  'separator',
  { id: 'section', name: 'Insert section below', run: () => acts.insert(at, insertSection) },
  { id: 'heading', name: 'Insert sub-heading', run: () => acts.insert(at, insertHeading) },
  {
    id: 'judgement',
    name: 'Insert judgement',
    run: () => acts.insert(at, (editor) => insertJudgement(editor, judgementIdSchema.parse(v7()))),
  },
  'separator',
  { id: 'remove', name: 'Remove', keys: 'Delete', isDangerous: true, run: () => acts.remove(at) },
];

/** The dragged line, and the edge of which line it would be dropped at. */
type Dragging = { readonly at: number; readonly over: number | null; readonly isBefore: boolean };

/** The dragged part and its target if dropped here; null if it would not move. */
const dropAt = (editor: Editor, dragging: Dragging | null, over: number, isBefore: boolean) => {
  const parts = partsOf(editor.state.doc);
  const [dragged, at] = [parts[dragging?.at ?? -1], parts[over]];
  if (dragged === undefined || at === undefined) return null;
  const target = dropTarget(editor.state.doc, { dragged, over: at, isBefore });
  return target === null ? null : { dragged, target };
};

const isUpperHalf = (event: DragEvent): boolean => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2;
};

const useDragging = (editor: Editor) => {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const handlersOf = ({ line, at }: Row) => ({
    draggable: true,
    onDragStart: (event: DragEvent): void => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', line.name);
      setDragging({ at, over: null, isBefore: false });
    },
    onDragOver: (event: DragEvent): void => {
      const isBefore = isUpperHalf(event);
      const drop = dropAt(editor, dragging, at, isBefore);
      if (drop !== null) event.preventDefault();
      setDragging((now) => now && { ...now, over: drop === null ? null : at, isBefore });
    },
    onDrop: (event: DragEvent): void => {
      event.preventDefault();
      const drop = dropAt(editor, dragging, at, isUpperHalf(event));
      if (drop !== null) putPart(editor, drop.dragged, drop.target);
      setDragging(null);
    },
    onDragEnd: (): void => setDragging(null),
  });
  const edgeOf = (at: number): 'before' | 'after' | undefined => {
    if (dragging?.over !== at) return undefined;
    return dragging.isBefore ? 'before' : 'after';
  };
  return { handlersOf, edgeOf };
};

type RowActs = {
  readonly open: () => void;
  readonly go: (by: Way) => void;
  readonly fold: (isFolded: boolean) => void;
  /** Null if the memo was sent. */
  readonly acts: Acts | null;
};

const ways: Readonly<Record<string, Way>> = { ArrowDown: 1, ArrowUp: -1 };

/** Editing keys of a row: F2 renames, Delete removes. */
const changeOfKey = (key: string, { line, at }: Row, acts: Acts): (() => void) | null => {
  if (key === 'F2') return line.kind === 'judgement' ? null : () => acts.setRenaming(at);
  return key === 'Delete' ? () => acts.remove(at) : null;
};

/** Keys of a row: arrows move and collapse, with Alt they move the part. */
const actOfKey = (event: KeyboardEvent, row: Row, { acts, go, fold }: RowActs): (() => void) | null => {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  const way = ways[key];
  if (shiftKey || ctrlKey || metaKey) return null;
  if (altKey) return way === undefined ? null : () => acts?.move(row.at, way);
  if (way !== undefined) return () => go(way);
  if (row.holds && (key === 'ArrowLeft' || key === 'ArrowRight')) return () => fold(key === 'ArrowLeft');
  return acts === null ? null : changeOfKey(key, row, acts);
};

const sayState = ({ kind, isRequired, isEmpty }: OutlineLine): string =>
  kind === 'section'
    ? [isRequired ? 'required' : '', isEmpty ? 'empty' : ''].filter((word) => word !== '').join(', ')
    : '';

type RowProps = {
  readonly editor: Editor;
  readonly row: Row;
  readonly isCurrent: boolean;
  readonly rowActs: RowActs;
};

const FoldButton = ({ row, rowActs }: Pick<RowProps, 'row' | 'rowActs'>) => {
  const Chevron = row.isFolded ? ChevronRight : ChevronDown;
  return (
    <button
      type="button"
      className={styles.fold}
      aria-expanded={!row.isFolded}
      aria-label={row.isFolded ? 'Unfold' : 'Fold'}
      tabIndex={-1}
      onClick={() => rowActs.fold(!row.isFolded)}
    >
      <Chevron size={13} aria-hidden />
    </button>
  );
};

/** The name of a part, which leads to its place, or the field that renames it. */
const RowName = ({ editor, row, isCurrent, rowActs }: RowProps) => {
  const { line, at } = row;
  const { acts } = rowActs;
  if (acts?.renaming === at)
    return <RenameField name={line.name} onDone={(name) => acts.endRename(at, name)} />;
  return (
    <button
      type="button"
      dir="auto"
      className={joinClasses('clipped', styles.item)}
      data-level={Math.min(line.level, 1)}
      data-at={at}
      aria-current={isCurrent ? 'location' : undefined}
      onClick={rowActs.open}
      onKeyDown={(event) => {
        const act = historyActOf(event, editor) ?? actOfKey(event, row, rowActs);
        if (act === null) return;
        event.preventDefault();
        event.stopPropagation();
        act();
      }}
    >
      {line.name}
    </button>
  );
};

type TreeProps = {
  readonly editor: Editor;
  readonly outline: Outline;
  readonly isReadOnly: boolean;
  /** Runs an act that continues in the text, after a drawer over it has closed. */
  readonly leaveFor?: Leave;
};
type OpenMenu = { readonly row: Row; readonly left: number; readonly top: number; readonly isByKey: boolean };

const runNow: Leave = (act) => act();

/** Which lines are collapsed, and a toggle. */
const useFolding = () => {
  const [folded, setFolded] = useViewState<readonly string[]>('memo.foldedParts', []);
  const fold = (line: OutlineLine, isFolded: boolean): void => {
    const others = folded.filter((each) => each !== foldKey(line));
    setFolded(isFolded ? [...others, foldKey(line)] : others);
  };
  return { folded, fold };
};

/** The parts of the memo: each leads to its place, can be collapsed, moved, renamed, removed and added to. */
export const OutlineTree = ({
  editor,
  outline: { lines, current },
  isReadOnly,
  leaveFor = runNow,
}: TreeProps) => {
  const { folded, fold } = useFolding();
  const [active, setActive] = useState<number | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const acts = useActs(editor, leaveFor);
  const { handlersOf, edgeOf } = useDragging(editor);
  const keysOf = usePrintedKeys();
  const rows = rowsOf(lines, folded);
  const shown = rows.findLast(({ at }) => at <= current)?.at;
  const openMenu = (event: MouseEvent, row: Row): void => {
    if (isReadOnly) return;
    event.preventDefault();
    setMenu({ row, left: event.clientX, top: event.clientY, isByKey: event.button === -1 });
  };
  const actsOf = ({ line, at }: Row, index: number): RowActs => ({
    acts: isReadOnly ? null : acts,
    open: () => leaveFor(() => goToPart(editor, at)),
    fold: (isFolded) => fold(line, isFolded),
    go: (by) => acts.focusRow(rows[index + by]?.at ?? at),
  });
  return (
    <>
      <ul ref={acts.list} className={joinClasses('plain-list', styles.list)}>
        {rows.map((row, index) => {
          const { line, at, holds } = row;
          const rowActs = actsOf(row, index);
          return (
            <li
              key={at}
              className={styles.row}
              data-level={line.level}
              data-drop={edgeOf(at)}
              onPointerEnter={() => setActive(at)}
              onFocus={() => setActive(at)}
              onContextMenu={(event) => openMenu(event, row)}
              {...(isReadOnly || acts.renaming === at ? {} : handlersOf(row))}
            >
              {holds && <FoldButton row={row} rowActs={rowActs} />}
              <RowName editor={editor} row={row} isCurrent={at === shown} rowActs={rowActs} />
              <RowState line={line} />
              {!isReadOnly && active === at && (
                <Menu
                  label="Change the outline"
                  trigger={<IconButton icon={Ellipsis} label="More" isSmall />}
                  entries={entriesOf(row, acts, keysOf)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {menu !== null && (
        <MenuAtPoint
          label="Change the outline"
          at={menu}
          entries={entriesOf(menu.row, acts, keysOf)}
          startsAtFirst={menu.isByKey}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
};

/** The outline as a separate pane beside the memo. */
export const OutlinePanel = (props: Omit<TreeProps, 'outline'>) => (
  <OutlineTree {...props} outline={useEditorState({ editor: props.editor, selector: outlineOf })} />
);

const RowState = ({ line }: { readonly line: OutlineLine }) => {
  const state = sayState(line);
  return state === '' ? null : <span className={styles.state}>{state}</span>;
};
