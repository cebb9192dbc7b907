import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { TextRange } from '#domain/text/selector.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { announce } from '#renderer/window/live-region.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { scrollToOffset } from '../text/scroll-text.ts';
import styles from './find-bar.module.css';
import { findInText, hitFrom } from './find-in-text.ts';

const countText = (query: string, count: number, current: number): string => {
  if (query.trim() === '') return '';
  return count === 0 ? 'Not found' : `${current + 1} of ${count}`;
};

/** The hits of what is typed, and the one that find stands at. */
const useFind = () => {
  const { article, store, view, scroller } = useReader();
  const find = useReaderState((state) => state.find);
  const [query, setQuery] = useState('');
  const count = find?.hits.length ?? 0;

  const stand = (hits: readonly TextRange[], current: number, typed: string): void => {
    store.setState({ find: { hits, current } });
    announce(countText(typed, hits.length, current));
    const hit = hits[current];
    if (hit === undefined || view === null || scroller.current === null) return;
    scrollToOffset({ view, scroller: scroller.current, offset: hit.start, to: 'sight' });
  };
  return {
    query,
    count,
    text: countText(query, count, find?.current ?? -1),
    currentHit: find?.hits[find.current],
    search(typed: string): void {
      setQuery(typed);
      const hits = findInText(article.index.text, typed);
      stand(hits, hitFrom(hits, store.getState().selected.caret), typed);
    },
    go(by: 1 | -1): void {
      if (find !== null && count > 0) stand(find.hits, (find.current + by + count) % count, query);
    },
  };
};

/** Find in the article: hits as one types, Enter for the next, Shift+Enter for the one before, Esc to end. */
export const FindBar = ({ onClose }: { readonly onClose: () => void }) => {
  const { store, view } = useReader();
  const { query, count, text, currentHit, search, go } = useFind();
  const field = useRef<HTMLInputElement>(null);
  /** What was found stays selected, so that a key can label it. */
  const close = (): void => {
    if (currentHit !== undefined && view !== null) {
      view.select(currentHit);
      store.setState({ selected: view.selected(), selectedId: null });
    }
    onClose();
    view?.focus();
  };
  const forget = useLatest(() => store.setState({ find: null }));
  useEffect(() => {
    field.current?.focus();
    return () => forget.current();
  }, []);

  return (
    <search className={styles.bar}>
      <input
        ref={field}
        className={styles.field}
        aria-label="Find in this article"
        placeholder="Find in this article"
        value={query}
        onChange={(event) => search(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') close();
        }}
      />
      <span className={styles.count} data-is-empty={count === 0 || undefined}>
        {text}
      </span>
      <IconButton
        icon={ChevronUp}
        label="Previous"
        keys="Shift+Enter"
        isSmall
        isDisabled={count === 0}
        onPress={() => go(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label="Next"
        keys="Enter"
        isSmall
        isDisabled={count === 0}
        onPress={() => go(1)}
      />
      <IconButton icon={X} label="End the search" keys="Escape" isSmall onPress={close} />
    </search>
  );
};
