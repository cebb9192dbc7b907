import { useEffect } from 'react';
import { create } from 'zustand';

/** What is at the caret, for the status bar: "2 of 4 here". */
export const useStatusLine = create<{ readonly items: readonly string[] }>(() => ({ items: [] }));

/** Shows `items` in the status bar while the component is mounted. */
export const useStatusItems = (items: readonly string[]): void => {
  const key = JSON.stringify(items);
  useEffect(() => {
    useStatusLine.setState({ items: JSON.parse(key) as readonly string[] });
    return () => useStatusLine.setState({ items: [] });
  }, [key]);
};
