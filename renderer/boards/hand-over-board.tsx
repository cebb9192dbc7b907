/** A board leaves its view: as a table in a memo, and as a file for a spreadsheet. */
import type { BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import { type PrintedBoard, printBoardCsv } from '#domain/board/print-board.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { safeFileName } from '#domain/memo/export-file-name.ts';
import { printCount } from '#domain/print-count.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import { MemoOptions } from '#renderer/parts/memo/MemoOptions.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { GONE_OUT, sayDone, sayMade } from '#renderer/window/notices.ts';
import { localDayOf } from '#renderer/window/today.ts';

type Handing = {
  readonly open: OpenBoard;
  /** As they are sorted. */
  readonly rows: readonly BoardRow[];
  readonly isEveryone: boolean;
};

const isWritten = ({ state }: MemoRow): boolean => state === 'draft' || state === 'in-review';

const insert = async ({ open, rows, isEveryone }: Handing, memoId: MemoId): Promise<void> => {
  const evidenceIds = rows.map(({ id }) => id);
  const answer = await act('board:put-into-memo', {
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

const MemoChoice = ({ handing, close }: { readonly handing: Handing; readonly close: () => void }) => {
  const { data } = useQuery('memo:list', {});
  const memos = (data ?? []).filter(isWritten);
  if (data === undefined) return null;
  return (
    <Dialog
      title="Insert the board into a memo"
      isOpen
      onClose={close}
      actions={<Button onPress={close}>Cancel</Button>}
    >
      {memos.length === 0 ? (
        <p>No memo is being written. Start one first.</p>
      ) : (
        <MemoOptions
          label="Drafts"
          memos={memos}
          onPick={(memoId) => {
            close();
            void insert(handing, memoId);
          }}
        />
      )}
    </Dialog>
  );
};

/** Asks for the memo in which the board is put as a table. */
export const insertIntoMemo = (handing: Handing): void =>
  openDialog('insert-board', ({ close }) => <MemoChoice handing={handing} close={close} />);

/** So many files of one name are made on a day. */
const MOST_OF_ONE_NAME = 50;

/** Writes a table of the board to the folder of exports; a file that is there is never replaced. */
export const exportBoard = async ({ open, rows, isEveryone }: Handing): Promise<void> => {
  const board: PrintedBoard = { open, isEveryone };
  const content = printBoardCsv(board, rows, printDay(localDayOf(new Date())));
  for (let count = 1; count <= MOST_OF_ONE_NAME; count++) {
    const name = count === 1 ? open.board.question : `${open.board.question} ${count}`;
    const fileName = safeFileName(name, 'csv') || `board ${count}.csv`;
    const answer = await act(
      'insights:export',
      { fileName, replaces: false, content },
      { saysFailure: true },
    );
    if (answer.ok) {
      const run = (): void => void act('insights:reveal-export', {});
      sayMade('Board exported', fileName, { name: 'Show in folder', run }, GONE_OUT);
      return;
    }
    if (answer.error.code !== 'file-exists' || count === MOST_OF_ONE_NAME) {
      sayError(answer.error);
      return;
    }
  }
};
