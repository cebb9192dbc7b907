import type { ReactNode } from 'react';
import { originsNamedApart } from '#domain/contract/origins-named-apart.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { SourceRef } from '#domain/contract/source.ts';
import type { PassageColumnId } from '#domain/search/passage-order.ts';
import { isolated } from '#domain/text/join-facts.ts';
import type { CalendarDate } from '#domain/time.ts';
import { printShortDay } from '#renderer/parts/dates/print-date.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { printRowPlace, printRowVersion } from '#renderer/parts/passage/line/print-row-place.ts';
import { PassageWords } from '#renderer/parts/passage/region/PassageWords.tsx';
import { type Codebook, printPath } from '#renderer/parts/tag/use-tags.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './passage-table.module.css';

export type PassageCellProps = {
  readonly row: PassageRow;
  readonly column: PassageColumnId;
  readonly tags: Codebook;
  readonly today: CalendarDate;
};

const withLetter = ({ name, reliability }: SourceRef): string =>
  reliability === null ? name : `${name} (${reliability})`;

/** Where the names above do not say of what origin it is: passages of one origin confirm nothing. */
const wordOrigins = (row: PassageRow): string | null => {
  if (originsNamedApart(row).length === 0) return null;
  const names = row.origins.map(({ name }) => name).join(', ');
  return row.origins.length > 1 ? `one text in ${names}` : `origin: ${names}`;
};

/** Who says it in one line; publication and origin are in its tooltip and in the preview. */
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

const TagNames = ({ row, tags }: Pick<PassageCellProps, 'row' | 'tags'>) => {
  const names = row.tagIds.flatMap((id) => tags.byId.get(id) ?? []).map(({ path }) => printPath(path));
  return <div className={joinClasses(styles.clamped, styles.tags)}>{names.join(', ')}</div>;
};

/** A zero is noise in a table: it is left out. */
const count = (number: number): string => (number === 0 ? '' : String(number));

/** The paragraph, and above it the page of a text that has pages. */
const Place = (row: PassageCellProps['row']) =>
  row.page === null ? (
    row.paragraph
  ) : (
    <div title={printRowPlace(row)}>
      <div className={styles.clamped}>p. {row.page}</div>
      {row.paragraph}
    </div>
  );

const drawings: Readonly<Record<PassageColumnId, (props: PassageCellProps) => ReactNode>> = {
  quote: ({ row }) => <PassageWords row={row} />,
  label: ({ row }) => <LabelSign label={row.label} />,
  tags: ({ row, tags }) => <TagNames row={row} tags={tags} />,
  speaker: ({ row }) => <Speaker {...row} />,
  article: ({ row }) => (
    <div>
      <div className={styles.clamped} title={row.articleTitle ?? undefined} dir="auto">
        {row.articleTitle ?? 'Untitled'}
      </div>
      {row.readings.length > 1 && <div className={styles.quiet}>{printRowVersion(row)}</div>}
    </div>
  ),
  grade: ({ row }) => <GradeSign grade={row.grade} />,
  paragraph: ({ row }) => <Place {...row} />,
  publishedAt: ({ row, today }) => (row.publishedAt === null ? null : printShortDay(row.publishedAt, today)),
  relationCount: ({ row }) => count(row.relationCount),
  openTaskCount: ({ row }) => count(row.openTaskCount),
  citedIn: ({ row }) => count(row.citedIn.length),
};

export const PassageCell = (props: PassageCellProps) => drawings[props.column](props);
