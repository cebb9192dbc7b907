import { memo, type ReactNode, type Ref, type RefObject } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { SearchAnswer, SearchGroup, SearchHit } from '#domain/contract/search-archive.ts';
import { type SearchKind, searchKindNames } from '#domain/search/language/search-facts.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import type { CalendarDate } from '#domain/time.ts';
import { printStatedDay } from '#renderer/parts/dates/print-date.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { RowBody, rowClass } from '#renderer/ui/collections/rows.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useToday } from '#renderer/window/today.ts';
import styles from './search.module.css';

const number = new Intl.NumberFormat('en-GB');

type HitProps = {
  readonly hit: SearchHit;
  readonly terms: SearchAnswer['terms'];
  readonly today: CalendarDate;
};

/** Whether it is known by a title rather than by its words. */
const hasTitle = (kind: SearchKind): boolean =>
  kind === 'article' || kind === 'memo' || kind === 'source' || kind === 'tag';

const aboutOf = ({ kind, label, articleId, passageId }: SearchHit): string | null => {
  // A note without an article is in the scratch pad.
  if (kind !== 'note' || articleId === null) return null;
  return passageId === null ? 'Note on the article' : `Note on a ${label ?? 'passage'}`;
};

/** The facts about a hit on one line, if any. */
export const hitMeta = (hit: SearchHit, today: CalendarDate): string => {
  const { kind, title, detail, speaker, publisher, publishedAt, paragraph, version } = hit;
  const pinpoint = paragraph === null ? null : `¶${paragraph}`;
  return joinFacts([
    aboutOf(hit),
    speaker,
    publisher,
    publishedAt === null ? null : printStatedDay(publishedAt, today),
    pinpoint,
    hasTitle(kind) ? null : title,
    version === null ? null : `Version ${version.number} of ${version.count}`,
    detail,
  ]);
};

const Hit = ({ hit, terms, today }: HitProps): ReactNode => (
  <RowBody
    title={hasTitle(hit.kind) && <MarkedParts text={hit.title} marks={markTerms(hit.title, terms)} />}
    lead={
      hit.kind === 'passage' && (
        <>
          {hit.label !== null && <LabelSign label={hit.label} />}
          {hit.grade !== null && <GradeSign grade={hit.grade} />}
        </>
      )
    }
    meta={hitMeta(hit, today)}
  >
    {hit.snippet.text !== '' && (
      <span className={joinClasses(styles.snippet, hit.kind === 'note' && styles.ownWords)} dir="auto">
        <MarkedParts {...hit.snippet} />
      </span>
    )}
  </RowBody>
);

export type SearchResultsProps = {
  readonly answer: SearchAnswer;
  readonly isPrevious: boolean;
  readonly chosen: SearchHit | undefined;
  readonly onChoose: (key: number) => void;
  readonly onOpen: (hit: SearchHit) => void;
  readonly onShowAll: (kind: SearchKind) => void;
  /** Returns to the field. */
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLDivElement>;
};

type GroupHeadProps = { readonly group: SearchGroup; readonly onShowAll: (kind: SearchKind) => void };

const GroupHead = ({ group: { kind, count, hits }, onShowAll }: GroupHeadProps) => (
  <Header className={styles.group ?? ''}>
    {searchKindNames[kind]} <span>{number.format(count)}</span>
    {count > hits.length && (
      // The tabs above do the same: within a list only its rows can have the focus.
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        className={styles.showAll}
        onClick={() => onShowAll(kind)}
      >
        Show all {number.format(count)}
      </button>
    )}
  </Header>
);

type FoundListProps = Pick<SearchResultsProps, 'answer' | 'onChoose' | 'onShowAll' | 'ref'> & {
  readonly chosenKey: number | undefined;
  readonly open: RefObject<SearchResultsProps['onOpen']>;
};

/** Rendered again for a new answer, but not for each letter typed until it comes. */
const FoundList = memo(({ answer, chosenKey, open, onChoose, onShowAll, ref }: FoundListProps) => {
  const today = useToday();
  const hitOf = (key: number): SearchHit | undefined =>
    answer.groups.flatMap(({ hits }) => hits).find((hit) => hit.key === key);
  return (
    <ListBox
      ref={ref}
      aria-label="Found"
      className={styles.results ?? ''}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={chosenKey === undefined ? [] : [chosenKey]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChoose(Number(key));
      }}
      onAction={(key) => {
        const hit = hitOf(Number(key));
        if (hit !== undefined) open.current(hit);
      }}
    >
      {answer.groups.map(
        (group) =>
          group.hits.length > 0 && (
            <ListBoxSection key={group.kind} id={group.kind} aria-label={searchKindNames[group.kind]}>
              <GroupHead group={group} onShowAll={onShowAll} />
              {group.hits.map((hit) => (
                <ListBoxItem
                  key={hit.key}
                  id={hit.key}
                  // Letters are commands on a passage, so typing does not search the list.
                  textValue=" "
                  className={rowClass(false, styles.hit)}
                >
                  <Hit hit={hit} terms={answer.terms} today={today} />
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ),
      )}
    </ListBox>
  );
});

/** The hits by kind: arrows choose, Enter opens, Esc and ↑ on the first return to the field. */
export const SearchResults = ({ chosen, isPrevious, onOpen, onLeave, ...list }: SearchResultsProps) => {
  const open = useLatest(onOpen);
  const first = list.answer.groups.find(({ hits }) => hits.length > 0)?.hits[0]?.key;
  return (
    <div
      className={styles.list}
      data-single-keys
      data-is-previous={isPrevious || undefined}
      onKeyDownCapture={(event) => {
        const isPastFirst = event.key === 'ArrowUp' && chosen?.key === first && !event.shiftKey;
        if (event.key !== 'Escape' && !isPastFirst) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <FoundList chosenKey={chosen?.key} open={open} {...list} />
    </div>
  );
};
