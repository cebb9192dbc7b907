import { useEffect } from 'react';

const app = 'Precis';

/** Names the window after the open record, while it is open. */
export const useWindowTitle = (name: string): void => {
  useEffect(() => {
    document.title = `${name} – ${app}`;
    return () => {
      document.title = app;
    };
  }, [name]);
};
