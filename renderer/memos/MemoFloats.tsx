import { useStore } from 'zustand';
import type { MemoId } from '#domain/ids.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';
import { CitationCard } from './citations/CitationCard.tsx';
import { CitationMenu } from './citations/CitationMenu.tsx';
import type { MemoStore } from './editor/memo-store.ts';
import type { MemoEditing } from './editor/use-memo-editor.ts';
import { cancelFigure } from './figure/add-figure.ts';
import styles from './figure/figure.module.css';
import { FormatBar } from './format/FormatBar.tsx';
import { InlineMenuList } from './inline-menu/InlineMenuList.tsx';
import { LinkMenu } from './links/LinkMenu.tsx';
import { TableMenu } from './table/TableMenu.tsx';

export type MemoFloatsProps = { readonly memoId: MemoId; readonly editing: MemoEditing };

/** A picture that takes long to be drawn anew, and the way to end it: the memo then stays as it is. */
const FigureProgress = ({ store }: { readonly store: MemoStore }) => {
  const job = useStore(store, ({ figureJob }) => figureJob);
  const isSlow = useIsSlow(job !== null);
  if (!isSlow || job === null) return null;
  return (
    <div className={joinClasses('float', styles.progress)} role="status">
      <span className="clipped">Putting in {job.fileName}…</span>
      <Button isSmall onPress={() => cancelFigure(store)}>
        Cancel
      </Button>
    </div>
  );
};

/** What floats over the text of the memo: lists while typing, and what is behind a citation or a link. */
export const MemoFloats = ({ memoId, editing: { editor, book, menu, store } }: MemoFloatsProps) => (
  <>
    <InlineMenuList menu={menu} />
    <CitationMenu memoId={memoId} editor={editor} book={book} store={store} />
    <CitationCard editor={editor} book={book} />
    <LinkMenu editor={editor} store={store} />
    <TableMenu editor={editor} store={store} />
    <FigureProgress store={store} />
    <FormatBar editor={editor} store={store} menu={menu} />
  </>
);
