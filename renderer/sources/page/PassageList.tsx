import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import {
  type SourcePassageList as ListName,
  type SourcePassage,
  sourcePassages,
} from '#domain/contract/source-page.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import type { PassageId, SourceId } from '#domain/ids.ts';
import type { CalendarDate } from '#domain/time.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { passageActs } from '#renderer/commands/context-menu.ts';
import { printStatedDay } from '#renderer/parts/dates/print-date.ts';
import { printPartialDate } from '#renderer/parts/dates/print-span.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { PassageWords } from '#renderer/parts/passage/PassageWords.tsx';
import { printRowPlace, printRowVersion } from '#renderer/parts/passage/print-row-place.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { LINE_CHUNK, Line, type LineColumn, LineGrid, lineOf } from './LineGrid.tsx';
import styles from './source-page.module.css';

export type PassagesAsked = {
  readonly sourceId: SourceId;
  readonly list: ListName;
  readonly text: string;
};

const askedFor = (asked: PassagesAsked, chunk: number) => ({
  ...asked,
  first: chunk * LINE_CHUNK,
  limit: LINE_CHUNK,
});

/** The active line and its passage; null while that is loading. */
type ActiveLine = { readonly line: number; readonly passageId: PassageId | null };

const nowhere: ActiveLine = { line: -1, passageId: null };

export type ListedPassages = {
  readonly asked: PassagesAsked;
  /** Undefined until the first answer. */
  readonly count: number | undefined;
  /** The active line; -1 for none. */
  readonly active: number;
  readonly setActive: (line: number) => void;
  readonly row: SourcePassage | undefined;
};

/**
 * A list and its active line. If lines above come or go, the active passage stays active if it is near; if it is gone,
 * the passage in its place becomes active, so that one can work down a list that an act has shortened.
 */
export const usePassages = (asked: PassagesAsked): ListedPassages => {
  // Another search is another list: nothing in it replaces the earlier choice.
  const [{ line, passageId }, setLine] = useViewState(`source.line ${JSON.stringify(asked)}`, nowhere);
  const chunk = Math.floor(Math.max(0, line) / LINE_CHUNK);
  const { data, isPrevious } = useQuery(sourcePassages, askedFor(asked, chunk), { keepsPrevious: true });
  const rows = isPrevious ? noRows : (data?.rows ?? noRows);
  const found = line === -1 ? -1 : rows.findIndex(({ row }) => row.id === passageId);
  const active = found === -1 ? Math.min(line, (data?.count ?? line + 1) - 1) : chunk * LINE_CHUNK + found;
  const row = active === -1 ? undefined : rows[active - chunk * LINE_CHUNK];
  const standsAt = row?.row.id ?? null;
  useEffect(() => {
    if (standsAt !== null && (active !== line || standsAt !== passageId))
      setLine({ line: active, passageId: standsAt });
  }, [active, line, standsAt, passageId, setLine]);
  const setActive = useCallback((next: number) => setLine({ line: next, passageId: null }), [setLine]);
  return { asked, count: data?.count, active, setActive, row };
};

const noRows: readonly SourcePassage[] = [];

const columnsOf = (list: ListName, isPerson: boolean): readonly LineColumn[] => [
  { id: 'quote', name: 'Quote', width: 'minmax(0, 1fr)' },
  { id: 'label', name: 'Label', width: '76px', needs: 'room' },
  { id: 'grade', name: 'Grade', width: '40px' },
  list === 'says' && isPerson
    ? { id: 'post', name: 'Post at the time', width: 'minmax(0, 140px)', needs: 'much room' }
    : { id: 'post', name: 'Said by', width: 'minmax(0, 140px)', needs: 'much room' },
  { id: 'article', name: 'Article', width: 'minmax(0, 120px)', needs: 'much room' },
  { id: 'date', name: 'Date', width: '78px', isNumber: true },
];

const Words = ({ row, translation }: SourcePassage) =>
  translation === null ? (
    <PassageWords row={row} />
  ) : (
    <span className={styles.words}>
      <PassageWords row={row} lines={1} />
      <span
        className={styles.translation}
        lang={translation.language}
        dir="auto"
        title={`${nameOfLanguage(translation.language)}${translation.isByMachine ? ', by machine' : ''}: ${translation.words}`}
      >
        {translation.isByMachine && <em>machine translation: </em>}
        {translation.words}
      </span>
    </span>
  );

/** How many a line shows; all of them are in its tooltip. */
const POSTS = 2;

/** A post that had ended by the article's day says so: either it or the position may be out of date. */
const Post = ({ postThen: { posts, endedAt }, row }: SourcePassage) => (
  <span title={posts.join('\n')}>
    {posts.slice(0, endedAt === null ? POSTS : 1).map((post) => (
      <span key={post} className={styles.cut} dir="auto">
        {post}
      </span>
    ))}
    {endedAt !== null && row.publishedAt !== null && (
      <span
        className={styles.ended}
        title="The article gives a post that had ended by its date, as the positions have it"
      >
        <TriangleAlert size={13} aria-hidden /> post ended {printEnd(endedAt, row.publishedAt)}
      </span>
    )}
  </span>
);

/** "in Feb", "in 2023", "on 3 Feb": as precise as known, with the year if it differs from the article's. */
const printEnd = (endedAt: PartialDate, publishedAt: string): string => {
  const isSameYear = endedAt.slice(0, 4) === publishedAt.slice(0, 4);
  const printed = printPartialDate(endedAt, 'short');
  const short = isSameYear && endedAt.length > 4 ? printed.replace(/ \d{4}$/, '') : printed;
  return `${endedAt.length === 10 ? 'on' : 'in'} ${short}`;
};

const Speaker = ({
  row: { speaker, publication },
  postThen: {
    posts: [post],
  },
}: SourcePassage) => (
  <>
    <span className={styles.cut} dir="auto">
      {speaker?.name ?? publication?.name ?? ''}
    </span>
    {speaker !== null && post !== undefined && (
      <span className={styles.second} dir="auto">
        {post}
      </span>
    )}
  </>
);

type CellsOf = (row: SourcePassage) => readonly ReactNode[];

const cellsWith =
  (hasSpeaker: (row: SourcePassage) => boolean, today: CalendarDate): CellsOf =>
  (each) => {
    const { row } = each;
    const place = printRowPlace(row);
    return [
      <Words key="quote" {...each} />,
      <LabelSign key="label" label={row.label} />,
      isUngraded(row.grade) ? (
        <span key="grade" className={styles.quiet}>
          none
        </span>
      ) : (
        <GradeSign key="grade" grade={row.grade} />
      ),
      hasSpeaker(each) ? <Speaker key="post" {...each} /> : <Post key="post" {...each} />,
      <span key="article" className={styles.article} title={row.articleTitle ?? 'Untitled'}>
        <span dir="auto">{row.articleTitle ?? 'Untitled'}</span>
        {place !== '' && <span className={styles.place}>{place}</span>}
        {row.readings.length > 1 && <span className={styles.second}>{printRowVersion(row)}</span>}
      </span>,
      <span key="date" className={styles.quiet}>
        {row.publishedAt === null ? 'no date' : printStatedDay(row.publishedAt, today)}
      </span>,
    ];
  };

type ChunkProps = {
  readonly asked: PassagesAsked;
  readonly chunk: number;
  readonly count: number;
  readonly active: number;
  readonly columns: readonly LineColumn[];
  readonly cellsOf: CellsOf;
};

const Chunk = ({ asked, chunk, count, active, columns, cellsOf }: ChunkProps) => {
  const { data } = useQuery(sourcePassages, askedFor(asked, chunk), { keepsPrevious: true });
  const first = chunk * LINE_CHUNK;
  return Array.from({ length: Math.min(LINE_CHUNK, count - first) }, (_, at) => {
    const row = data?.rows[at];
    return (
      <Line
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, which it keeps until its row comes
        key={first + at}
        index={first + at}
        isActive={first + at === active}
        columns={columns}
        cells={row === undefined ? undefined : cellsOf(row)}
      />
    );
  });
};

export type PassageListProps = {
  readonly label: string;
  readonly passages: ListedPassages;
  readonly isPerson: boolean;
  readonly onOpen: () => void;
};

/** What a source says, or what is said of it, the latest first. */
export const PassageList = ({ label, passages, isPerson, onOpen }: PassageListProps) => {
  const { asked, count = 0, active, setActive } = passages;
  const today = useToday();
  const columns = useMemo(() => columnsOf(asked.list, isPerson), [asked.list, isPerson]);
  const cellsOf = useMemo(
    () =>
      cellsWith(
        ({ row }) => asked.list === 'spoken-of' || !isPerson || row.speaker?.id !== asked.sourceId,
        today,
      ),
    [asked.list, asked.sourceId, isPerson, today],
  );
  return (
    <ContextMenuArea
      acts={passageActs}
      className={styles.list}
      data-single-keys
      onContextTarget={(event) => {
        const line = lineOf(event.target);
        if (line !== -1) setActive(line);
        return line === -1 && active === -1
          ? null
          : { returnTo: event.currentTarget.querySelector<HTMLElement>('[role=grid]') };
      }}
    >
      <LineGrid
        label={label}
        columns={columns}
        count={count}
        isBusy={passages.count === undefined}
        active={active}
        onActive={setActive}
        onOpen={onOpen}
        chunk={(chunk) => (
          <Chunk
            key={chunk}
            asked={asked}
            chunk={chunk}
            count={count}
            active={active}
            columns={columns}
            cellsOf={cellsOf}
          />
        )}
      />
    </ContextMenuArea>
  );
};
