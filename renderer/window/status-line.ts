import { useEffect } from 'react';
import { create } from 'zustand';

/** What the view that is open says in the status bar: "6 passages, all anchored", "4 of 6 graded". */
export type StatusItem = { readonly text: string; readonly isWarning?: boolean };

export const useStatusLine = create<{ readonly items: readonly StatusItem[] }>(() => ({ items: [] }));

/** Shows `items` in the status bar while the component is mounted. */
export const useStatusItems = (items: readonly StatusItem[]): void => {
  const key = JSON.stringify(items);
  useEffect(() => {
    useStatusLine.setState({ items: JSON.parse(key) as readonly StatusItem[] });
    return () => useStatusLine.setState({ items: [] });
  }, [key]);
};
