import { useEffect } from 'react';
import { request } from '#renderer/bridge/window-bridge.ts';

/** What the one text that is open says; another view has the analyst's own language. */
const tell = (languages: readonly string[]): void => {
  void request('app:check-spelling', { languages: [...languages] });
};

/** Has spelling checked in these languages (BCP 47, null passed over) as long as the view that asks is shown. */
export const useSpelling = (...languages: readonly (string | null)[]): void => {
  const asked = languages.filter((language) => language !== null).join(' ');
  useEffect(() => {
    tell(asked.split(' ').filter((language) => language !== ''));
    return () => tell([]);
  }, [asked]);
};
