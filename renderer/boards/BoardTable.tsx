import { Ellipsis, MessageSquareText, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, memo, type Ref, useCallback, useEffect } from 'react';
import { mostStepsApart, stepsBetweenAnalysts } from '#domain/board/compare-cells.ts';
import { type EvidenceChange, sayChange } from '#domain/board/evidence-change.ts';
import type { BoardCell, BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import { sayOrigin } from '#domain/board/print-board.ts';
import { equalJson } from '#domain/equal-json.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import styles from './board-table.module.css';
import { initialsOf, nameOfAnalyst, numberOf } from './board-words.ts';
import { ExpectationMark } from './ExpectationMark.tsx';
import { type BoardPlace, type BoardSize, pressBoardKey } from './move-in-board.ts';

/** With more hypotheses a cell has room for its sign only. */
const MOST_WITH_BARS = 6;

export const hasRoomForBars = ({ hypotheses }: Pick<OpenBoard, 'hypotheses'>): boolean =>
  hypotheses.length <= MOST_WITH_BARS;

const idOfCell = ({ row, column }: BoardPlace): string => `board-cell-${row}-${column}`;

/** The cells and the probabilities below them share column widths. */
export const BoardColumns = ({ count, hasBars }: { readonly count: number; readonly hasBars: boolean }) => (
  <colgroup>
    <col className={styles.evidenceColumn} />
    <col className={styles.gradeColumn} />
    <col className={styles.stepsColumn} />
    <col span={Math.max(1, count)} className={hasBars ? styles.wideColumn : styles.narrowColumn} />
  </colgroup>
);

/** Changes to the evidence since the displayed cells were filled, each once. */
const marksOf = ({ standing, cells }: Pick<BoardRow, 'standing' | 'cells'>): readonly EvidenceChange[] => {
  if (standing === null) return [{ kind: 'gone' }];
  const all = cells.flatMap(({ changes }) => changes);
  return [...new Map(all.map((change) => [sayChange(change), change])).values()];
};

type RowData = {
  readonly row: BoardRow;
  readonly at: number;
  /** The column of the chosen cell; null if it is in another row. */
  readonly column: number | null;
  readonly hypothesisIds: readonly string[];
  readonly me: string;
  readonly isEveryone: boolean;
  readonly hasBars: boolean;
  readonly origin: string | null;
};
type RowProps = RowData & { readonly onPick: (place: BoardPlace, opens: boolean) => void };

const EvidenceCell = ({ row, origin }: Pick<RowProps, 'row' | 'origin'>) => {
  const { standing, words } = row;
  const title = standing === null ? undefined : (standing.articleTitle ?? 'Untitled');
  const place = standing?.paragraph == null ? null : `¶${standing.paragraph}`;
  const facts = [standing?.speaker ?? title ?? null, place];
  return (
    <>
      <span className={joinClasses(styles.words, standing === null && styles.gone)} dir="auto">
        {standing?.printed ?? words}
      </span>
      <span className={styles.facts}>
        {standing !== null && <LabelSign label={standing.label} hasName={false} />}
        <span className={styles.line} dir="auto" title={title}>
          {facts.filter((fact) => fact !== null).join(' · ')}
        </span>
      </span>
      {origin !== null && (
        <span className={joinClasses(styles.line, styles.origin)} dir="auto" title={origin}>
          {origin}
        </span>
      )}
    </>
  );
};

const Marks = ({ row }: Pick<RowProps, 'row'>) =>
  marksOf(row).map((change) => (
    <span key={change.kind} className={styles.changed}>
      <TriangleAlert size={12} aria-hidden /> {sayChange(change)}
    </span>
  ));

const OwnCell = ({ cell, hasBars }: { readonly cell: BoardCell | undefined; readonly hasBars: boolean }) =>
  cell === undefined ? (
    <span className={styles.unfilled}>not filled</span>
  ) : (
    <>
      <ExpectationMark expected={cell.expected} hasBar={hasBars} />
      {cell.reason !== '' && (
        <span className={styles.reason} title={cell.reason}>
          <MessageSquareText size={12} aria-label="has a reason" />
        </span>
      )}
    </>
  );

/** Every analyst's answer in one cell, and how far apart they are. */
const AllCells = ({ cells, me }: { readonly cells: readonly BoardCell[]; readonly me: string }) => {
  const apart = stepsBetweenAnalysts(cells) ?? 0;
  if (cells.length === 0) return <span className={styles.unfilled}>not filled</span>;
  return (
    <span className={styles.everyone}>
      {cells.map((cell) => (
        <span key={cell.analyst} className={styles.one} title={nameOfAnalyst(cell.analyst, me)}>
          <span className={styles.initials}>{initialsOf(cell.analyst, me)}</span>
          <ExpectationMark expected={cell.expected} hasBar={false} />
        </span>
      ))}
      {apart > 1 && <span className={styles.differ}>{apart} steps apart</span>}
    </span>
  );
};

const Row = ({ row, at, column, hypothesisIds, me, isEveryone, hasBars, origin, onPick }: RowProps) => {
  const cells = isEveryone ? row.cells : row.cells.filter(({ analyst }) => analyst === me);
  const shown = { ...row, cells };
  const apart = mostStepsApart(cells);
  const grade = row.standing?.state.grade;
  const isActive = (at_: number): boolean => column === at_;
  return (
    <tr aria-rowindex={at + 2}>
      <th
        scope="row"
        id={idOfCell({ row: at, column: -1 })}
        data-active={isActive(-1) || undefined}
        className={joinClasses(styles.evidence, isActive(-1) && styles.active)}
        onPointerDown={() => onPick({ row: at, column: -1 }, false)}
        onDoubleClick={() => onPick({ row: at, column: -1 }, true)}
      >
        <EvidenceCell row={row} origin={origin} />
      </th>
      <td>
        {grade === undefined || isUngraded(grade) ? (
          <span className={styles.quiet}>{grade === undefined ? '' : 'ungraded'}</span>
        ) : (
          <GradeSign grade={grade} />
        )}
        <Marks row={shown} />
      </td>
      <td className={styles.steps}>
        {apart === 0 ? <span title="All its cells are the same">none</span> : (apart ?? '–')}
      </td>
      {hypothesisIds.map((id, columnAt) => {
        const own = cells.filter(({ hypothesisId }) => hypothesisId === id);
        const isOld = own.some(({ changes }) => changes.length > 0);
        return (
          <td
            key={id}
            id={idOfCell({ row: at, column: columnAt })}
            data-active={isActive(columnAt) || undefined}
            className={joinClasses(styles.cell, isActive(columnAt) && styles.active, isOld && styles.old)}
            onPointerDown={() => onPick({ row: at, column: columnAt }, false)}
            onDoubleClick={() => onPick({ row: at, column: columnAt }, true)}
          >
            {isEveryone ? <AllCells cells={own} me={me} /> : <OwnCell cell={own[0]} hasBars={hasBars} />}
            {isOld && <span className="visually-hidden">, older than a change to its evidence</span>}
          </td>
        );
      })}
    </tr>
  );
};

/** After each key a board of 720 cells would render again: rows without changes are skipped. */
const BoardTableRow = memo(
  Row,
  ({ onPick: a, ...before }, { onPick: b, ...after }) => a === b && equalJson(before, after),
);

export type HypothesisAct = 'edit' | 'left' | 'right' | 'remove';

type HeadProps = Pick<OpenBoard, 'hypotheses'> & {
  readonly onHypothesis: (act: HypothesisAct, at: number) => void;
};

const Head = ({ hypotheses, onHypothesis }: HeadProps) => (
  <thead>
    <tr aria-rowindex={1}>
      <th scope="col" className={styles.evidence}>
        Evidence
      </th>
      <th scope="col">Grade</th>
      <th scope="col" className={styles.steps}>
        <span title="How far apart the cells of a row are">Steps apart</span>
      </th>
      {hypotheses.map(({ id, words }, at) => (
        <th key={id} scope="col" className={styles.hypothesis}>
          <span className={styles.number}>{numberOf(at)}</span>
          <Menu
            label={`${numberOf(at)} ${words}`}
            trigger={<IconButton icon={Ellipsis} label={`Change ${numberOf(at)}`} isSmall />}
            entries={[
              { id: 'edit', name: 'Edit…', run: () => onHypothesis('edit', at) },
              { id: 'left', name: 'Move left', isDisabled: at === 0, run: () => onHypothesis('left', at) },
              {
                id: 'right',
                name: 'Move right',
                isDisabled: at === hypotheses.length - 1,
                run: () => onHypothesis('right', at),
              },
              'separator',
              {
                id: 'remove',
                name: 'Remove from the board',
                isDangerous: true,
                run: () => onHypothesis('remove', at),
              },
            ]}
          />
          <span className={styles.hypothesisWords} dir="auto">
            {words}
          </span>
        </th>
      ))}
    </tr>
  </thead>
);

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

export type BoardTableProps = {
  readonly open: OpenBoard;
  /** As sorted. */
  readonly rows: readonly BoardRow[];
  readonly place: BoardPlace;
  readonly size: BoardSize;
  readonly isEveryone: boolean;
  readonly onPlace: (place: BoardPlace) => void;
  /** Enter or a double click: opens the passage, or the reason. */
  readonly onOpen: () => void;
  readonly onRemoveRow: () => void;
  readonly onHypothesis: (act: HypothesisAct, at: number) => void;
  readonly ref: Ref<HTMLTableElement>;
};

/** The cells of a board, by arrows and single keys; the chosen one is kept in view. */
export const BoardTable = (props: BoardTableProps) => {
  const { open, rows, place, size, isEveryone, onPlace, onOpen, onRemoveRow, onHypothesis, ref } = props;
  const latest = useLatest({ onPlace, onOpen });
  const hasBars = hasRoomForBars(open) && !isEveryone;
  useEffect(() => {
    const cell = document.getElementById(idOfCell({ row: place.row, column: place.column }));
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place.row, place.column]);
  const keyActs: Readonly<Record<string, () => void>> = {
    Enter: onOpen,
    // In a cell this key clears it, which is a command.
    ...(place.column === -1 ? { Delete: onRemoveRow } : {}),
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || hasModifier(event)) return;
    const next = pressBoardKey(event.key, place, size);
    const act = next === null ? keyActs[event.key] : () => onPlace(next);
    if (act === undefined) return;
    act();
    event.preventDefault();
  };
  const onPick = useCallback((picked: BoardPlace, opens: boolean) => {
    latest.current.onPlace(picked);
    if (opens) latest.current.onOpen();
  }, []);
  const hypothesisIds = open.hypotheses.map(({ id }) => id);
  return (
    <table
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows and cells of a table are those of a grid
      role="grid"
      aria-label="Cells of the board"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows.length === 0 ? undefined : idOfCell(place)}
      tabIndex={0}
      data-single-keys="board"
      className={joinClasses(styles.table, styles.cells)}
      onKeyDown={press}
    >
      <BoardColumns count={size.columns} hasBars={hasRoomForBars(open)} />
      <Head hypotheses={open.hypotheses} onHypothesis={onHypothesis} />
      <tbody>
        {rows.map((row, at) => (
          <BoardTableRow
            key={row.id}
            row={row}
            at={at}
            column={place.row === at ? place.column : null}
            hypothesisIds={hypothesisIds}
            me={open.me}
            isEveryone={isEveryone}
            hasBars={hasBars}
            origin={sayOrigin(row, rows)}
            onPick={onPick}
          />
        ))}
      </tbody>
    </table>
  );
};
