/** The dialogs of a board: its question, a hypothesis, and the search for evidence. */

import { useState } from 'react';
import { hypothesisWordsSchema, questionSchema } from '#domain/board/board.ts';
import type { OpenBoard } from '#domain/board/open-board.ts';
import { boardAddHypothesis, boardChange, boardChangeHypothesis } from '#domain/contract/board.ts';
import { type PassageRow, passageList } from '#domain/contract/passage.ts';
import { newHypothesisIdSchema, type PassageId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { putOnBoard } from '#renderer/parts/board/add-to-board.tsx';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import styles from './board-dialogs.module.css';

type Hypothesis = OpenBoard['hypotheses'][number];
type LineProps = {
  readonly title: string;
  readonly label: string;
  readonly submitName: string;
  readonly value: string;
  readonly maxLength: number;
  /** Saves it; returns whether it was saved. */
  readonly onKeep: (text: string) => Promise<boolean>;
  readonly close: () => void;
};

const LineDialog = ({ title, label, submitName, value, maxLength, onKeep, close }: LineProps) => {
  const [text, setText] = useState(value);
  const submit = async (): Promise<void> => {
    if (await onKeep(text.trim())) close();
  };
  return (
    <FormDialog
      title={title}
      submitName={submitName}
      isReady={text.trim() !== ''}
      onSubmit={submit}
      onClose={close}
    >
      <TextField label={label} autoFocus value={text} maxLength={maxLength} onChange={setText} />
    </FormDialog>
  );
};

export const askForQuestion = ({ board }: OpenBoard): void => {
  const editId = crypto.randomUUID();
  openDialog('board-question', ({ close }) => (
    <LineDialog
      title="Edit question"
      label="Question"
      submitName="Save"
      value={board.question}
      maxLength={limitOf(questionSchema)}
      onKeep={async (question) => (await act(boardChange, { boardId: board.id, question, editId })).ok}
      close={close}
    />
  ));
};

/** Asks for the words of a hypothesis, new or existing. */
export const askForHypothesis = (
  { board: { id: boardId } }: OpenBoard,
  hypothesis: Hypothesis | null,
): void => {
  const editId = crypto.randomUUID();
  const hypothesisId = hypothesis?.id ?? newId(newHypothesisIdSchema);
  const keep = async (words: string): Promise<boolean> =>
    hypothesis === null
      ? (await act(boardAddHypothesis, { boardId, hypothesisId: newId(newHypothesisIdSchema), words })).ok
      : (await act(boardChangeHypothesis, { boardId, hypothesisId, words, editId })).ok;
  openDialog('board-hypothesis', ({ close }) => (
    <LineDialog
      title={hypothesis === null ? 'Add hypothesis' : 'Edit hypothesis'}
      label="Hypothesis"
      submitName={hypothesis === null ? 'Add' : 'Save'}
      value={hypothesis?.words ?? ''}
      maxLength={limitOf(hypothesisWordsSchema)}
      onKeep={keep}
      close={close}
    />
  ));
};

const SHOWN = 50;

type FoundProps = {
  readonly rows: readonly PassageRow[];
  readonly picked: ReadonlySet<PassageId>;
  readonly onBoard: ReadonlySet<PassageId>;
  readonly onPick: (id: PassageId, isPicked: boolean) => void;
};

const Found = ({ rows, picked, onBoard, onPick }: FoundProps) => (
  <ul className={styles.found} aria-label="Passages found">
    {rows.map(({ id, printed, articleTitle, grade }) => (
      <li key={id}>
        <Checkbox
          isSelected={onBoard.has(id) || picked.has(id)}
          isDisabled={onBoard.has(id)}
          onChange={(isPicked) => onPick(id, isPicked)}
        >
          <span className={styles.passage}>
            <span className={styles.quote} dir="auto">
              {printed}
            </span>
            <span className={styles.facts} dir="auto">
              {onBoard.has(id) ? 'on the board · ' : ''}
              {articleTitle ?? 'Untitled'} <GradeSign grade={grade} />
            </span>
          </span>
        </Checkbox>
      </li>
    ))}
  </ul>
);

const EvidenceDialog = ({ open, close }: { readonly open: OpenBoard; readonly close: () => void }) => {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<PassageId>>(new Set());
  const { data } = useQuery(passageList, { filter: { text }, limit: SHOWN }, { keepsPrevious: true });
  const onBoard = new Set(open.rows.map(({ passageId }) => passageId));
  const pick = (id: PassageId, isPicked: boolean): void => {
    const next = new Set(picked);
    if (isPicked) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  const put = async (evidence: Parameters<typeof putOnBoard>[1]): Promise<void> => {
    if (await putOnBoard(open.board.id, evidence, false)) close();
  };
  const count = data?.count ?? 0;
  const isSearch = text.trim() !== '';
  return (
    <Dialog
      title="Add evidence"
      isOpen
      isMedium
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          {isSearch && count > 0 && (
            <Button onPress={() => void put({ kind: 'search', text: text.trim() })}>
              {count === 1 ? 'Add the passage found' : `Add all ${printCount(count, 'passage')} found`}
            </Button>
          )}
          <Button
            variant="primary"
            isDisabled={picked.size === 0}
            onPress={() => void put({ kind: 'passages', ids: [...picked] })}
          >
            {picked.size === 0 ? 'Add selected' : `Add ${printCount(picked.size, 'passage')}`}
          </Button>
        </>
      }
    >
      <div className={styles.evidence}>
        <SearchField
          label="Search the passages"
          placeholder="Words or filters such as tag: and grade:"
          value={text}
          onChange={setText}
          autoFocus
        />
        {data !== undefined && count === 0 && !isSearch && <p>No passages yet.</p>}
        {data !== undefined && count === 0 && isSearch && (
          <NothingFound title="No passages match" text={text} kind="passage" onChange={setText} />
        )}
        {data !== undefined && count > 0 && (
          <Found rows={data.rows} picked={picked} onBoard={onBoard} onPick={pick} />
        )}
        {data !== undefined && count > data.rows.length && (
          <p className={styles.facts}>
            The first {data.rows.length} of {count.toLocaleString('en-GB')}.
          </p>
        )}
      </div>
    </Dialog>
  );
};

/** Asks for passages: checked one by one, or all that a search finds. */
export const askForEvidence = (open: OpenBoard): void =>
  openDialog('board-evidence', ({ close }) => <EvidenceDialog open={open} close={close} />);
