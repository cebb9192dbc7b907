// biome-ignore-all lint/a11y: the lines of a virtual grid are no table elements; the keys are with the grid alone
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { originsNamedApart, type PassageRow } from '#domain/contract/passage.ts';
import type { SourceRef } from '#domain/contract/source.ts';
import type { PassageColumnId, PassageGrouping } from '#domain/search/passage-order.ts';
import { isolated } from '#domain/text/join-facts.ts';
import type { CalendarDate } from '#domain/time.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { printShortDay } from '#renderer/parts/dates/print-date.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { PassageWords } from '#renderer/parts/passage/PassageWords.tsx';
import { printRowPlace, printRowVersion } from '#renderer/parts/passage/print-row-place.ts';
import { type Codebook, printPath } from '#renderer/parts/tag/use-tags.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './passage-table.module.css';
import type { PassageColumn } from './table/passage-columns.ts';
import type { TableLine } from './table-layout.ts';

/** The element id of a line, for `aria-activedescendant`. */
export const lineElementId = (index: number): string => `passage-line-${index}`;

/** The index of the line that contains the target; -1 if none does. */
export const lineIndexOf = (target: EventTarget): number => {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return line?.dataset.line === undefined ? -1 : Number(line.dataset.line);
};

type LineProps = {
  readonly line: TableLine;
  readonly isActive: boolean;
};

const shellOf = ({ line: { index, top, height } }: LineProps) => ({
  id: lineElementId(index),
  role: 'row',
  'data-line': index,
  // The head is the first row.
  'aria-rowindex': index + 2,
  style: { transform: `translateY(${top}px)`, height },
});

export const untitledGroups: Readonly<Record<PassageGrouping, string>> = {
  none: '',
  tag: 'Without a tag',
  speaker: 'Without a speaker',
  origin: 'Origin not known',
  article: 'Untitled',
  label: '',
};

export type GroupLineProps = LineProps & { readonly grouping: PassageGrouping; readonly isClosed: boolean };

/** The heading of a section: what its passages share, and their number. */
export const GroupLine = memo((props: GroupLineProps) => {
  const { line, grouping, isClosed, isActive } = props;
  const { title, passageIds } = line.group;
  const Sign = isClosed ? ChevronRight : ChevronDown;
  return (
    <div
      {...shellOf(props)}
      aria-level={1}
      aria-expanded={!isClosed}
      className={joinClasses(styles.line, styles.group, isActive && styles.active)}
    >
      <div role="gridcell" className={styles.groupName}>
        <Sign size={14} aria-hidden />
        <bdi>{title ?? untitledGroups[grouping]}</bdi>
        <span className={styles.groupCount}>{passageIds.length.toLocaleString('en-GB')}</span>
      </div>
    </div>
  );
});

export type PassageLineProps = LineProps & {
  /** Undefined while it is asked for. */
  readonly row: PassageRow | undefined;
  readonly columns: readonly PassageColumn[];
  readonly tags: Codebook;
  readonly today: CalendarDate;
  readonly isInSection: boolean;
  readonly isSelected: boolean;
};

type PassageCellProps = {
  readonly row: PassageRow;
  readonly column: PassageColumnId;
  readonly tags: Codebook;
  readonly today: CalendarDate;
};

const withLetter = ({ name, reliability }: SourceRef): string =>
  reliability === null ? name : `${name} (${reliability})`;

/** The origin, if the names above do not show it: passages of one origin do not confirm each other. */
const wordOrigins = (row: PassageRow): string | null => {
  if (originsNamedApart(row).length === 0) return null;
  const names = row.origins.map(({ name }) => name).join(', ');
  return row.origins.length > 1 ? `same text in ${names}` : `origin: ${names}`;
};

/** The speaker on one line; publication and origin are in its tooltip and in the preview. */
const Speaker = (row: PassageRow) => {
  const { speaker, publication } = row;
  const carrier = publication === null ? null : `→ ${isolated(withLetter(publication))}`;
  const whole = [speaker && isolated(speaker.name), carrier].filter((part) => part != null).join(' ');
  return (
    <span
      className={joinClasses(styles.name, speaker === null && styles.quiet)}
      title={[whole, wordOrigins(row)].filter(Boolean).join('\n')}
    >
      {speaker?.name ?? carrier}
    </span>
  );
};

const Concerned = ({ concerned }: PassageRow) => (
  <div className={styles.clamped} title={concerned.map(({ name }) => name).join('\n')}>
    {concerned.map(({ name }) => isolated(name)).join(', ')}
  </div>
);

const TagNames = ({ row, tags }: Pick<PassageCellProps, 'row' | 'tags'>) => {
  const names = row.tagIds.flatMap((id) => tags.byId.get(id) ?? []).map(({ path }) => printPath(path));
  return <div className={joinClasses(styles.clamped, styles.tags)}>{names.join(', ')}</div>;
};

/** Zeros would be noise in a table. */
const count = (number: number): string => (number === 0 ? '' : String(number));

/** The paragraph, and above it the page if the text has pages. */
const Place = (row: PassageCellProps['row']) =>
  row.page === null ? (
    row.paragraph
  ) : (
    <div title={printRowPlace(row)}>
      <div className={styles.unbroken}>p.&nbsp;{row.page}</div>
      {row.paragraph}
    </div>
  );

const drawings: Readonly<Record<PassageColumnId, (props: PassageCellProps) => ReactNode>> = {
  quote: ({ row }) => <PassageWords row={row} />,
  label: ({ row }) => <LabelSign label={row.label} />,
  tags: ({ row, tags }) => <TagNames row={row} tags={tags} />,
  speaker: ({ row }) => <Speaker {...row} />,
  concerned: ({ row }) => <Concerned {...row} />,
  article: ({ row }) => (
    <div>
      <div className={styles.clamped} title={row.articleTitle ?? undefined} dir="auto">
        {row.articleTitle ?? 'Untitled'}
      </div>
      {row.readings.length > 1 && <div className={styles.quiet}>{printRowVersion(row)}</div>}
    </div>
  ),
  grade: ({ row }) =>
    isUngraded(row.grade) ? <span className={styles.quiet}>none</span> : <GradeSign grade={row.grade} />,
  paragraph: ({ row }) => <Place {...row} />,
  publishedAt: ({ row, today }) => (row.publishedAt === null ? null : printShortDay(row.publishedAt, today)),
  relationCount: ({ row }) => count(row.relationCount),
  openTaskCount: ({ row }) => count(row.openTaskCount),
  citedIn: ({ row }) => count(row.citedIn.length),
};

const PassageCell = (props: PassageCellProps) => drawings[props.column](props);

/** A passage. A placeholder until its row has loaded. */
export const PassageLine = memo((props: PassageLineProps) => {
  const { line, row, columns, tags, today, isInSection, isSelected, isActive } = props;
  return (
    <div
      {...shellOf(props)}
      {...(isInSection && { 'aria-level': 2 })}
      aria-selected={isSelected}
      draggable
      data-passage-id={line.passageId}
      data-selected={isSelected || undefined}
      className={joinClasses(styles.line, styles.row, styles.tracks, isActive && styles.active)}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={joinClasses(styles.cell, column.isNumber && styles.number)}
        >
          {row === undefined ? (
            column.id === 'quote' && <span className={styles.waiting} />
          ) : (
            <PassageCell row={row} column={column.id} tags={tags} today={today} />
          )}
        </div>
      ))}
    </div>
  );
});
