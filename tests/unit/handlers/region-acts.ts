/** What makes and changes passages that are regions of pictures. */
import { newPassageId } from '../../support/archive/sample-ids.ts';
import { step } from './undoable-act.ts';

export const regionActsAndUndo = {
  'passage:add-region': [
    step('add-region', ({ handlers, pictured: { articleId, sha256 } }, round) =>
      handlers['passage:add-region']({
        articleId,
        passageId: newPassageId(),
        offset: 9,
        sha256,
        xywh: { x: 0, y: 0, w: 1 + round, h: 1 },
        label: 'data',
        description: `Round ${round}`,
      }),
    ),
  ],
};

export const regionEdits = [
  step('describe-passage', ({ handlers, pictured: { articleId, passageId } }, round) =>
    handlers['passage:edit']({
      articleId,
      passageId,
      edit: { does: 'describe', description: `A mast, ${round}` },
    }),
  ),
  step('resize-passage', ({ handlers, pictured: { articleId, passageId } }, round) =>
    handlers['passage:edit']({
      articleId,
      passageId,
      edit: { does: 'reframe', xywh: { x: 1 + round, y: 0, w: 5, h: 5 } },
    }),
  ),
];
