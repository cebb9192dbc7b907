import { Fragment, type ReactNode } from 'react';
import type { MemoHead } from '#domain/memo/memo.ts';
import { printAsOf, printDay, printPeriod } from '#domain/memo/print/print-date.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './head.module.css';

/** The fields of the head to which its line leads. */
export const lineFields = ['for', 'from', 'asOf', 'marking', 'number', 'period', 'restrictions'] as const;
export type LineField = (typeof lineFields)[number];

type Piece = { readonly field: LineField; readonly name: string; readonly value: ReactNode };

const named = (field: LineField, name: string, value: string): Piece => ({
  field,
  name,
  value: value === '' ? <i>not set</i> : <b dir="auto">{value}</b>,
});

/** The five common fields, and below them the rare ones. */
const linesOf = (head: MemoHead, isWhole: boolean, hasPeriod: boolean): readonly (readonly Piece[])[] => {
  const { period, restrictions, marking } = head;
  const rare = [
    ...(hasPeriod ? [named('period', 'Period', period === undefined ? '' : printPeriod(period))] : []),
    ...(restrictions === '' ? [] : [named('restrictions', 'Restrictions', restrictions)]),
  ];
  return [
    [
      named('for', 'For', head.for),
      named('from', 'From', head.from),
      named('asOf', 'As of', isWhole ? printAsOf(head.asOf) : printDay(head.asOf)),
      {
        field: 'marking',
        name: marking === null ? 'Marking' : '',
        value: marking === null ? <i>none</i> : <MarkingSign marking={marking} />,
      },
      named('number', '', head.referenceNumber),
    ],
    ...(rare.length === 0 ? [] : [rare]),
  ];
};

const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <span className={styles.pieces}>
    {pieces.map(({ field, name, value }, at) => (
      <Fragment key={field}>
        {at > 0 && <span aria-hidden> · </span>}
        <span className={styles.piece} data-line-field={field}>
          {name !== '' && <span>{name} </span>}
          {value}
        </span>
      </Fragment>
    ))}
  </span>
);

export type HeadLineProps = {
  readonly head: MemoHead;
  /** Whether its form asks for the period covered. */
  readonly hasPeriod?: boolean;
  /** Opens the fields at the pressed one; null if the memo was sent. */
  readonly onOpen: ((field: LineField) => void) | null;
};

/** Whom a memo is for and from, its date, marking and number, on one line. */
export const HeadLine = ({ head, hasPeriod = head.period !== undefined, onOpen }: HeadLineProps) => {
  const lines = linesOf(head, onOpen === null, hasPeriod).map((pieces, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the first line is always the first
    <Pieces key={at} pieces={pieces} />
  ));
  if (onOpen === null) return <div className={styles.line}>{lines}</div>;
  return (
    <button
      type="button"
      className={joinClasses(styles.line, styles.opens)}
      aria-expanded={false}
      data-head-line
      onClick={({ target }) => {
        const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-line-field]') : null;
        onOpen(lineFields.find((field) => field === pressed?.dataset.lineField) ?? 'for');
      }}
    >
      <span className="visually-hidden">Edit the head: </span>
      {lines}
    </button>
  );
};
