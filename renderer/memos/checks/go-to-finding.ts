import type { MemoFinding } from '#domain/contract/memo.ts';
import { goToField } from '#renderer/parts/article/go-to-field.ts';
import { goToHead, type MemoInEditor } from '../state/memo-store.ts';
import { findPlace } from './find-place.ts';

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
 * Goes to where the finding can be settled: the field that an article lacks, a field of the memo's head, or its place
 * in the text.
 */
export const goToFinding = (memo: MemoInEditor, { place }: MemoFinding): void => {
  if (place.kind === 'source') goToField(place.articleId, place.field);
  else if (place.kind === 'head') goToHead(memo.store, place.field);
  else goToText(memo, place);
};
