import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';

export type SettingsPageId =
  | 'general'
  | 'reading'
  | 'labels'
  | 'memos'
  | 'forms'
  | 'spelling'
  | 'keys'
  | 'encryption'
  | 'backup'
  | 'import'
  | 'about';

/** Under what the settings keep which of their pages is open. */
export const SETTINGS_PAGE = 'settings.page';

/** Opens a page of the settings. */
export const showSettings = (page: SettingsPageId): void => {
  setViewState(SETTINGS_PAGE, page);
  goTo({ view: 'settings' });
};
