/** Creates a board: its question, and the hypotheses known so far. */

import { useState } from 'react';
import { hypothesisWordsSchema, MAX_HYPOTHESES, questionSchema } from '#domain/board/board.ts';
import { boardAdd } from '#domain/contract/board.ts';
import { type BoardId, type MemoId, newBoardIdSchema, newHypothesisIdSchema } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { goTo } from '#renderer/window/navigation.ts';

/** One a line, each once. */
export const readHypotheses = (typed: string): readonly string[] => {
  const lines = typed.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim());
  return [...new Set(lines.filter((line) => line !== ''))]
    .slice(0, MAX_HYPOTHESES)
    .map((line) => line.slice(0, limitOf(hypothesisWordsSchema)));
};

/** Creates a board; returns its id, or null if that failed. */
export const beginBoard = async (
  question: string,
  hypotheses: readonly string[],
  memoId: MemoId | null = null,
): Promise<BoardId | null> => {
  const boardId = newId(newBoardIdSchema);
  const answer = await act(boardAdd, {
    boardId,
    question: question.trim(),
    hypotheses: hypotheses.map((words) => ({ hypothesisId: newId(newHypothesisIdSchema), words })),
    memoId,
  });
  return answer.ok ? boardId : null;
};

type NewBoardProps = {
  readonly question: string;
  readonly memoId: MemoId | null;
  readonly close: () => void;
};

const NewBoard = ({ question: given, memoId, close }: NewBoardProps) => {
  const [question, setQuestion] = useState(given);
  const [typed, setTyped] = useState('');
  const begin = async (): Promise<void> => {
    const boardId = await beginBoard(question, readHypotheses(typed), memoId);
    if (boardId === null) return;
    close();
    goTo({ view: 'boards', boardId });
  };
  return (
    <FormDialog
      title="New board"
      submitName="Create board"
      isReady={question.trim() !== ''}
      onSubmit={begin}
      onClose={close}
    >
      <TextField
        label="Question"
        placeholder="Will a large bank be listed before autumn?"
        autoFocus
        value={question}
        maxLength={limitOf(questionSchema)}
        onChange={setQuestion}
      />
      <TextArea
        label="Hypotheses"
        hint="One per line, each a possible answer. You can add more later."
        rows={4}
        value={typed}
        onChange={setTyped}
      />
    </FormDialog>
  );
};

/** Asks for a question, with an optional proposal, and opens the new board. */
export const askForBoard = (question = '', memoId: MemoId | null = null): void =>
  openDialog('new-board', ({ close }) => <NewBoard question={question} memoId={memoId} close={close} />);
