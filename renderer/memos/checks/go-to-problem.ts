import type { Editor } from '@tiptap/core';
import type { MemoProblem } from '#domain/contract/memo.ts';
import { goToField } from '#renderer/parts/article/go-to-field.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { findProblemPlace } from './find-problem-place.ts';

/** The field of the memo's head that the problem is about. */
const headFieldOf = (problem: MemoProblem): 'for' | 'from' | 'marking' | null => {
  if (problem.kind === 'head-incomplete') return problem.field;
  return problem.kind === 'marking-below-evidence' ? 'marking' : null;
};

const goToText = (editor: Editor, problem: MemoProblem): void => {
  const position = findProblemPlace(editor.state.doc, problem);
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
 * Goes to where the problem can be settled: the field that an article lacks, a field of the memo's head, or its place
 * in the text.
 */
export const goToProblem = (editor: Editor, problem: MemoProblem): void => {
  const [missingFields] = problem.kind === 'citation-incomplete' ? problem.missingFields : [];
  const headField = headFieldOf(problem);
  if (problem.kind === 'citation-incomplete' && missingFields !== undefined)
    goToField(problem.articleId, missingFields);
  else if (headField !== null) focusTarget(`memo-head ${headField}`);
  else goToText(editor, problem);
};
