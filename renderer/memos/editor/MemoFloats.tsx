import { CitationCard } from '../citations/CitationCard.tsx';
import { CitationMenu } from '../citations/CitationMenu.tsx';
import { MemoFind } from '../find/MemoFind.tsx';
import { InlineMenuList } from '../inline-menu/InlineMenuList.tsx';
import { LinkMenu } from '../links/LinkMenu.tsx';
import type { MemoEditing } from './use-memo-editor.ts';

export type MemoFloatsProps = { readonly editing: MemoEditing; readonly isReadOnly: boolean };

/** What floats over the text of the memo: lists while typing, what is behind a citation or a link, and the search. */
export const MemoFloats = ({ editing: { editor, book, menu, store }, isReadOnly }: MemoFloatsProps) => (
  <>
    <InlineMenuList menu={menu} />
    <CitationMenu editor={editor} book={book} store={store} />
    <CitationCard editor={editor} book={book} />
    <LinkMenu editor={editor} store={store} />
    <MemoFind editor={editor} isReadOnly={isReadOnly} />
  </>
);
