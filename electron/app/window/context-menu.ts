import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';
import { withOwnWord } from '#domain/spelling/dictionaries.ts';
import type { LocalState } from '#electron/ports/local-state.ts';

type Asked = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'editFlags' | 'misspelledWord' | 'dictionarySuggestions'
>;

type SpellingActs = {
  readonly replace: (suggestion: string) => void;
  readonly keepWord: (word: string) => void;
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

const spellingItems = (
  { misspelledWord, dictionarySuggestions }: Asked,
  { replace, keepWord }: SpellingActs,
): readonly MenuItemConstructorOptions[] => {
  if (misspelledWord === '') return [];
  const suggestions = dictionarySuggestions.map((suggestion) => ({
    label: suggestion,
    click: () => replace(suggestion),
  }));
  return [
    ...(suggestions.length === 0 ? [{ label: 'No suggestions', enabled: false }] : suggestions),
    separator,
    { label: `Add “${misspelledWord}” to my words`, click: () => keepWord(misspelledWord) },
    separator,
  ];
};

/** The items of the context menu: spelling suggestions for a misspelt word, then cut, copy and paste. */
export const contextMenuItems = (asked: Asked, acts: SpellingActs): MenuItemConstructorOptions[] => {
  const { isEditable, selectionText, editFlags } = asked;
  if (!isEditable && selectionText === '') return [];
  return [
    ...spellingItems(asked, acts),
    ...(isEditable ? [{ role: 'cut', enabled: editFlags.canCut } as const] : []),
    { role: 'copy', enabled: editFlags.canCopy },
    ...(isEditable ? [{ role: 'paste', enabled: editFlags.canPaste } as const] : []),
    separator,
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
};

/**
 * Offers suggestions, cut, copy and paste on the right mouse button where the page has no context menu of its own.
 * Where it has one, it prevents the event, and Electron receives nothing.
 */
export function offerContextMenu(
  window: BrowserWindow,
  local: Pick<LocalState, 'settings' | 'changeSettings'>,
): void {
  const acts: SpellingActs = {
    replace: (suggestion) => window.webContents.replaceMisspelling(suggestion),
    keepWord: (word) => {
      const { spelling } = local.settings();
      const ownWords = [...withOwnWord(spelling.ownWords, word)];
      void local.changeSettings({ spelling: { ...spelling, ownWords } });
    },
  };
  window.webContents.on('context-menu', (_event, asked) => {
    const items = contextMenuItems(asked, acts);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window, x: asked.x, y: asked.y });
  });
}
