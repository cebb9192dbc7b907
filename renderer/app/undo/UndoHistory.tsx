import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { wordStep } from '#domain/archive/step-words.ts';
import { bulkCancel } from '#domain/contract/passage.ts';
import { type UndoHistory as History, type StepLine, undoHistory } from '#domain/contract/undo.ts';
import { printCount } from '#domain/print-count.ts';
import { capital } from '#domain/text/capital.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ButtonRow, RowBody } from '#renderer/ui/collections/rows.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { ProgressBar } from '#renderer/ui/signs/progress.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import { askToUndoSending, type Direction, sendingIn, stepMany } from './step-back.tsx';
import styles from './undo-history.module.css';

type Going = { readonly which: Direction; readonly done: number; readonly count: number };

const actName: Readonly<Record<Direction, string>> = { undo: 'Undo', redo: 'Redo' };
const doneName: Readonly<Record<Direction, string>> = { undo: 'Undone', redo: 'Redone' };

/**
 * Goes many steps in one direction and reports progress. It can be cancelled: a step under way over many files is
 * rolled back, completed steps stay.
 */
const useGoing = (onDone: () => void) => {
  const [going, setGoing] = useState<Going | null>(null);
  const isStopped = useRef(false);
  const go = async (which: Direction, count: number): Promise<void> => {
    isStopped.current = false;
    const went = await stepMany(which, count, (done) => {
      setGoing({ which, done, count });
      return !isStopped.current;
    });
    if (went > 0) sayDone(`${doneName[which]}: ${printCount(went, 'step')}`);
    onDone();
  };
  const stop = (): void => {
    isStopped.current = true;
    // Not queued, or it would wait for the step.
    void request(bulkCancel, {});
  };
  return { going, go, stop };
};

type LinesProps = {
  readonly which: Direction;
  readonly lines: readonly StepLine[];
  readonly onGo: (which: Direction, count: number) => void;
};

/** The steps in one direction; a press goes as far as that step. */
const Lines = ({ which, lines, onGo }: LinesProps) => {
  const rows = lines.map((line, at) => ({ ...line, count: at + 1 }));
  return (
    <ul className="plain-list">
      {(which === 'redo' ? rows.toReversed() : rows).map(({ name, title, count }) => (
        <li key={count} className={which === 'redo' ? styles.undone : undefined}>
          <ButtonRow onPress={() => onGo(which, count)}>
            <RowBody look="name" title={capital(wordStep(name))} meta={title} />
            <span className={styles.act}>
              {actName[which]} {printCount(count, 'step')}
            </span>
          </ButtonRow>
        </li>
      ))}
    </ul>
  );
};

const rowsOf = (list: Element | null): readonly HTMLButtonElement[] => [
  ...(list?.querySelectorAll('button') ?? []),
];

const rowAfter = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};

/** Arrow keys move between steps, as in any list. */
const moveFocus = (event: KeyboardEvent<HTMLDivElement>): void => {
  const rows = rowsOf(event.currentTarget);
  const at = rows.findIndex((row) => row.matches(':focus'));
  const next = rowAfter(event.key, at, rows.length);
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
};

const Steps = ({ history, onGo }: { readonly history: History; readonly onGo: LinesProps['onGo'] }) => {
  const steps = useRef<HTMLDivElement>(null);
  // The last step done, or the next to redo if all were undone.
  const current = Math.min(history.redo.length, history.undo.length + history.redo.length - 1);
  const begin = useRef(current);
  useEffect(() => rowsOf(steps.current)[begin.current]?.focus(), []);
  if (history.undo.length + history.redo.length === 0)
    return <EmptyState title="Nothing to undo">Your next steps will be listed here.</EmptyState>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form; these are two lists that share keys
    <div ref={steps} className={styles.steps} role="group" aria-label="Steps" onKeyDownCapture={moveFocus}>
      <Lines which="redo" lines={history.redo} onGo={onGo} />
      <div className={styles.now}>
        <span>Now</span>
      </div>
      <Lines which="undo" lines={history.undo} onGo={onGo} />
    </div>
  );
};

/** The steps of this session, the newest first; a press undoes or redoes up to there. */
export const UndoHistory = ({ onClose }: { readonly onClose: () => void }) => {
  const { data: history } = useQuery(undoHistory, {});
  const { going, go, stop } = useGoing(onClose);
  return (
    <Dialog
      title="Undo history"
      isOpen
      isMedium
      onClose={going === null ? onClose : stop}
      actions={<Button onPress={going === null ? onClose : stop}>{going === null ? 'Close' : 'Stop'}</Button>}
    >
      {going !== null && <ProgressBar label={actName[going.which]} done={going.done} total={going.count} />}
      {going === null && history !== undefined && (
        <Steps
          history={history}
          onGo={(which, count) => {
            const sent = which === 'undo' ? sendingIn(history.undo.slice(0, count)) : undefined;
            if (sent === undefined) void go(which, count);
            else askToUndoSending(sent.title, () => void go(which, count));
          }}
        />
      )}
    </Dialog>
  );
};
