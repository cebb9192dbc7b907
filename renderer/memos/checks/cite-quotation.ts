/** Cites a quotation where the archive has it: the finding of the checks says where. */

import type { Editor } from '@tiptap/core';
import { useCallback } from 'react';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { articleOpen } from '#domain/contract/article.ts';
import { type MemoFinding, memoCite } from '#domain/contract/memo.ts';
import { passageAdd, passageRows } from '#domain/contract/passage.ts';
import { type MemoId, newPassageIdSchema, type PassageId } from '#domain/ids.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { regionOf } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText } from '#domain/text/text-index.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { citeRow } from '../inline-menu/find-passages.ts';
import { type CitationBook, enter } from '../state/citation-book.ts';
import { beginStep } from '../state/editor-acts.ts';
import type { MemoInEditor } from '../state/memo-store.ts';

/** What citing needs of the memo in the editor. */
type Editing = MemoInEditor & { readonly book: CitationBook };

export type Citable = Extract<MemoFinding['place'], { kind: 'text' }> &
  Required<Pick<Extract<MemoFinding['place'], { kind: 'text' }>, 'citable'>>;

/** The place of a quotation that can be cited; null of any other finding. */
export const citableOf = ({ place }: MemoFinding): Citable | null =>
  place.kind === 'text' && place.citable !== undefined ? { ...place, citable: place.citable } : null;

/** As of a passage that is made in an article by its key. */
const newLabel: LabelId = 'claim';

const closingMark = /^["”“’‘»«›‹」』]/u;

/** The positions of quotations of these words in the text: where they begin, and behind the closing mark. */
const placesOf = ({ state: { doc } }: Editor, words: string): readonly TextRange[] => {
  const found: TextRange[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, null, '\ufffc');
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
      const end = at + words.length;
      const behind = end + (closingMark.test(text.slice(end)) ? 1 : 0);
      found.push({ start: position + 1 + at, end: position + 1 + behind });
    }
    return false;
  });
  return found;
};

/** The passage of exactly these words, which is made if the article has none. */
const passageOn = async ({ articleId, ranges }: Citable['citable']): Promise<PassageId | null> => {
  const opened = await request(articleOpen, { articleId });
  if (!opened.ok) return null;
  const index = indexText(canonicalText(opened.value.body));
  const wanted = ranges.map(({ start, end }) => `${index.toCodePoint(start)}-${index.toCodePoint(end)}`);
  const there = opened.value.passages.find(
    (passage) =>
      regionOf(passage) === null &&
      !isOutOfText(passage) &&
      passage.selectors.map(({ position }) => `${position.start}-${position.end}`).join() === wanted.join(),
  );
  if (there !== undefined) return there.id;
  const passageId = newId(newPassageIdSchema);
  const named = { tagIds: [], sourceId: null, concernedIds: [] };
  const unsaid = { ...named, grade: ungraded, manner: null, basis: null, note: null, tasks: [] };
  const said = { articleId, passageId, ranges: [...ranges], label: newLabel };
  const added = await act(passageAdd, { ...unsaid, ...said });
  return added.ok ? passageId : null;
};

/** Puts the number of the citation behind the quotation, as one step of undo; returns whether it did. */
const citeQuotation = async (
  { editor, book, store }: Editing,
  memoId: MemoId,
  { words, citable }: Citable,
): Promise<boolean> => {
  const passageId = await passageOn(citable);
  if (passageId === null) return false;
  const [rows, answer] = await Promise.all([
    request(passageRows, { passageIds: [passageId] }),
    act(memoCite, { articleId: citable.articleId, passageId, memoId }),
  ]);
  const row = rows.ok ? rows.value[0] : undefined;
  const [place] = placesOf(editor, words);
  if (row === undefined || !answer.ok || place === undefined || store.getState().isReadOnly) return false;
  const cited = citeRow(row, answer.value);
  enter(book, [cited]);
  const { articleId, exactSha256, translation } = cited;
  const citation = {
    type: 'citation',
    attrs: { articleId, passageId: cited.passageId, exactSha256, translation, form: 'number' },
  };
  return beginStep(editor)
    .insertContentAt(place.end, [{ type: 'text', text: ' ' }, citation])
    .run();
};

/** Answers the command that cites the quotation at the caret, or else the first that can be cited. */
export const useCiteQuotation = (
  editing: Editing,
  memoId: MemoId,
  findings: readonly MemoFinding[] | undefined,
): ((finding: MemoFinding) => void) => {
  const cite = useCallback(
    (finding: MemoFinding): void => {
      const citable = citableOf(finding);
      if (citable !== null) void citeQuotation(editing, memoId, citable);
    },
    [editing, memoId],
  );
  useCommand('memo.cite-quotation', () => {
    const { editor } = editing;
    const { from } = editor.state.selection;
    const all = (findings ?? []).filter((each) => citableOf(each) !== null);
    const isAtCaret = (each: MemoFinding): boolean =>
      placesOf(editor, citableOf(each)?.words ?? '').some(({ start, end }) => start <= from && from <= end);
    const finding = all.find(isAtCaret) ?? all[0];
    if (finding === undefined) sayHint('No quotation without a citation is in an article of the archive');
    else cite(finding);
  });
  return cite;
};
