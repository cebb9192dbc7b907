import { useEffect } from 'react';
import { useSettings } from '#renderer/bridge/app-state.ts';

/** Puts the chosen theme and reading size on the page; as the system means neither light nor dark is said. */
export const useTheme = (): void => {
  const { theme, readingSizePx } = useSettings();
  useEffect(() => {
    const page = document.documentElement;
    if (theme === 'system') delete page.dataset.theme;
    else page.dataset.theme = theme;
    page.style.setProperty('--reading-size', `${readingSizePx}px`);
  }, [theme, readingSizePx]);
};
