import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { articleOpen } from '#domain/contract/article.ts';
import { passageRows } from '#domain/contract/passage.ts';
import type { SearchHit } from '#domain/contract/search-archive.ts';
import { printCount } from '#domain/print-count.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { HitsInText } from '#renderer/parts/passage/preview/HitsInText.tsx';
import { ClosePreview, PassagePreview } from '#renderer/parts/passage/preview/PassagePreview.tsx';
import place from '#renderer/parts/passage/preview/preview.module.css';
import { usePassageCommands } from '#renderer/parts/passage/use-passage-commands.ts';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { useSidePanel } from '#renderer/parts/use-side-panel.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SidePanel } from '#renderer/ui/panes/SidePanel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { goTo, goToView } from '#renderer/window/navigation.ts';
import { showPad } from '#renderer/window/side-panes.ts';
import { markSought, type SoughtWords, seekWords } from '#renderer/window/sought-words.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { type HitProps, RecordHit } from './RecordHit.tsx';
import { SearchFacets } from './SearchFacets.tsx';
import { SearchHead, type SearchState, useSearch } from './SearchHead.tsx';
import { hitMeta, SearchResults } from './SearchResults.tsx';
import styles from './search.module.css';

/** Example searches, with what they find. */
const examples: readonly (readonly [string, string])[] = [
  ['harbour quay', 'both words, in all their forms'],
  ['"dry dock"', 'exactly these words, in this order'],
  ['=harbour', 'exactly this word'],
  ['harb*', 'words that begin like this'],
  ['harbour OR quay', 'either word'],
  ['harbour -quay', 'the first without the second'],
  ['ship NEAR/5 quay', 'at most five words apart'],
  ['tag:China label:claim', 'with that tag (or a sub-tag) and that label'],
  ['grade:B2.. date:2024-04..', 'B2 or better, published since'],
  ['in:note is:unread', 'only notes, on unread articles'],
];

const number = new Intl.NumberFormat('en-GB');

const Examples = () => (
  <EmptyState title="Search the whole archive">
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

type BodyProps = {
  readonly search: SearchState;
  readonly results: Ref<HTMLDivElement>;
  readonly onLeave: () => void;
};

const placeOf = ({ articleId, passageId, memoId, sourceId, tagId, eventId, boardId }: SearchHit) => {
  if (boardId !== null) return { view: 'boards', boardId } as const;
  if (eventId !== null) return { view: 'chronology', eventId } as const;
  if (articleId !== null) return { view: 'articles', articleId, passageId } as const;
  if (memoId !== null) return { view: 'memos', memoId } as const;
  if (sourceId !== null) return { view: 'sources', sourceId } as const;
  return tagId === null ? null : ({ view: 'tags', tagId } as const);
};

/**
 * Goes to the exact place of a hit, with its words marked: in an article's text by its find bar, which steps through
 * them, elsewhere until the analyst navigates on.
 */
const goToHit = (hit: SearchHit, words: SoughtWords): void => {
  if (hit.kind === 'article' && hit.articleId !== null) seekWords(hit.articleId, words);
  const place = placeOf(hit);
  if (place !== null) goTo(place);
  else if (hit.kind === 'note') showPad();
  else goToView('tasks');
  if (hit.kind !== 'article') markSought(words.terms);
};

const Body = ({ search, results, onLeave }: BodyProps) => {
  const { text, setText, answer, error, isPrevious } = search;
  if (error !== undefined) {
    const { title, text: says } = errorWords(error);
    return <EmptyState title={title}>{says}</EmptyState>;
  }
  if (text.trim() === '') return <Examples />;
  if (answer === undefined) return <div aria-busy />;
  if (answer.count === 0 && !isPrevious) {
    return <NothingFound title="Nothing found" text={text} onChange={setText} />;
  }
  return (
    <SearchResults
      ref={results}
      answer={answer}
      isPrevious={isPrevious}
      chosen={search.chosen}
      onChoose={search.choose}
      onOpen={(hit) => goToHit(hit, { text: text.trim(), terms: answer.terms })}
      onShowAll={search.setKind}
      onLeave={onLeave}
    />
  );
};

/** The field of the chosen passage that is being edited, while it is chosen. */
const useChosenPassage = ({ chosen }: SearchState, onField: () => void) => {
  const [open, setOpen] = useState<{ readonly key: number; readonly field: CardField } | null>(null);
  const isPassage = chosen?.passageId != null && (chosen.kind === 'passage' || chosen.kind === 'note');
  const field = open !== null && open.key === chosen?.key ? open.field : null;
  const setField = (next: CardField | null): void =>
    setOpen(next === null || chosen === undefined ? null : { key: chosen.key, field: next });
  usePassageCommands(isPassage && chosen.passageId !== null ? [chosen.passageId] : [], (next) => {
    onField();
    setField(next);
  });
  return { field, setField };
};

/** Where the focus goes in the view: to the field, and to the chosen hit. */
const useSearchFocus = (visit: number, canLeave: boolean) => {
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  // When opened again, the text is selected so that it can be typed over.
  useEffect(() => {
    if (visit < 0) return;
    field.current?.focus();
    field.current?.select();
  }, [visit]);
  const toField = (): void => field.current?.focus();
  const toResults = (): void => {
    const list = results.current;
    const option =
      list?.querySelector<HTMLElement>('[role="option"][aria-selected="true"]') ??
      list?.querySelector<HTMLElement>('[role="option"]');
    option?.focus();
  };
  const leave = (event: KeyboardEvent): void => {
    if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || !canLeave) return;
    event.preventDefault();
    toResults();
  };
  return { field, results, toField, toResults, leave };
};

type HitPreviewProps = HitProps & {
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  /** Returns to the list. */
  readonly onLeave: () => void;
  /** Whether it is shown: beside the hits, or as a drawer over them. */
  readonly isShown: boolean;
  /** The drawer was closed. */
  readonly onClose: () => void;
};

const PassageHit = ({ hit, ...props }: HitPreviewProps) => {
  const passageIds = hit.passageId === null ? [] : [hit.passageId];
  const { data: rows } = useQuery(passageRows, { passageIds }, { keepsPrevious: true });
  const row = rows?.find(({ id }) => id === hit.passageId);
  return <PassagePreview row={row} {...props} />;
};

/** An article at its first match. */
const ArticleHit = ({ hit, terms, onOpen }: HitProps) => {
  const today = useToday();
  const { articleId } = hit;
  const { data: open } = useQuery(articleOpen, articleId === null ? null : { articleId });
  return (
    <div className={place.preview}>
      <header className={place.where}>
        <h2 dir="auto">
          <MarkedParts text={hit.title} marks={markTerms(hit.title, terms)} />
        </h2>
        <p>
          {hitMeta(hit, today)}
          {open !== undefined && ` · ${printCount(open.passages.length, 'passage')}`}
        </p>
      </header>
      {open !== undefined && <HitsInText open={open} passage={null} terms={terms} />}
      <Button onPress={onOpen}>
        Show in article <Kbd keys="Enter" />
      </Button>
    </div>
  );
};

/** The chosen hit in its context, with the search terms marked. */
const HitPreview = (props: HitPreviewProps) => {
  const { hit, terms, onOpen, isShown, onClose } = props;
  if (hit.passageId !== null && (hit.kind === 'passage' || hit.kind === 'note')) {
    return <PassageHit {...props} />;
  }
  return (
    <SidePanel label="Preview" isShown={isShown} onClose={onClose}>
      <ClosePreview onPress={onClose} />
      {hit.kind === 'article' ? (
        <ArticleHit hit={hit} terms={terms} onOpen={onOpen} />
      ) : (
        <RecordHit hit={hit} terms={terms} onOpen={onOpen} />
      )}
    </SidePanel>
  );
};

/** Whether there is a preview that is not shown beside the page. */
const offersPreview = (chosen: unknown, isAway: boolean): boolean => chosen !== undefined && isAway;

/** Search of the whole archive: the query, the hits of each kind, and the facets. */
export const SearchView = ({ visit }: { readonly visit: number }) => {
  const search = useSearch();
  const { text, setText, answer, facets, chosen } = search;
  const isNarrow = useWindowWidth() === 'narrow';
  const preview = useSidePanel('search');
  const [areFacetsShown, setAreFacetsShown] = useViewState('search.areFacetsShown', false);
  const isAsked = text.trim() !== '';
  const { field, results, toField, toResults, leave } = useSearchFocus(visit, isAsked);
  const passage = useChosenPassage(search, () => preview.setIsShown(true));
  const showPreview = (): void => preview.setIsShown(!preview.isShown);
  useCommand('pane.margin', showPreview);
  const view = useRef<HTMLElement>(null);
  useFocusCommand('edit.find', view);
  const hasFacets = isAsked && facets.some(({ values }) => values.length > 0);
  return (
    <section ref={view} className={styles.view} aria-label="Search" data-pane tabIndex={-1}>
      <h1 className="visually-hidden">Search</h1>
      <SearchHead
        search={search}
        input={field}
        facets={isNarrow && hasFacets ? { isShown: areFacetsShown, onShow: setAreFacetsShown } : null}
        onPreview={offersPreview(chosen, isNarrow || !preview.isShown) ? showPreview : null}
        onLeave={leave}
        onSaved={toField}
      />
      <div className={styles.body}>
        {hasFacets && (!isNarrow || areFacetsShown) && (
          <SearchFacets facets={facets} text={text} onChange={setText} />
        )}
        <div className={styles.found}>
          <Body search={search} results={results} onLeave={toField} />
        </div>
        {isAsked && chosen !== undefined && answer !== undefined && (
          <HitPreview
            key={chosen.key}
            hit={chosen}
            terms={answer.terms}
            field={passage.field}
            onField={passage.setField}
            isShown={preview.isShown}
            onClose={() => preview.setIsShown(false)}
            onOpen={() => preview.leaveFor(() => goToHit(chosen, { text: text.trim(), terms: answer.terms }))}
            onLeave={() => preview.leaveFor(toResults)}
          />
        )}
      </div>
      <p className="visually-hidden" role="status">
        {!isAsked || answer === undefined ? '' : `${number.format(answer.count)} found`}
      </p>
    </section>
  );
};
