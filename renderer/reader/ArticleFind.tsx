import { useEffect, useState } from 'react';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { findInText, hitFrom } from '#domain/text/find-in-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { countHits, FindBar } from '#renderer/ui/find/FindBar.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { announce } from '#renderer/window/live-region.ts';
import type { SoughtWords } from '#renderer/window/sought-words.ts';
import { useReader, useReaderState } from './state/reader-context.ts';
import { scrollToOffset } from './text/scroll-text.ts';

/** The hits for the typed text, and the current one. */
const useFind = () => {
  const { article, store, view, scroller } = useReader();
  const find = useReaderState((state) => state.find);
  const [query, setQuery] = useState('');
  const count = find?.hits.length ?? 0;

  const stand = (hits: readonly TextRange[], current: number, typed: string): void => {
    store.setState({ find: { hits, current } });
    announce(countHits(typed, hits.length, current));
    const hit = hits[current];
    if (hit === undefined || view === null || scroller.current === null) return;
    scrollToOffset({ view, scroller: scroller.current, offset: hit.start, to: 'sight' });
  };
  return {
    query,
    count,
    current: find?.current ?? -1,
    currentHit: find?.hits[find.current],
    search(typed: string): void {
      setQuery(typed);
      const hits = findInText(article.index.text, typed);
      stand(hits, hitFrom(hits, store.getState().selected.caret), typed);
    },
    /** Goes to the first match of an archive search. */
    seek({ text, terms }: SoughtWords): void {
      setQuery(text);
      stand(markTerms(article.index.text, terms), 0, text);
    },
    go(by: 1 | -1): void {
      if (find !== null && count > 0) stand(find.hits, (find.current + by + count) % count, query);
    },
  };
};

export type ArticleFindProps = {
  /** The initial search, if the article was opened from one; null: none. */
  readonly sought: SoughtWords | null;
  readonly onClose: () => void;
};

/** Find in the article. A hit stays selected, so that a key can label it. */
export const ArticleFind = ({ sought, onClose }: ArticleFindProps) => {
  const { store, view } = useReader();
  const { currentHit, search, seek, go, ...shown } = useFind();
  const begin = useLatest(seek);
  useEffect(() => {
    if (sought !== null && view !== null) begin.current(sought);
  }, [sought, view]);
  const close = (): void => {
    if (currentHit !== undefined && view !== null) {
      view.select(currentHit);
      store.setState({ selected: view.selected(), selectedId: null });
    }
    onClose();
    view?.focus();
  };
  const forget = useLatest(() => store.setState({ find: null }));
  useEffect(() => () => forget.current(), []);
  return <FindBar label="Find in this article" {...shown} onSearch={search} onGo={go} onClose={close} />;
};
