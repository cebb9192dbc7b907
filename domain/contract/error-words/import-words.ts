/** The words for what keeps a text from being imported, from a file or from the clipboard. */
import { articleFormats, printedFormats } from '../../article/formats/article-formats.ts';
import {
  type UnsupportedCode,
  unsupportedCode,
  unsupportedFormats,
  unsupportedKinds,
} from '../../article/formats/unsupported-formats.ts';
import { tools } from '../../exchange/tools.ts';
import type { ImportFailure, InboxRefusal } from '../errors/import-errors.ts';
import type { Entries, Entry } from './entry.ts';

const nothingImported = 'Nothing was imported.';
const givePassword =
  'Run the command at a terminal, which asks for it, or name with --password-file a file whose first line it is.';
/** Of what is said of other files too: one that was exported, a form, a picture. */
const nothingChanged = 'Nothing was changed.';
const pasteText = 'Copy the text itself and paste it here.';
const saveAsText = 'Save the text as a file of its own, and import that.';
const savePart = 'Save the part that you need as a file of its own.';

const readFormats = new Intl.ListFormat('en', { type: 'conjunction' }).format(printedFormats);

/** Of a kind that is known and not read: what it is, and what becomes of it elsewhere. */
const unsupportedWords = Object.fromEntries(
  unsupportedKinds.map((kind): [UnsupportedCode, () => Entry] => {
    const { name, advice } = unsupportedFormats[kind];
    const happened = `It is ${name}, which Precis can’t read.`;
    return [unsupportedCode(kind), () => ({ happened, kept: nothingImported, advice })];
  }),
) as Readonly<Record<UnsupportedCode, () => Entry>>;

const inboxRefusals: Readonly<Record<InboxRefusal, string>> = {
  'in-archive': 'it lies inside an archive',
  'holds-archive': 'the archive itself lies in it',
  'holds-backups': 'backups of the archive lie in it, or it lies among them',
};

export const importWords: Entries<
  | ImportFailure
  | 'file-locked'
  | 'inbox-refused'
  | 'ocr-language-unusable'
  | 'already-here'
  | 'no-text-brought'
  | 'not-of-tool'
  | 'clipboard-empty'
  | 'reads-the-same'
> = {
  'inbox-refused': ({ folder, why }) => ({
    happened: `${folder} can’t be the inbox: ${inboxRefusals[why]}.`,
    kept: 'Nothing was imported from it.',
    advice: 'Choose a folder of its own, such as one in your downloads.',
  }),
  'file-missing': () => ({
    happened: 'The file is not there.',
    kept: nothingChanged,
    advice: 'It may have been moved or renamed: choose it where it is now.',
    commandLine: { advice: 'It may have been moved or renamed: name it where it is now.' },
  }),
  'file-is-folder': () => ({
    happened: 'That is a folder in which no files were found.',
    kept: nothingChanged,
    advice:
      'It is empty, may not be read, or lies more than 40 folders deep. Choose files, or a folder in which they lie.',
  }),
  'file-unreadable': () => ({
    happened: 'The file can’t be read.',
    kept: nothingChanged,
    advice: 'Check that you may open it, and that no other program holds it.',
  }),
  'file-empty': () => ({
    happened: 'The file is empty.',
    kept: nothingImported,
    advice: 'Choose another, or save the article once more.',
    commandLine: { advice: 'Name another, or save the article once more.' },
  }),
  'file-binary': () => ({
    happened: 'The file is no plain text: it holds bytes that no text has, such as NULs.',
    kept: nothingImported,
    advice: `Save it from its own program as one of what is read: ${readFormats}.`,
  }),
  'file-too-large': () => ({
    happened: `It is larger than what is imported: ${articleFormats.txt.maxMegabytes} MB of a text or a page, 100 MB of anything else.`,
    kept: nothingImported,
    advice: savePart,
  }),
  'encoding-uncertain': () => ({
    happened: 'Its encoding is not certain.',
    kept: 'It was not sealed.',
    advice: 'Say in the import check that its letters are right, or choose another.',
    commandLine: { kept: nothingImported, advice: 'Name the encoding with --encoding.' },
  }),
  'encoding-mismatch': () => ({
    happened: 'The file is not in that encoding: it holds bytes that it does not have.',
    kept: 'The text was left as it was.',
    advice: 'Choose another encoding.',
    commandLine: { kept: nothingImported, advice: 'Name another with --encoding.' },
  }),
  'no-text-found': () => ({
    happened: 'No article was found in it.',
    kept: nothingImported,
    advice: pasteText,
    commandLine: { advice: saveAsText },
  }),
  'nested-too-deep': () => ({
    happened: 'The page is nested too deeply to read.',
    kept: 'Nothing was imported, and the file is as it was.',
    advice: 'Open it in a browser, copy its text and paste it here.',
    commandLine: { advice: 'Open it in a browser, and save its text as a file of its own.' },
  }),
  'too-many-elements': () => ({
    happened: 'It has more than 150,000 elements, the most that are read.',
    kept: 'Nothing was imported, and the file is as it was.',
    advice: savePart,
  }),
  ...unsupportedWords,
  'password-needed': () => ({
    happened: 'It asks for a password.',
    kept: 'Nothing was imported, and the file is as it was.',
    advice: 'Give its password.',
    commandLine: { advice: givePassword },
  }),
  'file-locked': ({ fileName }) => ({
    happened: `${fileName} asks for a password.`,
    kept: 'Nothing was imported, and the file is as it was.',
    advice: 'Give its password.',
    commandLine: { happened: 'It asks for a password.', advice: givePassword },
  }),
  'password-wrong': () => ({
    happened: 'That is not its password.',
    kept: 'Nothing was imported, and the file is as it was.',
    advice: 'Try again, or ask whoever sent it.',
    commandLine: { advice: givePassword },
  }),
  'document-locked': () => ({
    happened: 'It is locked, with a password or by its publisher.',
    kept: nothingImported,
    advice:
      'Open it with the password in the program that you read it with, and save or print a copy without one.',
  }),
  'document-damaged': () => ({
    happened: 'The file is damaged: nothing in it could be read.',
    kept: 'Nothing was imported, and the file is as it was.',
    advice: 'Download it again, or open it in its own program and save it again.',
  }),
  'document-unsafe': () => ({
    happened:
      'The file is made to harm: it would unpack to far more than a document has, or to places outside it.',
    kept: 'Nothing of it was unpacked.',
    advice: 'Do not open it elsewhere. Ask whoever sent it for a PDF.',
  }),
  'little-text': () => ({
    happened: 'Little of the page was read.',
    kept: 'Nothing was sealed.',
    advice: 'Compare the text with the page in the import check.',
    commandLine: {
      kept: nothingImported,
      advice: 'Compare it with the page. To import it all the same, leave out --as-new-versions.',
    },
  }),
  'pages-are-pictures': () => ({
    happened: 'Its pages are pictures, as of a scan: no text was read from them.',
    kept: 'Nothing was sealed.',
    advice: 'Choose “Read … scanned pages” above the text: they are read on this machine.',
    commandLine: {
      kept: nothingImported,
      advice: 'Name --ocr: the pages are then read on this machine.',
    },
  }),
  'ocr-language-unusable': () => ({
    happened: 'The data of that language can’t be used to read scanned pages.',
    kept: 'No page was read, and nothing was changed.',
    advice: 'Choose another language, or add its file again in Settings › Import and inbox.',
    commandLine: { advice: 'Name another with --ocr-language: eng and deu come with Precis.' },
  }),
  'importer-crashed': () => ({
    happened: 'Reading the file failed.',
    kept: 'Nothing was imported and nothing else was touched.',
    advice: pasteText,
    commandLine: { advice: saveAsText },
  }),
  'importer-timeout': () => ({
    happened: 'Reading the file took too long.',
    kept: nothingImported,
    advice: savePart,
  }),
  'importer-out-of-memory': () => ({
    happened: 'The file needs too much memory.',
    kept: nothingImported,
    advice: savePart,
  }),
  'not-of-tool': ({ tool }) => ({
    happened: `That is no export of ${tools[tool].name}, or one that Precis does not know.`,
    kept: nothingImported,
    advice: tools[tool].where,
  }),
  'no-text-brought': () => ({
    happened: 'The export has neither its text nor words that were highlighted in it.',
    kept: 'It was left out.',
    advice:
      'Save the page or the PDF and import that; then bring the export in again for what is said of it.',
  }),
  'already-here': ({ articleId }) => ({
    happened: 'This text is in the archive already.',
    kept: 'It was not imported again. The article that is here was kept as it is.',
    advice: 'Go on with that one.',
    commandLine: {
      happened: `This text is in the archive already, as the article ${articleId}.`,
    },
  }),
  'clipboard-empty': () => ({
    happened: 'There is no text on the clipboard.',
    kept: nothingImported,
    advice: 'Copy the text of the article, then paste it here.',
    commandLine: { advice: saveAsText },
  }),
  'reads-the-same': () => ({
    happened: 'The original reads the same today.',
    kept: 'No new version was made; the article is as it was.',
    advice: 'Go on with it.',
  }),
};
