import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEditorState } from '@tiptap/react';
import { PanelLeftClose } from 'lucide-react';
import { memo, useRef, useSyncExternalStore } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { beginningOf } from '#domain/text/beginning-of.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { useViewState } from '#renderer/window/view-state.ts';
import { focusText } from '../state/focus-text.ts';
import styles from './outline.module.css';

/** The text, the outline and one pane beside it keep their widths from here on. */
const room = matchMedia('(min-width: 1600px)');

const watchRoom = (listener: () => void): (() => void) => {
  room.addEventListener('change', listener);
  return () => room.removeEventListener('change', listener);
};

/** A heading of the memo, or a judgement by its statement. */
type OutlineItem = {
  /** Where the caret goes: the first place in it where something can be typed. */
  readonly position: number;
  readonly name: string;
  readonly level: 0 | 1;
};

/** What a block of a section says in the outline; empty where it is not in it. */
const lineOf = ({ type, textContent }: Node, judgement: number): string => {
  const words = textContent.trim();
  if (type.name === 'heading' || words === '') return type.name === 'heading' ? words : '';
  return type.name === 'judgement' ? `${judgement}. ${words}` : '';
};

const itemsOf = (doc: Node): readonly OutlineItem[] => {
  const items: OutlineItem[] = [];
  let judgements = 0;
  doc.forEach((section, at) => {
    items.push({ position: at + 2, name: String(section.attrs.heading ?? ''), level: 0 });
    section.forEach((block, offset) => {
      if (block.type.name === 'judgement') judgements += 1;
      const name = lineOf(block, judgements);
      if (name !== '') items.push({ position: at + 2 + offset, name, level: 1 });
    });
  });
  return items;
};

const outlineOf = ({ editor }: { readonly editor: Editor }) => {
  const { doc, selection } = editor.state;
  const items = itemsOf(doc);
  return { items, current: items.findLastIndex(({ position }) => position <= selection.from + 1) };
};

const goTo = (editor: Editor, position: number): void => {
  focusText(editor, position);
  const { node } = editor.view.domAtPos(position);
  const block = node instanceof Element ? node : node.parentElement;
  (block?.closest('section') ?? block)?.scrollIntoView({ block: 'nearest' });
  block?.scrollIntoView({ block: 'nearest' });
};

type LinesProps = {
  readonly editor: Editor;
  readonly outline: ReturnType<typeof outlineOf>;
  /** For the pointer alone: keys and readers of screens have the menu beside it. */
  readonly isOfPointer?: boolean;
};

const Lines = ({ editor, outline: { items, current }, isOfPointer = false }: LinesProps) => (
  <ul
    className={joinClasses('plain-list', isOfPointer ? `float ${styles.peek}` : styles.list)}
    aria-hidden={isOfPointer || undefined}
  >
    {items.map(({ position, name, level }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the memo
      <li key={at}>
        <button
          type="button"
          dir="auto"
          className={joinClasses('clipped', styles.item)}
          tabIndex={isOfPointer ? -1 : undefined}
          data-level={level}
          aria-current={at === current ? 'location' : undefined}
          onClick={() => goTo(editor, position)}
        >
          {name}
        </button>
      </li>
    ))}
  </ul>
);

type ColumnProps = { readonly editor: Editor; readonly onHide: () => void };

const Column = ({ editor, onHide }: ColumnProps) => {
  const outline = useEditorState({ editor, selector: outlineOf });
  const keys = usePrintedKey('pane.list');
  useCommand('pane.list', onHide);
  return (
    <nav className={styles.column} aria-label="Outline" data-pane tabIndex={-1}>
      <header className={styles.head}>
        <h2>Outline</h2>
        <IconButton icon={PanelLeftClose} label="Hide the outline" keys={keys} onPress={onHide} />
      </header>
      <Lines editor={editor} outline={outline} />
    </nav>
  );
};

/** More letters of a line than these make the list of the strokes wider than it is read. */
const MOST_LETTERS = 44;

/** More strokes than these say no more. */
const MOST_STROKES = 24;

/**
 * Where the outline has no column, a stroke for each of its lines stands before the text: they are listed while the
 * pointer is over them, and by a press.
 */
const Strokes = ({ editor, onShow }: { readonly editor: Editor; readonly onShow: (() => void) | null }) => {
  const outline = useEditorState({ editor, selector: outlineOf });
  const { items, current } = outline;
  const button = useRef<HTMLButtonElement>(null);
  useCommand('pane.list', () => button.current?.click());
  const strokes = (
    <AriaButton
      ref={button}
      aria-label="Outline"
      className={joinClasses(styles.strokes)}
      {...(onShow !== null && { onPress: onShow })}
    >
      {items.slice(0, MOST_STROKES).map(({ level }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is its place in the memo
        <i key={at} data-level={level} data-is-current={at === current} />
      ))}
    </AriaButton>
  );
  if (onShow !== null) return <div className={styles.place}>{strokes}</div>;
  return (
    <div className={styles.place}>
      <Menu
        label="Outline"
        trigger={strokes}
        entries={items.map(({ position, name, level }, at) => ({
          id: String(at),
          name: `${level === 0 ? '' : '\u2003'}${beginningOf(name, MOST_LETTERS)}`,
          // The menu gives the focus back to the strokes first.
          run: () => requestAnimationFrame(() => goTo(editor, position)),
        }))}
      />
      <Lines editor={editor} outline={outline} isOfPointer />
    </div>
  );
};

type MemoOutlineProps = {
  readonly editor: Editor;
  /** The column beside the text, or else the strokes before it; of both, the one for which there is room is drawn. */
  readonly as: 'column' | 'strokes';
};

/**
 * The parts of the memo, each a way to its place: a column beside the text, which the person can hide, or strokes
 * before the text. It is drawn by itself: the rest of the memo is not drawn anew for it.
 */
export const MemoOutline = memo(({ editor, as }: MemoOutlineProps) => {
  const hasRoom = useSyncExternalStore(watchRoom, () => room.matches);
  const [isShown, setIsShown] = useViewState('memo.isOutlineShown', true);
  const isColumn = hasRoom && isShown;
  if (isColumn !== (as === 'column')) return null;
  return isColumn ? (
    <Column editor={editor} onHide={() => setIsShown(false)} />
  ) : (
    <Strokes editor={editor} onShow={hasRoom ? () => setIsShown(true) : null} />
  );
});
