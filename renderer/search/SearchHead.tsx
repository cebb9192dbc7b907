import { Highlighter, Scale } from 'lucide-react';
import { type KeyboardEvent, memo, type Ref, useDeferredValue, useMemo, useState } from 'react';
import { searchArchive, searchFacets, searchIndex } from '#domain/contract/search.ts';
import type { SearchAnswer, SearchHit, SearchIndexState } from '#domain/contract/search-archive.ts';
import { type SearchKind, searchKindNames, searchKinds } from '#domain/search/language/search-facts.ts';
import { asExact } from '#domain/search/written-conditions.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { addToBoard } from '#renderer/parts/board/add-to-board.tsx';
import { PreviewButton } from '#renderer/parts/passage/preview/PassagePreview.tsx';
import { QueryBox } from '#renderer/parts/search/QueryBox.tsx';
import { SavedSearchActs } from '#renderer/parts/search/SavedSearchActs.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ProgressBar, useIsSlow } from '#renderer/ui/signs/progress.tsx';
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx';
import { useViewState } from '#renderer/window/view-state.ts';
import { HighlightAll } from './HighlightAll.tsx';
import styles from './search.module.css';

const number = new Intl.NumberFormat('en-GB');

/** How many hits of each kind are shown together, and of a single kind. */
const OF_EACH = 5;
const OF_ONE = 200;

/** The hit previewed beside the list: the chosen one, else the first. */
const useChosen = (answer: SearchAnswer | undefined) => {
  const [key, setKey] = useViewState<number | null>('search.chosen', null);
  const hits = useMemo(() => answer?.groups.flatMap((group) => group.hits) ?? [], [answer]);
  const chosen: SearchHit | undefined = hits.find((hit) => hit.key === key) ?? hits[0];
  return { hits, chosen, choose: setKey };
};

/** The search, its answer, and how the view shows it. */
export const useSearch = () => {
  const [text, setText] = useViewState('search.text', '');
  const [kind, setKind] = useViewState<SearchKind | null>('search.kind', null);
  const [order, setOrder] = useViewState<'best' | 'newest'>('search.order', 'best');
  const asked = useDeferredValue(text.trim() === '' ? '' : text);
  const question = {
    text: asked,
    limit: kind === null ? OF_EACH : OF_ONE,
    order,
    isTyping: true,
    isWhole: false,
    ...(kind !== null && { kind }),
  };
  const { data: answer, error, isPrevious } = useQuery(searchArchive, question, { keepsPrevious: true });
  const facetsAsked = asked === '' ? null : { text: asked, isTyping: true };
  const { data: facets } = useQuery(searchFacets, facetsAsked, { keepsPrevious: true });
  return {
    text,
    setText,
    kind,
    setKind,
    order,
    setOrder,
    answer,
    error,
    isPrevious,
    facets: asked === '' ? [] : (facets ?? []),
    ...useChosen(asked === '' ? undefined : answer),
  };
};
export type SearchState = ReturnType<typeof useSearch>;

type KindsProps = Pick<SearchState, 'answer' | 'kind' | 'setKind'>;

const Kinds = memo(({ answer, kind, setKind }: KindsProps) => {
  const counts = new Map(answer?.groups.map((group) => [group.kind, group.count]));
  const shown = searchKinds.filter((each) => counts.has(each) || each === kind);
  const tab = (each: SearchKind | null, name: string, count: number) => (
    <ToggleChip key={name} isOn={kind === each} onChange={() => setKind(each)}>
      {`${name} ${number.format(count)}`}
    </ToggleChip>
  );
  return (
    <fieldset className={styles.kinds} aria-label="Kinds">
      {tab(null, 'All', answer?.count ?? 0)}
      {shown.map((each) => tab(each, searchKindNames[each], counts.get(each) ?? 0))}
    </fieldset>
  );
});

const orders = [
  { id: 'best', name: 'Best match first' },
  { id: 'newest', name: 'Newest first' },
] as const;

type OrderProps = Pick<SearchState, 'order' | 'setOrder'>;

const OrderSelect = memo(({ order, setOrder }: OrderProps) => (
  <Select label="Order" isLabelHidden isBare options={orders} value={order} onChange={setOrder} />
));

export type SearchHeadProps = {
  readonly search: SearchState;
  readonly input: Ref<HTMLInputElement>;
  /** Whether the facets don't fit beside the hits; a button then shows them. */
  readonly facets: { readonly isShown: boolean; readonly onShow: (isShown: boolean) => void } | null;
  /** Opens the preview if it does not fit beside the hits; null if it does. */
  readonly onPreview: (() => void) | null;
  /** Moves from the field to the hits. */
  readonly onLeave: (event: KeyboardEvent) => void;
  readonly onSaved: () => void;
};

/** Says what can't be found yet, while the index is built, or because that was stopped or failed. */
const IndexBar = ({ phase, done, total }: SearchIndexState) => {
  // At each start the files are checked first, which mostly takes less time than reading a sentence.
  const isLookingLong = useIsSlow(phase === 'building' && total === 0);
  if (phase === 'ready') return null;
  if (phase === 'building' && total === 0) {
    return isLookingLong ? (
      <div className={styles.index} role="status">
        <p>Checking for changes. Recent changes are not found yet.</p>
      </div>
    ) : null;
  }
  if (phase === 'building') {
    return (
      <div className={styles.index} role="status">
        <ProgressBar label="Indexing the archive. Results are incomplete" done={done} total={total} />
        <Button isSmall onPress={() => void act(searchIndex, { does: 'stop' })}>
          Stop
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.index} role="status">
      <p>
        {phase === 'stopped'
          ? 'Indexing was stopped. Results are incomplete.'
          : 'The index could not be written. Results are incomplete.'}
      </p>
      <Button isSmall onPress={() => void act(searchIndex, { does: 'update' })}>
        Index the rest
      </Button>
    </div>
  );
};

/** More forms of a word are of no use. */
const MAX_FORMS = 6;

/** Which other forms of the words are found too, and a switch to exclude them. */
const OtherForms = ({ text, setText, answer }: SearchState) => {
  const words = answer?.terms.flatMap(({ words: typed, forms = [] }) =>
    typed.flatMap((word, at) => {
      const others = (forms[at] ?? []).filter((form) => form !== word);
      return others.length === 0 ? [] : [{ word, others }];
    }),
  );
  if (words === undefined || words.length === 0) return null;
  const says = words.map(
    ({ word, others }) =>
      `“${word}”: also ${others.slice(0, MAX_FORMS).join(', ')}${others.length > MAX_FORMS ? ' …' : ''}`,
  );
  return (
    <div className={styles.forms}>
      <p>{says.join(' · ')}</p>
      <Button isSmall variant="quiet" onPress={() => setText(asExact(text))}>
        Exact words
      </Button>
    </div>
  );
};

/** The search field, the counts by kind, and the acts on the search. */
export const SearchHead = ({ search, input, facets, onPreview, onLeave, onSaved }: SearchHeadProps) => {
  const { text, setText, order, setOrder, answer } = search;
  const isAsked = text.trim() !== '';
  const [isHighlighting, setIsHighlighting] = useState(false);
  const canHighlight = isAsked && (answer?.terms.length ?? 0) > 0;
  const toBoard = (): void => addToBoard({ kind: 'search', text: text.trim() });
  useCommand('search.to-board', toBoard, isAsked);
  useCommand('search.highlight-all', () => setIsHighlighting(true), canHighlight);
  return (
    <div className={styles.head}>
      <QueryBox
        label="Search the archive"
        placeholder="Words, “phrases”, or filters such as tag: and date:"
        text={text}
        onChange={setText}
        onKeyDown={onLeave}
        input={input}
      />
      {isAsked && (
        <div className={styles.line}>
          <Kinds answer={answer} kind={search.kind} setKind={search.setKind} />
          <span className={styles.acts}>
            {facets !== null && (
              <ToggleChip isOn={facets.isShown} onChange={facets.onShow}>
                Narrow
              </ToggleChip>
            )}
            {onPreview !== null && <PreviewButton onPress={onPreview} />}
            <OrderSelect order={order} setOrder={setOrder} />
            {canHighlight && (
              <Button isSmall variant="quiet" onPress={() => setIsHighlighting(true)}>
                <Highlighter size={14} aria-hidden /> Highlight all…
              </Button>
            )}
            <Button isSmall variant="quiet" onPress={toBoard}>
              <Scale size={14} aria-hidden /> Add to board…
            </Button>
            <SavedSearchActs text={text} scope="everything" onChange={setText} onSaved={onSaved} />
          </span>
        </div>
      )}
      {/* Where nothing is found, the empty state says them. */}
      {isAsked &&
        answer !== undefined &&
        answer.count > 0 &&
        answer.notices.map(({ part, says }) => (
          <p key={part} className={styles.notice}>
            “{part}” {says}.
          </p>
        ))}
      {isHighlighting && <HighlightAll text={text} onClose={() => setIsHighlighting(false)} />}
      {isAsked && <OtherForms {...search} />}
      {answer !== undefined && <IndexBar {...answer.index} />}
    </div>
  );
};
