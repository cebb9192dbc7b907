/** Adds passages to a board, from any view with passages. */

import { useState } from 'react';
import { questionSchema } from '#domain/board/board.ts';
import type { AnswerOf } from '#domain/contract/any-request.ts';
import {
  type AddedEvidence,
  type BoardListRow,
  boardAddEvidence,
  boardAddFound,
  boardList,
} from '#domain/contract/board.ts';
import { passageRows } from '#domain/contract/passage.ts';
import { type BoardId, newEvidenceIdSchema, type PassageId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';
import styles from './add-to-board.module.css';
import { beginBoard } from './ask-for-board.tsx';

/** The evidence to add: selected passages, or all that a search finds. */
export type Evidence =
  | { readonly kind: 'passages'; readonly ids: readonly PassageId[] }
  | { readonly kind: 'search'; readonly text: string };

const putPassages = async (
  boardId: BoardId,
  ids: readonly PassageId[],
): Promise<AnswerOf<typeof boardAddEvidence> | null> => {
  const rows = await request(passageRows, { passageIds: [...ids] });
  if (!rows.ok || rows.value.length === 0) return null;
  const evidence = rows.value.map(({ id: passageId, articleId }) => ({
    evidenceId: newId(newEvidenceIdSchema),
    articleId,
    passageId,
  }));
  return act(boardAddEvidence, { boardId, evidence });
};

/** "Added 3 passages; 1 already there". */
const wordAdded = ({ added, standing, left }: AddedEvidence): string => {
  const rest = [
    ...(standing === 0 ? [] : [`${standing} already there`]),
    ...(left === 0 ? [] : [`no room for ${left}`]),
  ].join(', ');
  if (added === 0) return rest === '' ? 'No passages found' : `Nothing added: ${rest}`;
  return `Added ${printCount(added, 'passage')}${rest === '' ? '' : `; ${rest}`}`;
};

/** Adds them to the board, and reports the outcome; returns whether it was done. */
export const putOnBoard = async (boardId: BoardId, evidence: Evidence, hasLink = true): Promise<boolean> => {
  const answer =
    evidence.kind === 'passages'
      ? await putPassages(boardId, evidence.ids)
      : await act(boardAddFound, { boardId, text: evidence.text });
  if (answer?.ok !== true) return false;
  const link = { name: 'Open the board', run: () => goTo({ view: 'boards', boardId }) };
  sayDone(wordAdded(answer.value), ...(hasLink ? [link] : []));
  return true;
};

type PickerProps = { readonly evidence: Evidence; readonly close: () => void };

const BoardChoice = ({
  boards,
  onPick,
}: {
  readonly boards: readonly BoardListRow[];
  readonly onPick: (id: BoardId) => void;
}) => (
  <ul className="plain-list" aria-label="Boards">
    {boards.map(({ id, question, evidenceCount }, at) => (
      <li key={id} className={styles.board}>
        <Button variant="quiet" autoFocus={at === 0} onPress={() => onPick(id)}>
          <span className={styles.question} dir="auto">
            {question}
          </span>
          <span className={styles.count}>{printCount(evidenceCount, 'passage')}</span>
        </Button>
      </li>
    ))}
  </ul>
);

const BoardPicker = ({ evidence, close }: PickerProps) => {
  const { data } = useQuery(boardList, {});
  const [question, setQuestion] = useState('');
  if (data === undefined) return null;
  const put = async (boardId: BoardId): Promise<void> => {
    close();
    await putOnBoard(boardId, evidence);
  };
  const begin = async (): Promise<void> => {
    if (question.trim() === '') return;
    const boardId = await beginBoard(question, []);
    if (boardId !== null) await put(boardId);
  };
  return (
    <Dialog
      title="Add to board"
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" isDisabled={question.trim() === ''} onPress={() => void begin()}>
            Create board
          </Button>
        </>
      }
    >
      <div className={styles.picker}>
        {data.boards.length > 0 && <BoardChoice boards={data.boards} onPick={(id) => void put(id)} />}
        <TextField
          label={
            data.boards.length > 0 ? 'Or start a new board with this question' : 'Question of a new board'
          }
          autoFocus={data.boards.length === 0}
          value={question}
          maxLength={limitOf(questionSchema)}
          onChange={setQuestion}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void begin();
            else event.continuePropagation();
          }}
        />
      </div>
    </Dialog>
  );
};

/** Asks for the board to which they are added. */
export const addToBoard = (evidence: Evidence): void => {
  if (evidence.kind === 'passages' && evidence.ids.length === 0) return;
  openDialog('add-to-board', ({ close }) => <BoardPicker evidence={evidence} close={close} />);
};
