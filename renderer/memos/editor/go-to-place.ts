import { useEffect } from 'react';
import type { MemoFinding } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { goToField } from '#renderer/parts/article/article-sheet.ts';
import { takeSoughtCitation, takeSoughtJudgement, useLastMemo } from '#renderer/window/last-memo.ts';
import { findPlace } from '../checks/find-place.ts';
import { goToHead, type MemoInEditor } from '../state/memo-store.ts';

const goToText = ({ editor }: MemoInEditor, place: MemoFinding['place']): void => {
  const position = findPlace(editor.state.doc, place);
  if (position === null) return;
  const isAtom = editor.state.doc.nodeAt(position)?.isAtom === true;
  const chain = editor.chain();
  if (isAtom) chain.focus().setNodeSelection(position).scrollIntoView().run();
  else
    chain
      .focus(position + 1)
      .scrollIntoView()
      .run();
};

/**
 * Goes to where the finding can be resolved: the missing field of an article, a field of the memo's head, or its place
 * in the text.
 */
export const goToFinding = (memo: MemoInEditor, { place }: MemoFinding): void => {
  if (place.kind === 'source') goToField(place.articleId, place.field);
  else if (place.kind === 'head') goToHead(memo.store, place.field);
  else goToText(memo, place);
};

/** Moves the caret into the judgement chosen in the palette. */
export const useGoToJudgement = ({ editor }: MemoInEditor, memoId: MemoId): void => {
  const sought = useLastMemo(({ judgement }) => judgement);
  useEffect(() => {
    if (sought === null || sought.memoId !== memoId) return;
    takeSoughtJudgement();
    let number = 0;
    let position: number | null = null;
    editor.state.doc.descendants((node, at) => {
      if (node.type.name !== 'judgement') return true;
      // An empty one has no number.
      if (node.content.size > 0) number += 1;
      if (number === sought.number && position === null) position = at;
      return false;
    });
    if (position !== null)
      editor
        .chain()
        .focus(position + 1)
        .scrollIntoView()
        .run();
  }, [editor, memoId, sought]);
};

/** Selects the first citation of the passage from which the analyst returned to the memo. */
export const useGoToCitation = ({ editor }: MemoInEditor, memoId: MemoId): void => {
  const sought = useLastMemo(({ cited }) => cited);
  useEffect(() => {
    if (sought === null || sought.memoId !== memoId) return;
    takeSoughtCitation();
    let position: number | null = null;
    editor.state.doc.descendants((node, at) => {
      if (position === null && node.attrs.passageId === sought.passageId) position = at;
    });
    if (position !== null) editor.chain().focus().setNodeSelection(position).scrollIntoView().run();
  }, [editor, memoId, sought]);
};
