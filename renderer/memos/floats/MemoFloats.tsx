import type { MemoId } from '#domain/ids.ts';
import { CitationCard } from '../citations/CitationCard.tsx';
import { CitationMenu } from '../citations/CitationMenu.tsx';
import type { MemoEditing } from '../editor/use-memo-editor.ts';
import { FigureProgress } from '../figure/FigureProgress.tsx';
import { FormatBar } from '../format/FormatBar.tsx';
import { InlineMenuList } from '../inline-menu/InlineMenuList.tsx';
import { LinkMenu } from '../links/LinkMenu.tsx';
import { TableMenu } from '../table/TableMenu.tsx';

export type MemoFloatsProps = { readonly memoId: MemoId; readonly editing: MemoEditing };

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
