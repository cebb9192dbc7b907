import { useDeferredValue, useMemo } from 'react';
import type { SearchAnswer, SearchHit } from '#domain/contract/search-archive.ts';
import type { SearchKind } from '#domain/search/language/search-facts.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useViewState } from '#renderer/window/view-state.ts';

/** So many of each kind beside each other, and of one kind alone. */
const OF_EACH = 5;
const OF_ONE = 200;

/** The hit that is shown beside the list: the one that was chosen, else the first. */
const useChosen = (answer: SearchAnswer | undefined) => {
  const [key, setKey] = useViewState<number | null>('search.chosen', null);
  const hits = useMemo(() => answer?.groups.flatMap((group) => group.hits) ?? [], [answer]);
  const chosen: SearchHit | undefined = hits.find((hit) => hit.key === key) ?? hits[0];
  return { hits, chosen, choose: setKey };
};

/** What is sought, what was found, and how the view shows it. */
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
  const { data: answer, error, isPrevious } = useQuery('search:archive', question, { keepsPrevious: true });
  const facetsAsked = asked === '' ? null : { text: asked, isTyping: true };
  const { data: facets } = useQuery('search:facets', facetsAsked, { keepsPrevious: true });
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
