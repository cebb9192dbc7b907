/** Requests of undo. */
import type { StepName } from '../archive/changes.ts';
import type { ArticleId, BoardId, MemoId, PassageId } from '../ids.ts';
import { nothing } from './inputs.ts';
import { defineRequest, edit, everythingTouched, query, topics, type } from './request.ts';

/** A place in the window, to which an undo or a found row leads. */
export type Place =
  | { readonly view: 'article'; readonly articleId: ArticleId; readonly passageId: PassageId | null }
  | { readonly view: 'memo'; readonly memoId: MemoId }
  | { readonly view: 'board'; readonly boardId: BoardId }
  | { readonly view: 'pad' }
  | {
      readonly view:
        | 'review'
        | 'tags'
        | 'sources'
        | 'tasks'
        | 'articles'
        | 'memos'
        | 'passages'
        | 'labels'
        | 'chronology'
        | 'forms';
    };

/** Views that show what a step has changed, so that undo need not navigate. */
export type ListView = 'today' | 'articles' | 'passages' | 'sources' | 'tasks' | 'trash';

export type UndoAnswer = {
  readonly name: StepName;
  readonly place: Place | null;
  readonly seenIn: readonly ListView[];
};

/** A step of this session, as a list names it. */
export type StepLine = {
  readonly name: StepName;
  /** The title of its article or memo, or how many articles were added or removed; null if none, or gone. */
  readonly title: string | null;
};

/** The steps that can be undone, and those that were undone and can be done again; those that come next are first. */
export type UndoHistory = { readonly undo: readonly StepLine[]; readonly redo: readonly StepLine[] };

export const undoHistory = defineRequest(
  'undo:history',
  query({
    input: nothing,
    output: type<UndoHistory>(),
    topics,
    says: 'The steps that can be undone, and those that can be done again.',
  }),
);

export const undoUndo = defineRequest(
  'undo:undo',
  edit({
    input: nothing,
    output: type<UndoAnswer>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    takesAway: true,
    says: 'Writes the previous step backwards, or says what has changed since.',
  }),
);

export const undoRedo = defineRequest(
  'undo:redo',
  edit({
    input: nothing,
    output: type<UndoAnswer>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    takesAway: true,
    says: 'Writes the step that was undone last once more, or says what has changed since.',
  }),
);

export const undoRequests = [undoHistory, undoUndo, undoRedo] as const;
