import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';

/** The system's dialogs, as far as the app asks anything in one. */
export type Dialogs = {
  /** Paths, empty when it was cancelled. */
  openFiles(options: {
    title: string;
    filters: readonly FileFilter[];
    isOne?: boolean;
  }): Promise<readonly string[]>;
  /** A path, null when it was cancelled. */
  openFolder(options: { title: string }): Promise<string | null>;
  /** The index of the button. */
  ask(question: Question): Promise<number>;
};

export type FileFilter = { readonly name: string; readonly extensions: readonly string[] };

export type Question = {
  readonly kind: 'question' | 'warning' | 'error';
  readonly message: string;
  readonly detail: string;
  /** The last is what Esc means. */
  readonly buttons: readonly string[];
  /** The index of the button that Enter means. */
  readonly defaultButton: number;
};

const copyFilters = (filters: readonly FileFilter[]) =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

const toMessageBox = ({ kind, message, detail, buttons, defaultButton }: Question): MessageBoxOptions => ({
  type: kind,
  title: 'Precis',
  message,
  detail,
  buttons: [...buttons],
  defaultId: defaultButton,
  cancelId: buttons.length - 1,
  noLink: true,
});

/** The window that a dialog belongs to, the one in front; before there is one, a dialog stands alone. */
const owner = (): BrowserWindow | undefined =>
  BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((window) => window.isVisible());

/** The dialogs of the system. */
export const systemDialogs: Dialogs = {
  async openFiles({ title, filters, isOne = false }) {
    const paths = await showOpen({
      title,
      filters: copyFilters(filters),
      properties: isOne ? ['openFile'] : ['openFile', 'multiSelections'],
    });
    return paths ?? [];
  },
  async openFolder({ title }) {
    const paths = await showOpen({ title, properties: ['openDirectory', 'createDirectory'] });
    return paths?.[0] ?? null;
  },
  async ask(question) {
    const window = owner();
    const box = toMessageBox(question);
    return (await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box))).response;
  },
};

async function showOpen(options: Electron.OpenDialogOptions): Promise<readonly string[] | null> {
  const window = owner();
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return answer.canceled ? null : answer.filePaths;
}
