import { useEffect } from 'react';
import type { MemoId } from '#domain/ids.ts';
import { takeSoughtJudgement, useLastMemo } from '#renderer/window/last-memo.ts';
import type { MemoInEditor } from '../state/memo-store.ts';

/** Puts the caret into the judgement that the palette has asked for. */
export const useGoToJudgement = ({ editor }: MemoInEditor, memoId: MemoId): void => {
  const sought = useLastMemo(({ judgement }) => judgement);
  useEffect(() => {
    if (sought === null || sought.memoId !== memoId) return;
    takeSoughtJudgement();
    let number = 0;
    let position: number | null = null;
    editor.state.doc.descendants((node, at) => {
      if (node.type.name !== 'judgement') return true;
      // One that says nothing yet has no number.
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
