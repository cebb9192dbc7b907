import type { ReactNode } from 'react';
import { articleOpen } from '#domain/contract/article.ts';
import { boardList } from '#domain/contract/board.ts';
import { eventOpen } from '#domain/contract/event.ts';
import { memoList } from '#domain/contract/memo.ts';
import { padRead } from '#domain/contract/pad.ts';
import type { SearchHit } from '#domain/contract/search-archive.ts';
import { sourceList } from '#domain/contract/source.ts';
import { tagList } from '#domain/contract/tag.ts';
import { taskList } from '#domain/contract/task.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { distinctPassages } from '#domain/event/event.ts';
import { printReaders } from '#domain/memo/sent/sent-state.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import type { SearchKind } from '#domain/search/language/search-facts.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { capital } from '#domain/text/capital.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { printStatedDay } from '#renderer/parts/dates/print-date.ts';
import place from '#renderer/parts/passage/preview/preview.module.css';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useToday } from '#renderer/window/today.ts';
import styles from './search.module.css';

/** "in-review" as "In review". */
const asWords = (state: string): string => capital(state).replaceAll('-', ' ');

/** The props of a hit's preview. */
export type HitProps = {
  readonly hit: SearchHit;
  /** Highlighted in it. */
  readonly terms: readonly SearchTerm[];
  readonly onOpen: () => void;
};

type Of = Pick<HitProps, 'hit' | 'terms'>;
type Fact = readonly [string, ReactNode];

const Facts = ({ facts }: { readonly facts: readonly (Fact | null)[] }) => (
  <dl className={styles.facts}>
    {facts.map(
      (fact) =>
        fact !== null &&
        fact[1] !== '' &&
        fact[1] !== null && (
          <div key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ),
    )}
  </dl>
);

const Words = ({ text, terms }: { readonly text: string; readonly terms: Of['terms'] }) =>
  text === '' ? null : (
    <p className={styles.words} dir="auto">
      <MarkedParts text={text} marks={markTerms(text, terms)} />
    </p>
  );

const NoteHit = ({ hit, terms }: Of) => {
  const { articleId } = hit;
  const { data: open } = useQuery(articleOpen, articleId === null ? null : { articleId });
  const { data: pad } = useQuery(padRead, articleId === null ? {} : null);
  const note = open?.about.note ?? pad?.note ?? null;
  return <Words text={note === null ? hit.snippet.text : richTextToPlain(note)} terms={terms} />;
};

const MemoHit = ({ hit }: Of) => {
  const today = useToday();
  const { data: rows } = useQuery(memoList, {});
  const row = rows?.find(({ id }) => id === hit.memoId);
  return (
    <>
      <p className={styles.words} dir="auto">
        <MarkedParts {...hit.snippet} />
      </p>
      {row !== undefined && (
        <Facts
          facts={[
            ['Reference', row.referenceNumber],
            ['State', asWords(row.state)],
            ['For', printReaders(row)],
            ['As of', printStatedDay(row.asOf.slice(0, 10), today)],
            ['Citations', row.citationCount.toLocaleString('en-GB')],
          ]}
        />
      )}
    </>
  );
};

const TaskHit = ({ hit, terms }: Of) => {
  const today = useToday();
  const { data: rows } = useQuery(taskList, { isOpenOnly: false });
  const row = rows?.find(({ task }) => task.id === hit.taskId);
  return (
    <>
      <Words text={row?.task.title ?? hit.snippet.text} terms={terms} />
      {row !== undefined && (
        <Facts
          facts={[
            ['State', asWords(row.task.state)],
            ['Due', row.task.due === null ? null : printStatedDay(row.task.due, today)],
            ['Owner', row.task.owner],
            ['On', row.quote ?? row.placeTitle],
          ]}
        />
      )}
    </>
  );
};

const SourceHit = ({ hit, terms }: Of) => {
  const { data: rows } = useQuery(sourceList, {});
  const row = rows?.find(({ id }) => id === hit.sourceId);
  return (
    <>
      <Words text={hit.snippet.text} terms={terms} />
      {row !== undefined && (
        <Facts
          facts={[
            ['Kind', asWords(row.kind)],
            ['Reliability', row.reliability ?? 'not graded'],
            ['Also known as', row.aliases.join(', ')],
            ['Passages', row.passageCount.toLocaleString('en-GB')],
          ]}
        />
      )}
    </>
  );
};

const TagHit = ({ hit, terms }: Of) => {
  const { data: rows } = useQuery(tagList, {});
  const row = rows?.find(({ id }) => id === hit.tagId);
  return row === undefined ? null : (
    <Facts
      facts={[
        ['Use when', <Words key="when" text={row.definition.useWhen} terms={terms} />],
        ['Not when', row.definition.notWhen],
        ['Example', row.definition.example],
        ['Also known as', row.aliases.join(', ')],
        ['Carried by', row.totalCount.toLocaleString('en-GB')],
      ]}
    />
  );
};

/** The matching words of a translation; its article is named above. */
const TranslationHit = ({ hit, terms }: Of) => <Words text={hit.snippet.text} terms={terms} />;

const EventHit = ({ hit, terms }: Of) => {
  const { data } = useQuery(eventOpen, hit.eventId === null ? null : { eventId: hit.eventId });
  return (
    <>
      <Words text={hit.snippet.text} terms={terms} />
      {data != null && (
        <Facts
          facts={[
            ['When', printWhen(data.event.date)],
            ['Concerned', data.concerned.map(({ name }) => name).join(', ')],
            ['Passages', distinctPassages(data.event.sayings).length.toLocaleString('en-GB')],
          ]}
        />
      )}
    </>
  );
};

const BoardHit = ({ hit, terms }: Of) => {
  const { data } = useQuery(boardList, {});
  const row = data?.boards.find(({ id }) => id === hit.boardId);
  return (
    <>
      <Words text={hit.snippet.text} terms={terms} />
      {row !== undefined && (
        <Facts
          facts={[
            ['Evidence', row.evidenceCount.toLocaleString('en-GB')],
            ['Cells filled', `${row.filled} of ${row.cellCount}`],
          ]}
        />
      )}
    </>
  );
};

const bodies: Readonly<Record<Exclude<SearchKind, 'article'>, (props: Of) => ReactNode>> = {
  passage: () => null,
  note: NoteHit,
  memo: MemoHit,
  task: TaskHit,
  source: SourceHit,
  tag: TagHit,
  translation: TranslationHit,
  event: EventHit,
  board: BoardHit,
};

const openNames: Readonly<Record<SearchHit['kind'], string>> = {
  passage: 'Show in article',
  article: 'Show in article',
  note: 'Show in article',
  memo: 'Open the memo',
  task: 'Show the task',
  source: 'Open the source',
  tag: 'Open the tag',
  translation: 'Show in article',
  event: 'Show in the chronology',
  board: 'Open the board',
};

/** A note, memo, task, source, tag, event or board that was found, with its facts. */
export const RecordHit = ({ hit, terms, onOpen }: HitProps) => {
  const isInPad = hit.kind === 'note' && hit.articleId === null;
  const Body = hit.kind === 'article' ? null : bodies[hit.kind];
  return (
    <div className={place.preview}>
      <header className={place.where}>
        <h2>
          <MarkedParts text={hit.title} marks={markTerms(hit.title, terms)} />
        </h2>
        {hit.detail !== null && <p>{hit.detail}</p>}
      </header>
      {Body !== null && <Body hit={hit} terms={terms} />}
      <Button onPress={onOpen}>
        {isInPad ? 'Open the scratch pad' : openNames[hit.kind]} <Kbd keys="Enter" />
      </Button>
    </div>
  );
};
