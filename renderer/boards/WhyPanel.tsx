import { EyeOff, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Expectation } from '#domain/board/board.ts';
import { explainChange } from '#domain/board/evidence-change.ts';
import { keyOf, sayExpectation, signOf } from '#domain/board/expectation.ts';
import type { BoardCell, BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import { sayOrigin } from '#domain/board/print-board.ts';
import { boardReason } from '#domain/contract/board.ts';
import { act } from '#renderer/bridge/act.ts';
import { printStatedDay } from '#renderer/parts/dates/print-date.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { CommandButton } from '#renderer/parts/menu/CommandKbd.tsx';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { SidePanel } from '#renderer/ui/panes/SidePanel.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useToday } from '#renderer/window/today.ts';
import { fillCell, keepCells, ownCell } from './board-acts.ts';
import { nameOfAnalyst, numberOf, sayHidden } from './board-words.ts';
import styles from './why-panel.module.css';

type Hypothesis = OpenBoard['hypotheses'][number];

export type WhyPanelProps = {
  readonly open: OpenBoard;
  readonly row: BoardRow | undefined;
  /** The column; -1 is the evidence itself. */
  readonly column: number;
  readonly isShown: boolean;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  /** Returns to the cells. */
  readonly onLeave: () => void;
};

const Evidence = ({
  open,
  row,
  onOpen,
}: { readonly row: BoardRow } & Pick<WhyPanelProps, 'open' | 'onOpen'>) => {
  const { standing, words } = row;
  const origin = sayOrigin(row, open.rows);
  const today = useToday();
  return (
    <div className={styles.evidence}>
      <p className={styles.words} dir="auto">
        {standing?.printed ?? words}
      </p>
      {standing === null ? (
        <p className={styles.quiet}>This is its text when it was added to the board.</p>
      ) : (
        <>
          <p className={styles.quiet} dir="auto">
            {[
              standing.speaker,
              standing.articleTitle ?? 'Untitled',
              standing.date === null ? null : printStatedDay(standing.date, today),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
          <div className={styles.signs}>
            <LabelSign label={standing.label} />
            <GradeSign grade={standing.state.grade} />
            <Button isSmall variant="quiet" onPress={onOpen}>
              Go to the passage
            </Button>
          </div>
        </>
      )}
      {origin !== null && <p className={styles.quiet}>{origin}</p>}
    </div>
  );
};

type ChoiceProps = {
  readonly open: OpenBoard;
  readonly row: BoardRow;
  readonly hypothesis: Hypothesis;
  readonly cell: BoardCell | undefined;
};

/** From most expected down; “does not bear on it” is not a step and comes last. */
const choices: readonly Expectation[] = [5, 4, 3, 2, 1, 'none'];

const Choices = ({ open, row, hypothesis, cell }: ChoiceProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the panel.
  <div role="group" aria-label="How expected would this be?" className={styles.choices}>
    {choices.map((expected) => (
      <AriaButton
        key={expected}
        aria-pressed={cell?.expected === expected}
        className={joinClasses(styles.choice, cell?.expected === expected && styles.chosen)}
        onPress={() => fillCell(open, row, hypothesis, expected)}
      >
        <Kbd keys={keyOf(expected)} />
        <span className={styles.sign} aria-hidden>
          {signOf(expected)}
        </span>
        <span>{sayExpectation(expected)}</span>
      </AriaButton>
    ))}
    {cell !== undefined && (
      <Button isSmall variant="quiet" onPress={() => fillCell(open, row, hypothesis, null)}>
        Clear
      </Button>
    )}
  </div>
);

/** How the evidence has changed since the cell was filled, and what can be done. */
const Changed = ({ open, row, cell }: Pick<ChoiceProps, 'open' | 'row'> & { readonly cell: BoardCell }) => {
  const own = row.cells.filter(({ analyst, changes }) => analyst === open.me && changes.length > 0);
  if (cell.changes.length === 0) return null;
  const isGone = cell.changes.some(({ kind }) => kind === 'gone');
  return (
    <div className={styles.changed}>
      <p className={styles.changedTitle}>
        <TriangleAlert size={13} aria-hidden /> Evidence changed since you filled this
      </p>
      {cell.changes.map((change) => (
        <p key={change.kind}>{explainChange(change)}</p>
      ))}
      {isGone ? (
        <p>Restore it from the trash, or remove the evidence from the board.</p>
      ) : (
        <>
          <p>Fill the cell again, or keep it.</p>
          <Button isSmall onPress={() => void keepCells(open, row)}>
            {own.length === 1 ? 'Keep the cell' : `Keep all ${own.length} of this row`}
          </Button>
        </>
      )}
    </div>
  );
};

const Others = ({ open, row, hypothesis }: Omit<ChoiceProps, 'cell'>) => {
  const hidden = sayHidden(open);
  const others = row.cells.filter(
    ({ analyst, hypothesisId }) => analyst !== open.me && hypothesisId === hypothesis.id,
  );
  if (hidden === null && others.length === 0) return null;
  return (
    <section className={styles.others} aria-label="Other analysts">
      <h3>Others</h3>
      {others.map((cell) => (
        <p key={cell.analyst}>
          <strong>{nameOfAnalyst(cell.analyst, open.me)}</strong>: {sayExpectation(cell.expected)}
          {cell.reason !== '' && <span dir="auto">. {cell.reason}</span>}
        </p>
      ))}
      {hidden !== null && (
        <p className={styles.quiet}>
          <EyeOff size={13} aria-hidden /> {hidden}
        </p>
      )}
    </section>
  );
};

const Reason = ({ open, row, hypothesis, cell }: ChoiceProps) => {
  const commit = async (reason: string): Promise<boolean> =>
    (
      await act(boardReason, {
        boardId: open.board.id,
        evidenceId: row.id,
        hypothesisId: hypothesis.id,
        reason,
        editId: crypto.randomUUID(),
      })
    ).ok;
  if (cell === undefined) return <p className={styles.quiet}>Fill the cell to give a reason.</p>;
  return (
    <CommitField
      key={`${row.id} ${hypothesis.id}`}
      label="My reason"
      rows={3}
      value={cell.reason}
      onCommit={commit}
    />
  );
};

const CellPart = (props: ChoiceProps & { readonly at: number }) => {
  const { open, row, hypothesis, cell, at } = props;
  return (
    <>
      <p className={styles.if}>
        If {numberOf(at)} “<span dir="auto">{hypothesis.words}</span>” were true, how expected would this be?
      </p>
      <Choices {...props} />
      <Reason {...props} />
      <div className={styles.signs}>
        <CommandButton isQuiet command="cell.rests-on">
          Rests on
        </CommandButton>
      </div>
      <Others open={open} row={row} hypothesis={hypothesis} />
      {cell !== undefined && <Changed open={open} row={row} cell={cell} />}
    </>
  );
};

const partsOf = ({ open, row, column }: Pick<WhyPanelProps, 'open' | 'row' | 'column'>): ReactNode => {
  const hypothesis = open.hypotheses[column];
  if (row === undefined || hypothesis === undefined) return null;
  const cell = ownCell(open, row, hypothesis);
  return <CellPart open={open} row={row} hypothesis={hypothesis} cell={cell} at={column} />;
};

/** The answer in the chosen cell and its reason; in the first column, the evidence itself. */
export const WhyPanel = ({ open, row, column, isShown, onClose, onOpen, onLeave }: WhyPanelProps) => {
  const body = useRef<HTMLDivElement>(null);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <SidePanel label="Why" isShown={isShown} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc of whatever in it has the focus. */}
      <div ref={body} className={styles.why} onKeyDown={leave} data-why>
        <h2>Why</h2>
        {row === undefined ? (
          <p className={styles.quiet}>Select a cell to see what it says and why.</p>
        ) : (
          <Evidence open={open} row={row} onOpen={onOpen} />
        )}
        {partsOf({ open, row, column })}
      </div>
    </SidePanel>
  );
};
