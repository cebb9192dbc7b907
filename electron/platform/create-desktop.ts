import { Blob } from 'node:buffer';
import * as electron from 'electron';
import { clipboard, shell } from 'electron';
import { importedEndings } from '#domain/article/formats/article-formats.ts';
import { outs } from '#domain/exchange/outs.ts';
import { tools } from '#domain/exchange/tools.ts';
import type { CopiedText, Desktop } from '../ports/desktop.ts';
import { openableAddress } from './addresses.ts';
import type { Dialogs, FileFilter } from './dialogs.ts';
import { log } from './log.ts';
import { readClipboard } from './read-clipboard.ts';

const importFilters = [
  { name: 'Articles', extensions: importedEndings },
  { name: 'All files', extensions: ['*'] },
];
const exportedFilters = [
  { name: 'Exported memos', extensions: ['pdf', 'docx', 'html'] },
  { name: 'All files', extensions: ['*'] },
];
const logoFilters = [{ name: 'Pictures', extensions: ['png', 'jpg', 'jpeg', 'svg'] }];
const citationStyleFilters = [
  { name: 'Citation styles (CSL)', extensions: ['csl', 'xml'] },
  { name: 'All files', extensions: ['*'] },
];
const templateFilters = [{ name: 'Word documents and templates', extensions: ['docx', 'dotx'] }];
const dictionaryFilters = [
  { name: 'Spelling dictionaries', extensions: ['bdic', 'dic', 'aff', 'oxt', 'xpi', 'zip'] },
];
const ocrLanguageFilters = [
  { name: 'Tesseract languages', extensions: ['traineddata', 'gz'] },
  { name: 'All files', extensions: ['*'] },
];
const figureFilters = [{ name: 'Pictures', extensions: ['png', 'jpg', 'jpeg', 'webp', 'gif', 'svg'] }];
const formFilters = [{ name: 'Forms', extensions: ['json'] }];

/** The synchronous clipboard of the oldest Electron that the app supports. */
type EarlierClipboard = { write(data: CopiedText): void; readHTML(): string };

const isEarlier = (value: object): value is EarlierClipboard => 'readHTML' in value;

/** Puts a text on the clipboard, plain and as HTML at once. */
async function writeClipboard({ text, html }: CopiedText): Promise<void> {
  const { clipboard, ClipboardItem } = electron;
  if (isEarlier(clipboard)) return clipboard.write({ text, html });
  const asBlob = (content: string, type: string) => new Blob([content], { type });
  await clipboard.write([
    new ClipboardItem({ 'text/plain': asBlob(text, 'text/plain'), 'text/html': asBlob(html, 'text/html') }),
  ]);
}

/** Creates the desktop services of the app's window. */
export function createDesktop(
  dialogs: Dialogs,
  ofWindow: Pick<
    Desktop,
    | 'windowIsReadyToClose'
    | 'windowAsksBeforeClosing'
    | 'windowStaysOpen'
    | 'showEnabledCommands'
    | 'takeHandedFiles'
    | 'dragFile'
    | 'print'
    | 'exportFolder'
    | 'chooseExportFolder'
    | 'checkSpelling'
    | 'lock'
    | 'convert'
    | 'openArchive'
    | 'openWindow'
    | 'hasEveryWindowSeen'
  >,
): Desktop {
  const chooseOne = async (title: string, filters: readonly FileFilter[]): Promise<string | null> => {
    const [path = null] = await dialogs.openFiles({ title, filters, isOne: true });
    return path;
  };
  return {
    chooseFiles: () => dialogs.openFiles({ title: 'Import articles', filters: importFilters }),
    async chooseFolderToImport() {
      const folder = await dialogs.openFolder({ title: 'Import a folder' });
      return folder === null ? [] : [folder];
    },
    chooseNewVersion: () => chooseOne('Import a new version', importFilters),
    chooseExportOf: (tool) =>
      dialogs.openFiles({
        title: `Import from ${tools[tool].name}`,
        filters: [
          { name: tools[tool].name, extensions: tools[tool].endings },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
    chooseReviewed: () =>
      dialogs.openFiles({
        title: 'Open returned files',
        filters: [{ name: 'Word documents', extensions: ['docx'] }],
      }),
    chooseExported: () => chooseOne('Verify an exported file', exportedFilters),
    chooseForm: () => chooseOne('Import a form', formFilters),
    chooseDictionary: () =>
      dialogs.openFiles({ title: 'Add a spelling dictionary', filters: dictionaryFilters }),
    chooseOcrLanguage: () => chooseOne('Add a language for scanned pages', ocrLanguageFilters),
    chooseTranslator: () => chooseOne('Choose the program that translates', []),
    chooseLogo: () => chooseOne('Choose a logo', logoFilters),
    chooseCitationStyle: () => chooseOne('Choose a citation style', citationStyleFilters),
    chooseWordTemplate: () => chooseOne('Choose a Word template', templateFilters),
    chooseFigure: () => chooseOne('Insert a figure', figureFilters),
    chooseFolderFor: (out) => dialogs.openFolder({ title: `Export to ${outs[out].name}` }),
    chooseCoderArchive: () => dialogs.openFolder({ title: 'Compare with another coder’s archive' }),
    chooseFormFolder: () => dialogs.openFolder({ title: 'Export the form to' }),
    readClipboard,
    copyText: async (text) => clipboard.writeText(text),
    copyFormatted: writeClipboard,
    async openLink(href) {
      const address = openableAddress(href);
      if (address === null) {
        log.warn('refused: an address that is neither http, https nor mailto');
        return false;
      }
      return openAfterQuestion(dialogs, address);
    },
    revealFile: (path) => shell.showItemInFolder(path),
    ...ofWindow,
  };
}

async function openAfterQuestion(dialogs: Dialogs, address: string): Promise<boolean> {
  const isMail = address.startsWith('mailto:');
  const button = await dialogs.ask({
    kind: 'question',
    message: isMail
      ? 'Write to this address with your mail program?'
      : 'Open this address in your browser? Your browser will go online.',
    detail: address,
    buttons: ['Open', 'Cancel'],
    defaultButton: 1,
  });
  if (button !== 0) return false;
  await shell.openExternal(address);
  return true;
}
