import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Chronology, type ChronologyRow, chronologyFlags, eventRows } from '#domain/contract/event.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { eventIdSchema } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { LINE_CHUNK, Line, type LineColumn, LineGrid } from './LineGrid.tsx';
import styles from './source-page.module.css';

const columns: readonly LineColumn[] = [
  { id: 'when', name: 'When', width: '132px' },
  { id: 'what', name: 'What happened', width: 'minmax(0, 1fr)' },
  { id: 'passages', name: 'Passages', width: '64px', isNumber: true, needs: 'room' },
  { id: 'grades', name: 'Grades', width: '96px', needs: 'much room' },
  { id: 'dates', name: 'Also dated', width: 'minmax(0, 136px)', needs: 'much room' },
];

/** How many grades a line shows. */
const GRADES = 2;

const cellsOf = (row: ChronologyRow, flags: number): readonly ReactNode[] => [
  <span key="when" className={styles.when}>
    <i
      className={joinClasses(styles.dot, (flags & chronologyFlags.isInferred) !== 0 && styles.hatched)}
      aria-hidden
    />
    {printWhen(row.date, { isShort: true })}
    {row.isInferred && <span className="visually-hidden">, inferred</span>}
  </span>,
  <span key="what" className={styles.what} dir="auto">
    {row.title}
  </span>,
  row.passageCount === 0 ? (
    <span key="passages" className={styles.ended} title="No passage says so, so it is not evidence">
      none
    </span>
  ) : (
    row.passageCount.toLocaleString('en-GB')
  ),
  <span key="grades" className={styles.grades}>
    {row.grades.slice(0, GRADES).map((grade) => (
      <GradeSign key={`${grade.reliability}${grade.credibility}`} grade={grade} />
    ))}
    {row.grades.length > GRADES && <span className={styles.quiet}>+{row.grades.length - GRADES}</span>}
  </span>,
  row.contested.length === 0 ? null : (
    <span key="dates" className={styles.ended} title="Passages give these dates too">
      <TriangleAlert size={13} aria-hidden />
      {row.contested.map((date) => printWhen(date, { isShort: true })).join(', ')}
    </span>
  ),
];

type ChunkProps = { readonly data: Chronology; readonly chunk: number; readonly active: number };

const Chunk = ({ data, chunk, active }: ChunkProps) => {
  const first = chunk * LINE_CHUNK;
  const keys = data.keys.slice(first, first + LINE_CHUNK);
  const { data: rows } = useQuery(eventRows, { keys: [...keys] }, { keepsPrevious: true });
  const byKey = new Map(rows?.map((row) => [row.key, row]));
  return keys.map((key, at) => {
    const row = byKey.get(key);
    return (
      <Line
        key={key}
        index={first + at}
        isActive={first + at === active}
        columns={columns}
        cells={row === undefined ? undefined : cellsOf(row, data.flags[first + at] ?? 0)}
      />
    );
  });
};

/** The events that concern a source, in order of time. Enter opens one in the chronology. */
export const EventsAbout = ({ data }: { readonly data: Chronology }) => {
  const [activeKey, setActiveKey] = useViewState<string | null>('source.event', null);
  const active = activeKey === null ? -1 : data.keys.indexOf(activeKey);
  const open = (): void => {
    const eventId = eventIdSchema.safeParse(activeKey);
    if (eventId.success) goTo({ view: 'chronology', eventId: eventId.data });
  };
  return (
    <LineGrid
      label="Events"
      columns={columns}
      count={data.keys.length}
      isBusy={false}
      active={active}
      onActive={(line) => setActiveKey(data.keys[line] ?? null)}
      onOpen={open}
      chunk={(chunk) => <Chunk key={chunk} data={data} chunk={chunk} active={active} />}
    />
  );
};
