import { useEffect } from 'react';
import { appCheckSpelling } from '#domain/contract/app.ts';
import { request } from '#renderer/bridge/window-bridge.ts';

/** The languages of the open text; other views use the analyst's own language. */
const tell = (languages: readonly string[]): void => {
  void request(appCheckSpelling, { languages: [...languages] });
};

/** Checks spelling in these languages (BCP 47, null is ignored) while the calling view is shown. */
export const useSpelling = (...languages: readonly (string | null)[]): void => {
  const asked = languages.filter((language) => language !== null).join(' ');
  useEffect(() => {
    tell(asked.split(' ').filter((language) => language !== ''));
    return () => tell([]);
  }, [asked]);
};
