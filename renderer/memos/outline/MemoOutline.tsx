import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { PanelLeftClose } from 'lucide-react';
import { memo, useSyncExternalStore } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { goToPart, OutlineTree } from './OutlineTree.tsx';
import styles from './outline.module.css';
import { type Outline, outlineOf } from './outline-parts.ts';

/** From this width on, text, outline and one pane beside it all keep their widths. */
const room = matchMedia('(min-width: 1600px)');

const watchRoom = (listener: () => void): (() => void) => {
  room.addEventListener('change', listener);
  return () => room.removeEventListener('change', listener);
};

/** The list of the strokes, for the pointer only: the keyboard and screen readers have the outline that they open. */
const Peek = ({
  editor,
  outline: { lines, current },
}: {
  readonly editor: Editor;
  readonly outline: Outline;
}) => (
  <ul className={joinClasses('plain-list', `float ${styles.peek}`)} aria-hidden>
    {lines.map(({ name, level }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the memo
      <li key={at}>
        <button
          type="button"
          dir="auto"
          className={joinClasses('clipped', styles.item)}
          tabIndex={-1}
          data-level={Math.min(level, 1)}
          aria-current={at === current ? 'location' : undefined}
          onClick={() => goToPart(editor, at)}
        >
          {name}
        </button>
      </li>
    ))}
  </ul>
);

type ColumnProps = { readonly editor: Editor; readonly isReadOnly: boolean; readonly onHide: () => void };

const Column = ({ editor, isReadOnly, onHide }: ColumnProps) => {
  const outline = useEditorState({ editor, selector: outlineOf });
  const keys = usePrintedKey('pane.list');
  useCommand('pane.list', onHide);
  return (
    <nav className={styles.column} aria-label="Outline" data-pane tabIndex={-1}>
      <header className={styles.head}>
        <h2>Outline</h2>
        <IconButton icon={PanelLeftClose} label="Hide the outline" keys={keys} onPress={onHide} />
      </header>
      <OutlineTree editor={editor} outline={outline} isReadOnly={isReadOnly} />
    </nav>
  );
};

/** More strokes would not be useful. */
const MOST_STROKES = 24;

type StrokesProps = { readonly editor: Editor; readonly onShow: () => void; readonly hasPeek: boolean };

/** If the outline has no column, its lines are shown as strokes beside the text; a press or F9 opens the outline. */
const Strokes = ({ editor, onShow, hasPeek }: StrokesProps) => {
  const outline = useEditorState({ editor, selector: outlineOf });
  const { lines, current } = outline;
  useCommand('pane.list', onShow);
  return (
    <div className={styles.place}>
      <AriaButton aria-label="Outline" className={joinClasses(styles.strokes)} onPress={onShow}>
        {lines.slice(0, MOST_STROKES).map(({ level }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is its place in the memo
          <i key={at} data-level={Math.min(level, 1)} data-is-current={at === current} />
        ))}
      </AriaButton>
      {hasPeek && <Peek editor={editor} outline={outline} />}
    </div>
  );
};

type MemoOutlineProps = {
  readonly editor: Editor;
  readonly isReadOnly: boolean;
  /** The column beside the text, or the strokes; of both, the one that fits is shown. */
  readonly as: 'column' | 'strokes';
};

/**
 * The parts of the memo as links: a column beside the text, which can be hidden, or strokes. It has its own
 * subscription, so that the rest of the memo does not render again for it.
 */
export const MemoOutline = memo(({ editor, isReadOnly, as }: MemoOutlineProps) => {
  const hasRoom = useSyncExternalStore(watchRoom, () => room.matches);
  const [isShown, setIsShown] = useViewState('memo.isOutlineShown', true);
  const isColumn = hasRoom && isShown;
  if (isColumn !== (as === 'column')) return null;
  return isColumn ? (
    <Column editor={editor} isReadOnly={isReadOnly} onHide={() => setIsShown(false)} />
  ) : (
    <Strokes
      editor={editor}
      // Without room for a column, it is a tab of the panel beside the memo.
      onShow={() => (hasRoom ? setIsShown(true) : runCommand('memo.outline'))}
      hasPeek={!hasRoom}
    />
  );
});
