/** Taking a board out of its view: as a table in a memo, and as a file. */

import type { BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import { boardDragExport, boardExport, boardPutIntoMemo, boardRevealExport } from '#domain/contract/board.ts';
import type { MemoId } from '#domain/ids.ts';
import { tableFormats, tableFormatTable } from '#domain/memo/memo-document.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { ExportDialog } from '#renderer/parts/export/ExportDialog.tsx';
import { PickMemo } from '#renderer/parts/memo/PickMemo.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';

type Handing = {
  readonly open: OpenBoard;
  /** As sorted. */
  readonly rows: readonly BoardRow[];
  readonly isEveryone: boolean;
};

const insert = async ({ open, rows, isEveryone }: Handing, memoId: MemoId): Promise<void> => {
  const evidenceIds = rows.map(({ id }) => id);
  const answer = await act(boardPutIntoMemo, {
    boardId: open.board.id,
    memoId,
    isEveryone,
    evidenceIds,
  });
  if (!answer.ok) return;
  const { referenceNumber, left } = answer.value;
  const rest = left === 0 ? '' : `; ${printCount(left, 'deleted passage')} left out`;
  sayDone(`Board inserted into ${referenceNumber}${rest}`, {
    name: 'Open the memo',
    run: () => goTo({ view: 'memos', memoId }),
  });
};

/** Asks for the memo into which the board is inserted as a table. */
export const insertIntoMemo = (handing: Handing): void =>
  openDialog('insert-board', ({ close }) => (
    <PickMemo
      title="Insert the board into a memo"
      onPick={(memoId) => void insert(handing, memoId)}
      close={close}
    />
  ));

const ExportBoardDialog = ({ handing, close }: { readonly handing: Handing; readonly close: () => void }) => {
  const { open, rows, isEveryone } = handing;
  const asked = { boardId: open.board.id, isEveryone, evidenceIds: rows.map(({ id }) => id) };
  return (
    <ExportDialog
      title="Export the board"
      formats={tableFormats}
      table={tableFormatTable}
      name={open.board.question}
      make={(file) => act(boardExport, { ...file, ...asked }, { saysFailure: true })}
      cancel={() => undefined}
      holds={(made) => ['Board', printCount(made.rows, 'row')]}
      onDrag={() => void act(boardDragExport, {})}
      onReveal={() => void act(boardRevealExport, {})}
      onClose={close}
    />
  );
};

/** Asks for a format, and writes the file. */
export const exportBoard = (handing: Handing): void =>
  openDialog('export-board', ({ close }) => <ExportBoardDialog handing={handing} close={close} />);
