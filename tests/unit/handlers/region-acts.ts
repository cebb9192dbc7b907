/** What makes and changes passages that are regions of pictures and pages. */
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
  'passage:keep-pixels': 'adds what is never changed' as const,
  'passage:add-page-region': [
    step('add-region', ({ handlers, paged: { articleId, page, picture } }, round) =>
      handlers['passage:add-page-region']({
        articleId,
        passageId: newPassageId(),
        page,
        viewrect: { x: 0, y: 0, w: 1 + round, h: 1 },
        picture,
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
      edit: { kind: 'describe', description: `A mast, ${round}` },
    }),
  ),
  step('resize-passage', ({ handlers, pictured: { articleId, passageId } }, round) =>
    handlers['passage:edit']({
      articleId,
      passageId,
      edit: { kind: 'reframe', xywh: { x: 1 + round, y: 0, w: 5, h: 5 } },
    }),
  ),
  step('resize-passage', ({ handlers, paged: { articleId, passageId, picture } }, round) =>
    handlers['passage:edit']({
      articleId,
      passageId,
      edit: { kind: 'reframe-page', viewrect: { x: 1 + round, y: 0, w: 5, h: 5 }, picture },
    }),
  ),
];
