import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type SearchKind, searchKindNames, searchKinds } from '#domain/search/language/search-facts.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { ToggleChip } from '#renderer/ui/buttons/ToggleChip.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goToHit } from './go-to-hit.ts';
import { IndexBar } from './IndexBar.tsx';
import { SearchFacets } from './SearchFacets.tsx';
import { SearchResults } from './SearchResults.tsx';
import styles from './search.module.css';
import { examples } from './search-words.ts';
import { type SearchState, useSearch } from './use-search.ts';

const number = new Intl.NumberFormat('en-GB');

const Kinds = ({ answer, kind, setKind, order, setOrder }: SearchState) => {
  const counts = new Map(answer?.groups.map((group) => [group.kind, group.count]));
  const shown = searchKinds.filter((each) => counts.has(each) || each === kind);
  const chip = (each: SearchKind | null, name: string, count: number) => (
    <ToggleChip key={name} isOn={kind === each} onChange={() => setKind(each)}>
      {`${name} ${number.format(count)}`}
    </ToggleChip>
  );
  return (
    <fieldset className={styles.kinds} aria-label="Kinds">
      {chip(null, 'All', answer?.count ?? 0)}
      {shown.map((each) => chip(each, searchKindNames[each], counts.get(each) ?? 0))}
      <span className={styles.order}>
        <ToggleChip isOn={order === 'newest'} onChange={(isNewest) => setOrder(isNewest ? 'newest' : 'best')}>
          Newest first
        </ToggleChip>
      </span>
    </fieldset>
  );
};

const Examples = () => (
  <EmptyState title="Search everything that is in the archive">
    <dl className={styles.examples}>
      {examples.map(([typed, finds]) => (
        <div key={typed}>
          <dt>{typed}</dt>
          <dd>{finds}</dd>
        </div>
      ))}
    </dl>
  </EmptyState>
);

const Body = ({
  search,
  results,
}: {
  readonly search: SearchState;
  readonly results: React.Ref<HTMLDivElement>;
}) => {
  const { text, answer, error, isPrevious } = search;
  if (error !== undefined) {
    const { title, text: says } = errorWords(error);
    return <EmptyState title={title}>{says}</EmptyState>;
  }
  if (text.trim() === '') return <Examples />;
  if (answer === undefined) return <div aria-busy />;
  if (answer.count === 0 && !isPrevious) {
    return (
      <EmptyState title="Nothing was found">
        Look at the spelling, end a word with * for what begins so, or take a condition away.
      </EmptyState>
    );
  }
  const { terms } = answer;
  return (
    <SearchResults
      ref={results}
      answer={answer}
      isPrevious={isPrevious}
      onOpen={(hit) => goToHit(hit, { text: text.trim(), terms })}
    />
  );
};

/** Search of the whole archive: what is typed, what was found of each kind, and what narrows it. */
export const SearchView = ({ visit }: { readonly visit: number }) => {
  const search = useSearch();
  const { text, setText, answer, facets } = search;
  const field = useRef<HTMLDivElement>(null);
  const results = useRef<HTMLDivElement>(null);
  // Asked for again, it can be typed over at once.
  useEffect(() => {
    if (visit >= 0) field.current?.querySelector('input')?.select();
  }, [visit]);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    const first = results.current?.querySelector<HTMLElement>('[role="option"]');
    if (first == null) return;
    event.preventDefault();
    first.focus();
  };
  return (
    <section className={styles.view} aria-label="Search" data-pane tabIndex={-1}>
      <h1 className="visually-hidden">Search</h1>
      <div className={styles.head}>
        <div ref={field} className={styles.box}>
          <SearchField
            label="Search the archive"
            placeholder="Words, “phrases”, conditions such as tag: or date:"
            value={text}
            onChange={setText}
            onKeyDown={leave}
          />
        </div>
        {text.trim() !== '' && <Kinds {...search} />}
        {answer?.notices.map(({ part, says }) => (
          <p key={part} className={styles.notice}>
            “{part}” {says}.
          </p>
        ))}
        {answer !== undefined && <IndexBar {...answer.index} />}
      </div>
      <div className={styles.body}>
        {facets.some(({ values }) => values.length > 0) && (
          <SearchFacets facets={facets} text={text} onChange={setText} />
        )}
        <div className={styles.found}>
          <Body search={search} results={results} />
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {text.trim() === '' || answer === undefined ? '' : `${number.format(answer.count)} found`}
      </p>
    </section>
  );
};
