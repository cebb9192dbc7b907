import { useEffect } from 'react';

const app = 'Precis';

/** Names the window after the record that is open, for as long as it is. */
export const useWindowTitle = (name: string): void => {
  useEffect(() => {
    document.title = `${name} – ${app}`;
    return () => {
      document.title = app;
    };
  }, [name]);
};
