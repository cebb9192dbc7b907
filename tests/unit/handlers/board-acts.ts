import { newBoardId, newEvidenceId, newHypothesisId } from '../../support/archive/sample-ids.ts';
import type { ActedArchive } from '../../support/archives/acted-archive.ts';
import { pick, step } from './undoable-act.ts';

const onBoard = ({ board: { boardId } }: ActedArchive) => ({ boardId });
const onHypothesis = ({ board: { boardId, hypothesisId } }: ActedArchive) => ({ boardId, hypothesisId });
const onCell = ({ board: { boardId, hypothesisId, evidenceId } }: ActedArchive) => ({
  boardId,
  hypothesisId,
  evidenceId,
});

/** The requests on boards, with what each is to undo. */
export const boardActsAndUndo = {
  'board:export': 'this machine only',
  'board:reveal-export': 'this machine only',
  'board:drag-export': 'this machine only',
  'board:add': [
    step('add-board', ({ handlers }, round) =>
      handlers['board:add']({
        boardId: newBoardId(),
        question: `Which of them, ${round}?`,
        hypotheses: [{ hypothesisId: newHypothesisId(), words: 'The first' }],
        memoId: null,
      }),
    ),
  ],
  'board:change': [
    step('change-board', (scene, round) =>
      scene.handlers['board:change']({
        ...onBoard(scene),
        question: `And now, ${round}?`,
        editId: `edit ${round}`,
      }),
    ),
  ],
  'board:delete': [step('delete-board', (scene) => scene.handlers['board:delete'](onBoard(scene)))],
  'board:add-hypothesis': [
    step('add-hypothesis', (scene, round) =>
      scene.handlers['board:add-hypothesis']({
        ...onBoard(scene),
        hypothesisId: newHypothesisId(),
        words: `Another ${round}`,
      }),
    ),
  ],
  'board:change-hypothesis': [
    step('change-hypothesis', (scene, round) =>
      scene.handlers['board:change-hypothesis']({
        ...onHypothesis(scene),
        words: `Said otherwise ${round}`,
        editId: `edit ${round}`,
      }),
    ),
  ],
  'board:move-hypothesis': [
    step('move-hypothesis', (scene, round) =>
      scene.handlers['board:move-hypothesis']({ ...onHypothesis(scene), place: pick([1, 0], round) }),
    ),
  ],
  'board:remove-hypothesis': [
    step('remove-hypothesis', (scene) => scene.handlers['board:remove-hypothesis'](onHypothesis(scene))),
  ],
  'board:add-evidence': [
    step('add-evidence', (scene) =>
      scene.handlers['board:add-evidence']({
        ...onBoard(scene),
        evidence: [
          {
            evidenceId: newEvidenceId(),
            articleId: scene.articleId,
            passageId: scene.passages.precaution.id,
          },
        ],
      }),
    ),
  ],
  'board:add-found': [
    step('add-evidence', (scene) =>
      scene.handlers['board:add-found']({ ...onBoard(scene), text: 'precaution' }),
    ),
  ],
  'board:put-into-memo': [
    step('cite-passages', (scene) =>
      scene.handlers['board:put-into-memo']({
        ...onBoard(scene),
        memoId: scene.memoId,
        isEveryone: false,
        evidenceIds: [],
      }),
    ),
  ],
  'board:move-evidence': [
    step('move-evidence', (scene, round) =>
      scene.handlers['board:move-evidence']({
        ...onBoard(scene),
        evidenceId: scene.board.evidenceId,
        place: pick([1, 0], round),
      }),
    ),
  ],
  'board:remove-evidence': [
    step('remove-evidence', (scene) =>
      scene.handlers['board:remove-evidence']({ ...onBoard(scene), evidenceId: scene.board.evidenceId }),
    ),
  ],
  'board:fill-cell': [
    step('fill-cell', (scene, round) =>
      scene.handlers['board:fill-cell']({ ...onCell(scene), expected: pick([1, 5], round) }),
    ),
    step('clear-cell', (scene) => scene.handlers['board:fill-cell']({ ...onCell(scene), expected: null })),
  ],
  'board:reason': [
    step('reason-cell', (scene, round) =>
      scene.handlers['board:reason']({
        ...onCell(scene),
        reason: `Because ${round}`,
        editId: `edit ${round}`,
      }),
    ),
  ],
  'board:keep-cells': [
    step('keep-cells', (scene) =>
      scene.handlers['board:keep-cells']({ ...onBoard(scene), evidenceId: null }),
    ),
  ],
  'board:set-probability': [
    step('set-probability', (scene, round) =>
      scene.handlers['board:set-probability']({ ...onHypothesis(scene), percent: pick([30, 70], round) }),
    ),
  ],
} as const;
