/** The commands on a board and its chosen cell. */
import type { Expectation } from '#domain/board/board.ts';
import type { BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import { useCommand, useCommands } from '#renderer/commands/commands.ts';
import { showRestsOn } from '#renderer/parts/graph/GraphDrawer.tsx';
import type { SidePanelState } from '#renderer/parts/use-side-panel.ts';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayHint } from '#renderer/window/notices.ts';
import type { HypothesisAct } from './BoardTable.tsx';
import {
  deleteBoard,
  fillCell,
  keepCells,
  moveEvidence,
  moveHypothesis,
  ownCell,
  removeEvidence,
  removeHypothesis,
} from './board-acts.ts';
import { askForEvidence, askForHypothesis, askForQuestion } from './board-dialogs.tsx';
import { exportBoard, insertIntoMemo } from './hand-over-board.tsx';
import { type BoardPlace, type BoardSize, findCell, nextCell } from './move-in-board.ts';

export type BoardView = {
  readonly open: OpenBoard;
  /** As sorted. */
  readonly rows: readonly BoardRow[];
  readonly place: BoardPlace;
  readonly size: BoardSize;
  readonly isEveryone: boolean;
  readonly setIsEveryone: (isEveryone: boolean) => void;
  readonly setPlace: (place: BoardPlace) => void;
  readonly panel: SidePanelState;
  readonly focusGrid: () => void;
};

const fills = {
  'cell.fill-1': 1,
  'cell.fill-2': 2,
  'cell.fill-3': 3,
  'cell.fill-4': 4,
  'cell.fill-5': 5,
  'cell.fill-none': 'none',
} as const satisfies Readonly<Record<string, Expectation>>;

/** Focuses the reason of the chosen cell, once its panel is rendered. */
const focusReason = (): void => {
  const wait = (tries: number): void => {
    const panel = document.querySelector<HTMLElement>('[data-why]');
    if (panel !== null) focusInto(panel, { into: 'fields' });
    else if (tries > 0) requestAnimationFrame(() => wait(tries - 1));
  };
  requestAnimationFrame(() => wait(20));
};

const useCellCommands = ({ open, rows, place, size, setPlace, panel, focusGrid }: BoardView): void => {
  const row = rows[place.row];
  const hypothesis = open.hypotheses[place.column];
  const isCell = row !== undefined && hypothesis !== undefined;
  const isFilled = ownCell(open, row, hypothesis) !== undefined;
  const fill = (expected: Expectation): void => {
    if (!isCell) return;
    fillCell(open, row, hypothesis, expected);
    setPlace(nextCell(place, size));
  };
  useCommands(
    Object.fromEntries(Object.entries(fills).map(([id, expected]) => [id, () => fill(expected)])),
    isCell,
  );
  useCommand('cell.clear', () => isCell && fillCell(open, row, hypothesis, null), isFilled);
  useCommand(
    'cell.why',
    () => {
      panel.setIsShown(true);
      focusReason();
    },
    isCell,
  );
  useCommand(
    'cell.rests-on',
    () =>
      isCell &&
      showRestsOn({
        kind: 'cell',
        boardId: open.board.id,
        evidenceId: row.id,
        hypothesisId: hypothesis.id,
      }),
    isCell,
  );
  const isOld = row?.cells.some(({ analyst, changes }) => analyst === open.me && changes.length > 0) === true;
  useCommand('cell.keep', () => row !== undefined && void keepCells(open, row), isOld);
  const goToCell = (isMeant: (place: BoardPlace) => boolean, none: string): void => {
    const found = findCell(place, size, isMeant);
    if (found === null) sayHint(none);
    else setPlace(found);
    focusGrid();
  };
  const cellAt = (at: BoardPlace) => ownCell(open, rows[at.row], open.hypotheses[at.column]);
  const hasCells = size.rows * size.columns > 0;
  useCommand(
    'board.next-empty',
    () => goToCell((at) => cellAt(at) === undefined, 'Every cell is filled'),
    hasCells,
  );
  useCommand(
    'board.next-changed',
    () => goToCell((at) => (cellAt(at)?.changes.length ?? 0) > 0, 'No evidence has changed'),
    hasCells,
  );
};

const useRowCommands = ({ open, rows, place, setPlace }: BoardView): void => {
  const row = rows[place.row];
  const isThere = row !== undefined;
  const hypothesis = open.hypotheses[place.column];
  const openPassage = (): void => {
    if (row === undefined) return;
    const { articleId, passageId } = row;
    if (row.standing === null) sayHint('This passage was deleted');
    else goTo({ view: 'articles', articleId, passageId });
  };
  const move = (by: number): void => {
    if (row === undefined) return;
    moveEvidence(open, row, by);
    setPlace({ ...place, row: place.row + by });
  };
  useCommand('evidence.open', openPassage, isThere);
  useCommand('evidence.up', () => move(-1), isThere);
  useCommand('evidence.down', () => move(1), isThere);
  useCommand('evidence.remove', () => row !== undefined && void removeEvidence(open, row), isThere);
  const isHypothesis = hypothesis !== undefined;
  const moveColumn = (by: number): void => {
    if (hypothesis === undefined) return;
    moveHypothesis(open, hypothesis, by);
    setPlace({ ...place, column: Math.max(0, place.column + by) });
  };
  useCommand('hypothesis.edit', () => isHypothesis && askForHypothesis(open, hypothesis), isHypothesis);
  useCommand('hypothesis.left', () => moveColumn(-1), isHypothesis);
  useCommand('hypothesis.right', () => moveColumn(1), isHypothesis);
  useCommand(
    'hypothesis.remove',
    () => isHypothesis && void removeHypothesis(open, hypothesis),
    isHypothesis,
  );
};

/** Answers the board's commands; the returned functions are for the table. */
export const useBoardCommands = (view: BoardView) => {
  const { open, place, panel, isEveryone, setIsEveryone } = view;
  useCellCommands(view);
  useRowCommands(view);
  useCommand('board.question', () => askForQuestion(open));
  useCommand('board.evidence', () => askForEvidence(open));
  useCommand('board.hypothesis', () => askForHypothesis(open, null));
  useCommand('board.everyone', () => setIsEveryone(!isEveryone));
  const handing = { open, rows: view.rows, isEveryone };
  useCommand('board.rests-on', () => showRestsOn({ kind: 'board', boardId: open.board.id }));
  useCommand('board.insert', () => insertIntoMemo(handing), view.rows.length > 0);
  useCommand('board.export', () => exportBoard(handing), view.rows.length > 0);
  useCommand('board.delete', () => void deleteBoard(open.board.id));
  useCommand('pane.margin', () => panel.setIsShown(!panel.isShown));
  const onHypothesis = (act: HypothesisAct, at: number): void => {
    const hypothesis = open.hypotheses[at];
    if (hypothesis === undefined) return;
    if (act === 'edit') askForHypothesis(open, hypothesis);
    else if (act === 'remove') void removeHypothesis(open, hypothesis);
    else moveHypothesis(open, hypothesis, act === 'left' ? -1 : 1);
  };
  return {
    onHypothesis,
    open: (): void => {
      if (place.column === -1) {
        const row = view.rows[place.row];
        if (row?.standing != null)
          goTo({ view: 'articles', articleId: row.articleId, passageId: row.passageId });
        return;
      }
      panel.setIsShown(true);
      focusReason();
    },
  };
};
