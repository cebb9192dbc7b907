import { useEffect } from 'react';
import type { MemoId } from '#domain/ids.ts';
import { takeSoughtCitation, useLastMemo } from '#renderer/window/last-memo.ts';
import type { MemoInEditor } from '../state/memo-store.ts';

/** Selects the first citation of the passage from which somebody came back to the memo. */
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
