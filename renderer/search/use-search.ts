import { useDeferredValue } from 'react';
import type { SearchKind } from '#domain/search/language/search-facts.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useViewState } from '#renderer/window/view-state.ts';

/** So many of each kind beside each other, and of one kind alone. */
const OF_EACH = 5;
const OF_ONE = 200;

/** What is sought, what was found, and how the view shows it. */
export const useSearch = () => {
  const [text, setText] = useViewState('search.text', '');
  const [kind, setKind] = useViewState<SearchKind | null>('search.kind', null);
  const [order, setOrder] = useViewState<'best' | 'newest'>('search.order', 'best');
  const asked = useDeferredValue(text.trim() === '' ? '' : text);
  const limit = kind === null ? OF_EACH : OF_ONE;
  const question = {
    text: asked,
    limit,
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
  };
};
export type SearchState = ReturnType<typeof useSearch>;
