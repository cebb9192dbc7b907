import type { Editor } from '@tiptap/core';
import type { HeadingLevel } from '#domain/memo/memo-content.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { beginStep } from '../editor/begin-step.ts';
import { refusalOfHeading } from '../schema/can-be-heading.ts';

const refusals = {
  place: 'A sub-heading stands directly in a section: not in a list, a table or a judgement',
  content: 'A sub-heading holds words alone: cite and note below it',
} as const;

/** Makes the paragraph of the caret a sub-heading of that level, or one of that level a paragraph again. */
export const toggleHeading = (editor: Editor, level: HeadingLevel): boolean => {
  const { $from, $to } = editor.state.selection;
  const refusal = $from.sameParent($to) ? refusalOfHeading($from) : 'place';
  if (refusal !== null) {
    sayHint(refusals[refusal]);
    return false;
  }
  const chain = beginStep(editor).focus();
  return editor.isActive('heading', { level })
    ? chain.setNode('paragraph').run()
    : chain.setNode('heading', { level }).run();
};
