import { useEffect } from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { MemoStore } from './memo-store.ts';

/** Runs `open` whenever Enter asks for what is behind the selected node. */
export const useMenuRequest = (store: MemoStore, open: () => void): void => {
  const latest = useLatest(open);
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.menuRequests !== before.menuRequests) latest.current();
      }),
    [store],
  );
};
