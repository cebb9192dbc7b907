import { type ReactNode, type Ref, useMemo } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { SearchAnswer, SearchHit } from '#domain/contract/search-archive.ts';
import { type SearchKind, searchKindNames } from '#domain/search/language/search-facts.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { rowClass } from '#renderer/ui/rows/row-class.ts';
import { MarkedParts } from './MarkedParts.tsx';
import styles from './search.module.css';

const number = new Intl.NumberFormat('en-GB');

/** Whether it is its name that it is known by, rather than its words. */
const hasTitle = (kind: SearchKind): boolean =>
  kind === 'article' || kind === 'memo' || kind === 'source' || kind === 'tag';

/** What is said of a hit on one line, where it is known. */
const metaOf = ({ kind, title, detail, speaker, publisher, publishedAt, paragraph }: SearchHit): string => {
  const isNamedAbove = hasTitle(kind);
  const pinpoint = paragraph === null ? null : `¶${paragraph}`;
  const parts = [
    speaker,
    isNamedAbove ? null : title,
    publisher,
    publishedAt?.slice(0, 10) ?? null,
    pinpoint,
    detail,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
};

type HitProps = { readonly hit: SearchHit; readonly terms: SearchAnswer['terms'] };

const Hit = ({ hit, terms }: HitProps): ReactNode => (
  <>
    {hasTitle(hit.kind) && (
      <RowTitle>
        <MarkedParts text={hit.title} marks={markTerms(hit.title, terms)} />
      </RowTitle>
    )}
    {hit.snippet.text !== '' && (
      <span className={styles.snippet} dir="auto">
        <MarkedParts {...hit.snippet} />
      </span>
    )}
    <span className={styles.meta}>
      {hit.label !== null && hit.kind === 'passage' && <LabelSign label={hit.label} />}
      {hit.grade !== null && hit.kind === 'passage' && <GradeSign grade={hit.grade} />}
      <span className="clipped">{metaOf(hit)}</span>
    </span>
  </>
);

export type SearchResultsProps = {
  readonly answer: SearchAnswer;
  readonly isPrevious: boolean;
  readonly onOpen: (hit: SearchHit) => void;
  readonly ref: Ref<HTMLDivElement>;
};

/** What was found, kind by kind. */
export const SearchResults = ({ answer, isPrevious, onOpen, ref }: SearchResultsProps) => {
  const groups = answer.groups.filter(({ hits }) => hits.length > 0);
  const byKey = useMemo(
    () => new Map(answer.groups.flatMap(({ hits }) => hits.map((hit) => [hit.key, hit] as const))),
    [answer],
  );
  return (
    <ListBox
      ref={ref}
      aria-label="Found"
      className={styles.results ?? ''}
      data-is-previous={isPrevious || undefined}
      onAction={(key) => {
        const hit = byKey.get(Number(key));
        if (hit !== undefined) onOpen(hit);
      }}
    >
      {groups.map(({ kind, count, hits }) => (
        <ListBoxSection key={kind} id={kind} aria-label={searchKindNames[kind]}>
          <Header className={styles.group ?? ''}>
            {searchKindNames[kind]} <span>{number.format(count)}</span>
          </Header>
          {hits.map((hit) => (
            <ListBoxItem
              key={hit.key}
              id={hit.key}
              textValue={`${hit.title} ${hit.snippet.text}`}
              className={rowClass(false, styles.hit)}
            >
              <Hit hit={hit} terms={answer.terms} />
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
};
