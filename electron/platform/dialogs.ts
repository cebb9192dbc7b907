import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';

/** The system's dialogs that the app uses. */
export type Dialogs = {
  /** Resolves with paths; empty if cancelled. */
  openFiles(options: {
    title: string;
    filters: readonly FileFilter[];
    isOne?: boolean;
  }): Promise<readonly string[]>;
  /** Resolves with a path; null if cancelled. */
  openFolder(options: { title: string }): Promise<string | null>;
  /** Resolves with the index of the button. */
  ask(question: Question): Promise<number>;
};

export type FileFilter = { readonly name: string; readonly extensions: readonly string[] };

export type Question = {
  readonly kind: 'question' | 'warning' | 'error';
  readonly message: string;
  readonly detail: string;
  /** The last is what Esc means. */
  readonly buttons: readonly string[];
  /** The index of the button of Enter. */
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

/** The parent window of a dialog, the one in front; before there is a window, a dialog has no parent. */
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
