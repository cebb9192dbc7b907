/** Changes to the selected citation, each as one undo step; it stays selected. */
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { memoCite, type ResolvedCitation } from '#domain/contract/memo.ts';
import type { MemoId, TranslationId } from '#domain/ids.ts';
import type { Citation } from '#domain/memo/memo-content.ts';
import type { Kept } from '#domain/memo/verbatim/kept/kept.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { type CitationBook, enter } from '../state/citation-book.ts';
import { beginStep } from '../state/editor-acts.ts';

/** The changed attributes; for the editor undefined means absent. */
type Changed = { readonly [Name in keyof Citation]?: Citation[Name] | undefined };

export const changeSelected = (editor: Editor, attrs: Changed): void => {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return;
  beginStep(editor).updateAttributes(selection.node.type.name, attrs).setNodeSelection(selection.from).run();
};

type Shortened = { readonly kept: Kept | null; readonly printed: string };

/** Prints the kept words of the quote, or of its translation if that is cited; everything if null. */
export const keepOf = (
  editor: Editor,
  book: CitationBook,
  known: ResolvedCitation,
  shortened: Shortened,
): void => {
  const kept = shortened.kept ?? undefined;
  const { translation } = known;
  const attrs =
    translation === undefined ? { kept } : { translation: { ...translation, ...(kept && { kept }) } };
  if (translation !== undefined && kept === undefined)
    attrs.translation = { translationId: translation.translationId, textSha256: translation.textSha256 };
  enter(book, [{ ...known, ...attrs, printed: shortened.printed }]);
  changeSelected(editor, attrs);
};

/**
 * The citation as if newly made, in its own words (null) or by a translation; a shortening of other words is dropped.
 */
const citeAnew = async (
  editor: Editor,
  book: CitationBook,
  known: ResolvedCitation,
  by: { readonly memoId: MemoId; readonly translationId: TranslationId | null },
): Promise<boolean> => {
  const { articleId, passageId } = known;
  const answer = await act(memoCite, { articleId, passageId, ...by });
  if (!answer.ok) return false;
  const { translated, printed, translation, ...place } = answer.value;
  const isSame = place.exactSha256 === known.exactSha256;
  const { translated: before, ...plain } = known;
  const kept = isSame ? known.kept : undefined;
  enter(book, [
    {
      ...plain,
      ...place,
      kept,
      translation,
      ...(translated === undefined ? {} : { translated }),
      printed: printed ?? before?.original ?? known.printed,
      state: 'ok',
    },
  ]);
  changeSelected(editor, { ...place, kept, translation });
  return true;
};

/**
 * Cites the current words of the passage, or of its translation: the analyst has seen the change and accepts it. A
 * shortening of the old words does not apply to the new ones, so everything is quoted.
 */
export const citeAsItIs = async (
  editor: Editor,
  book: CitationBook,
  memoId: MemoId,
  known: ResolvedCitation,
): Promise<void> => {
  const by = known.translation?.translationId ?? null;
  const isCited = await citeAnew(editor, book, known, { memoId, translationId: by });
  if (isCited && (known.kept !== undefined || known.translation?.kept !== undefined))
    sayDone('The passage is quoted in full as it reads now. You can shorten it again');
};

/** Cites the passage by one of its translations, or, null, in its own words. */
export const citeBy = async (
  editor: Editor,
  book: CitationBook,
  known: ResolvedCitation,
  by: { readonly memoId: MemoId; readonly translationId: TranslationId | null },
): Promise<void> => void (await citeAnew(editor, book, known, by));
