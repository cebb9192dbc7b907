import type { PadTarget } from '#domain/pad/move-from-pad.ts';
import { type RichText, richTextFromPlain } from '#domain/rich-text.ts';
import { newMemoIds, newTaskId } from '../../support/archive/sample-ids.ts';
import type { ActedArchive } from '../../support/archives/acted-archive.ts';
import { succeed } from '../../support/workbench/results.ts';
import { step } from './undoable-act.ts';

const noteOf = (text: string): RichText => {
  const note = richTextFromPlain(text);
  if (note === null) throw new Error('nothing is written');
  return note;
};

/** Moves a line of the pad, in which it stands with what stood there before. */
const moves = (target: (scene: ActedArchive) => PadTarget) =>
  step('move-from-pad', async (scene, round) => {
    const { handlers } = scene;
    const before = succeed(await handlers['pad:read']({})).note ?? noteOf('Laid');
    return handlers['pad:move']({
      before,
      left: noteOf(`Left ${round}`),
      moved: noteOf(`Moved ${round}`),
      to: target(scene),
    });
  });

/** The requests on the scratch pad, with what each is to undo. */
export const padActsAndUndo = {
  'pad:write': [
    step('edit-pad', ({ handlers }, round) =>
      handlers['pad:write']({ note: noteOf(`Note ${round}`), editId: `edit ${round}` }),
    ),
  ],
  'pad:move': [
    moves(({ articleId }) => ({ kind: 'article', articleId })),
    moves(({ memoId }) => ({ kind: 'memo', memoId })),
    moves(() => ({ kind: 'new-memo', ...newMemoIds(), title: 'Begun' })),
    moves(() => ({ kind: 'task', taskId: newTaskId() })),
  ],
};
