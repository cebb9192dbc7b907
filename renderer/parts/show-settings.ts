import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';

type SettingsPage = {
  readonly name: string;
  /** Its settings, in words that people look for. */
  readonly settings: readonly string[];
};

/** The pages of the settings. */
export const settingsPages = {
  general: {
    name: 'General',
    settings: [
      'Archive folder',
      'Check the archive',
      'Export as a zip',
      'Remove the sample',
      'Your name',
      'Theme',
      'Notifications',
    ],
  },
  reading: { name: 'Reading', settings: ['Size of the text'] },
  labels: {
    name: 'Labels',
    settings: ['Add a label', 'Name of a label', 'Colour and line', 'Retire a label'],
  },
  memos: {
    name: 'Memos',
    settings: ['Likelihood scale', 'Marking', 'From', 'File name of an export', 'Paper'],
  },
  forms: { name: 'Forms', settings: ['Import a form', 'Letterhead', 'Reference numbers'] },
  spelling: { name: 'Spelling', settings: ['Language', 'Dictionaries', 'Your own words'] },
  translation: {
    name: 'Translation',
    settings: ['Translation program', 'Time limit', 'Machine translation'],
  },
  keys: { name: 'Keys', settings: ['Keyboard shortcuts', 'Single-letter shortcuts', 'Reset all keys'] },
  encryption: { name: 'Encryption', settings: ['Passphrase', 'Lock'] },
  backup: { name: 'Backup', settings: ['Backup folder', 'Restore', 'Test a backup'] },
  import: {
    name: 'Import and inbox',
    settings: ['Inbox folder', 'Browser extension', 'Keep', 'Scanned pages', 'OCR languages'],
  },
  about: { name: 'About Precis', settings: ['Version', 'Third-party licences'] },
} as const satisfies Readonly<Record<string, SettingsPage>>;

export type SettingsPageId = keyof typeof settingsPages;

/** The view state key for the open settings page. */
export const SETTINGS_PAGE = 'settings.page';

/** Opens a page of the settings. */
export const showSettings = (page: SettingsPageId): void => {
  setViewState(SETTINGS_PAGE, page);
  goTo({ view: 'settings' });
};
