/** Requests on boards: a question, its hypotheses, and how expected the evidence is under each. */
import { z } from 'zod';
import {
  cellReasonSchema,
  expectationSchema,
  hypothesisWordsSchema,
  MAX_EVIDENCE,
  MAX_HYPOTHESES,
  percentSchema,
  questionSchema,
} from '../board/board.ts';
import type { OpenBoard } from '../board/open-board.ts';
import {
  type BoardId,
  boardIdSchema,
  evidenceIdSchema,
  hypothesisIdSchema,
  memoIdSchema,
  newBoardIdSchema,
  newEvidenceIdSchema,
  newHypothesisIdSchema,
} from '../ids.ts';
import type { Timestamp } from '../time.ts';
import { editId, nothing, onPassage } from './inputs.ts';
import { defineRequest, edit, query, transientEdit, type } from './request.ts';

export type BoardListRow = {
  readonly id: BoardId;
  readonly question: string;
  readonly hypotheses: readonly string[];
  readonly evidenceCount: number;
  readonly cellCount: number;
  /** How many cells the requesting analyst has filled. */
  readonly filled: number;
  /** The others who have filled something, by name; empty for who set no name. */
  readonly others: readonly string[];
  readonly createdAt: Timestamp;
  /** When anything on it was last changed. */
  readonly updatedAt: Timestamp;
};

export type BoardList = {
  /** Those that were changed last first. */
  readonly boards: readonly BoardListRow[];
  /** Boards whose file can't be read. */
  readonly unreadable: number;
};

/** What became of passages that were to be put on a board. */
export type AddedEvidence = {
  readonly added: number;
  /** Those that are on the board already. */
  readonly standing: number;
  /** Those that the board has no room for, or that are gone. */
  readonly left: number;
};

/** A file of a board that was written. */
export type ExportedBoard = { readonly fileName: string; readonly rows: number; readonly bytes: number };

const onBoard = z.strictObject({ boardId: boardIdSchema });
const onHypothesis = onBoard.extend({ hypothesisId: hypothesisIdSchema });
const onCell = onHypothesis.extend({ evidenceId: evidenceIdSchema });
const onIt = ({ boardId }: { readonly boardId: BoardId }) => [boardId];

const newHypothesis = z.strictObject({ hypothesisId: newHypothesisIdSchema, words: hypothesisWordsSchema });

/** An act on a board that is one step of undo. */
const act = <I extends z.ZodType<{ readonly boardId: BoardId }>>(input: I, says: string) =>
  edit({ input, output: type<null>(), touches: onIt, supersedes: 'nothing', isStep: true, says });

export const boardList = defineRequest(
  'board:list',
  query({
    input: nothing,
    output: type<BoardList>(),
    topics: ['boards'],
    says: 'All boards.',
  }),
);

export const boardOpen = defineRequest(
  'board:open',
  query({
    input: onBoard,
    output: type<OpenBoard>(),
    topics: ['boards', 'passages', 'articles', 'sources'],
    says: 'One board as the analyst may see it: what others have filled is left out until both boards are full.',
  }),
);

export const boardAdd = defineRequest(
  'board:add',
  edit({
    input: z.strictObject({
      boardId: newBoardIdSchema,
      question: questionSchema,
      hypotheses: z.array(newHypothesis).max(MAX_HYPOTHESES),
      /** The memo from whose gap it was opened. */
      memoId: memoIdSchema.nullable(),
    }),
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    makes: 'boardId',
    says: 'Makes a board for a question, with the hypotheses that are known so far.',
  }),
);

export const boardChange = defineRequest(
  'board:change',
  act(onBoard.extend({ question: questionSchema, editId }), 'Changes the question of a board.'),
);

export const boardDelete = defineRequest(
  'board:delete',
  edit({
    input: onBoard,
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    takesAway: true,
    says: 'Moves a board to the trash.',
  }),
);

export const boardAddHypothesis = defineRequest(
  'board:add-hypothesis',
  act(onBoard.extend({ ...newHypothesis.shape }), 'Adds a hypothesis after all others.'),
);

export const boardChangeHypothesis = defineRequest(
  'board:change-hypothesis',
  act(onHypothesis.extend({ words: hypothesisWordsSchema, editId }), 'Changes the words of a hypothesis.'),
);

export const boardMoveHypothesis = defineRequest(
  'board:move-hypothesis',
  act(
    onHypothesis.extend({ place: z.int().min(0).max(MAX_HYPOTHESES) }),
    'Moves a hypothesis among the others; `place` counts from 0.',
  ),
);

export const boardRemoveHypothesis = defineRequest(
  'board:remove-hypothesis',
  act(onHypothesis, 'Takes a hypothesis off the board, with its cells and probabilities.'),
);

export const boardAddEvidence = defineRequest(
  'board:add-evidence',
  edit({
    input: onBoard.extend({
      evidence: z
        .array(onPassage.extend({ evidenceId: newEvidenceIdSchema }))
        .min(1)
        .max(MAX_EVIDENCE),
    }),
    output: type<AddedEvidence>(),
    touches: onIt,
    supersedes: 'nothing',
    isStep: true,
    says: 'Puts passages on a board, after all others; one that is there already stays as it is.',
  }),
);

export const boardAddFound = defineRequest(
  'board:add-found',
  edit({
    input: onBoard.extend({ text: z.string().trim().min(1).max(2000) }),
    output: type<AddedEvidence>(),
    touches: onIt,
    supersedes: 'not-kept',
    isStep: true,
    says: 'Puts all passages that a search finds on a board.',
  }),
);

export const boardPutIntoMemo = defineRequest(
  'board:put-into-memo',
  edit({
    input: onBoard.extend({
      memoId: memoIdSchema,
      isEveryone: z.boolean(),
      /** The rows as sorted; others come after them. */
      evidenceIds: z.array(evidenceIdSchema).max(MAX_EVIDENCE),
    }),
    output: type<{ readonly referenceNumber: string; readonly rows: number; readonly left: number }>(),
    touches: ({ boardId, memoId }) => [boardId, memoId],
    supersedes: 'not-kept',
    isStep: true,
    says: 'Appends a board as a table to a memo that is still written; each row cites its passage.',
  }),
);

export const boardExport = defineRequest(
  'board:export',
  transientEdit({
    input: onBoard.extend({
      isEveryone: z.boolean(),
      /** The rows as sorted; others come after them. */
      evidenceIds: z.array(evidenceIdSchema).max(MAX_EVIDENCE),
      /** Its ending names the format. */
      fileName: z.string().min(1).max(255),
      /** Whether a file of that name gives way. */
      replaces: z.boolean(),
    }),
    output: type<ExportedBoard>(),
    says: 'Writes a board as a table by itself: a Word document, a web page, or for a spreadsheet.',
  }),
);

export const boardRevealExport = defineRequest(
  'board:reveal-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: "Shows the last file of an exported board in the system's file manager.",
  }),
);

export const boardDragExport = defineRequest(
  'board:drag-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Gives the last file of an exported board to the drag that has begun.',
  }),
);

export const boardMoveEvidence = defineRequest(
  'board:move-evidence',
  act(
    onBoard.extend({ evidenceId: evidenceIdSchema, place: z.int().min(0).max(MAX_EVIDENCE) }),
    'Moves a row among the others; `place` counts from 0.',
  ),
);

export const boardRemoveEvidence = defineRequest(
  'board:remove-evidence',
  act(
    onBoard.extend({ evidenceId: evidenceIdSchema }),
    'Takes a passage off the board, with its cells; the passage stays in its article.',
  ),
);

export const boardFillCell = defineRequest(
  'board:fill-cell',
  edit({
    input: onCell.extend({ expected: expectationSchema.nullable() }),
    /** When the cell was written. */
    output: type<Timestamp>(),
    touches: onIt,
    supersedes: 'nothing',
    isStep: true,
    says: 'Says how expected the evidence would be if the hypothesis were true; null clears the cell of the analyst.',
  }),
);

export const boardReason = defineRequest(
  'board:reason',
  act(onCell.extend({ reason: cellReasonSchema, editId }), 'Says why the analyst has filled a cell so.'),
);

export const boardKeepCells = defineRequest(
  'board:keep-cells',
  act(
    onBoard.extend({ evidenceId: evidenceIdSchema.nullable() }),
    'Keeps cells of the analyst as they are although the evidence has changed: of one row, or (null) of all.',
  ),
);

export const boardSetProbability = defineRequest(
  'board:set-probability',
  act(
    onHypothesis.extend({ percent: percentSchema.nullable() }),
    'Says what probability the analyst gives a hypothesis; null takes it back.',
  ),
);

export const boardRequests = [
  boardList,
  boardOpen,
  boardAdd,
  boardChange,
  boardDelete,
  boardAddHypothesis,
  boardChangeHypothesis,
  boardMoveHypothesis,
  boardRemoveHypothesis,
  boardAddEvidence,
  boardAddFound,
  boardPutIntoMemo,
  boardExport,
  boardRevealExport,
  boardDragExport,
  boardMoveEvidence,
  boardRemoveEvidence,
  boardFillCell,
  boardReason,
  boardKeepCells,
  boardSetProbability,
] as const;
