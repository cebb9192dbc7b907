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
/** Also used for an original of the archive, from which nothing is imported. */
const locked = 'Nothing was read. The file is unchanged.';
const givePassword =
  'Run the command at a terminal, which asks for the password, or name a file that holds it with --password-file.';
/** Also used for other files: an exported one, a form, a picture. */
const nothingChanged = 'Nothing was changed.';
const pasteText = 'Copy the text itself and paste it here.';
const saveAsText = 'Save the text as a separate file, and import that.';
const savePart = 'Save the part that you need as a separate file.';

const readFormats = new Intl.ListFormat('en', { type: 'conjunction' }).format(printedFormats);

/** Of a kind that is known and not read: what it is, and what becomes of it elsewhere. */
const unsupportedWords = Object.fromEntries(
  unsupportedKinds.map((kind): [UnsupportedCode, () => Entry] => {
    const { name, advice } = unsupportedFormats[kind];
    const happened = `The file is ${name}, which Precis can’t read.`;
    return [unsupportedCode(kind), () => ({ happened, kept: nothingImported, advice })];
  }),
) as Readonly<Record<UnsupportedCode, () => Entry>>;

const inboxRefusals: Readonly<Record<InboxRefusal, string>> = {
  'in-archive': 'it is inside an archive',
  'holds-archive': 'the archive is inside it',
  'holds-backups': 'it contains backups of the archive, or is inside the backup folder',
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
    advice: 'Choose a separate folder, such as one in your downloads.',
  }),
  'file-missing': () => ({
    happened: 'The file was not found.',
    kept: nothingChanged,
    advice: 'The file may have been moved or renamed. Choose it in its new place.',
    commandLine: { advice: 'The file may have been moved or renamed. Name its new place.' },
  }),
  'file-is-folder': () => ({
    happened: 'No files were found in that folder.',
    kept: nothingChanged,
    advice:
      'The folder is empty, can’t be read, or is nested more than 40 levels deep. Choose files, or another folder.',
  }),
  'file-unreadable': () => ({
    happened: 'The file can’t be read.',
    kept: nothingChanged,
    advice: 'Check its permissions, and that no other program has it open.',
  }),
  'file-empty': () => ({
    happened: 'The file is empty.',
    kept: nothingImported,
    advice: 'Choose another file, or save the article again.',
    commandLine: { advice: 'Name another file, or save the article again.' },
  }),
  'file-binary': () => ({
    happened: 'The file is not plain text: it contains bytes such as NUL.',
    kept: nothingImported,
    advice: `Save it from its own program in a format that Precis reads: ${readFormats}.`,
  }),
  'file-too-large': () => ({
    happened: `The file is too large. The limit is ${articleFormats.txt.maxMegabytes} MB for text and web pages, and 100 MB for other files.`,
    kept: nothingImported,
    advice: savePart,
  }),
  'encoding-uncertain': () => ({
    happened: 'The encoding of the file is not certain.',
    kept: 'The file was not imported.',
    advice: 'Check its letters in the import check, or choose another encoding.',
    commandLine: { kept: nothingImported, advice: 'Name the encoding with --encoding.' },
  }),
  'encoding-mismatch': () => ({
    happened: 'The file is not in that encoding: some bytes are not valid in it.',
    kept: 'The text was not changed.',
    advice: 'Choose another encoding.',
    commandLine: { kept: nothingImported, advice: 'Name another with --encoding.' },
  }),
  'no-text-found': () => ({
    happened: 'No article was found in the file.',
    kept: nothingImported,
    advice: pasteText,
    commandLine: { advice: saveAsText },
  }),
  'nested-too-deep': () => ({
    happened: 'The page is nested too deeply to read.',
    kept: 'Nothing was imported. The file is unchanged.',
    advice: 'Open the page in a browser, copy its text and paste it here.',
    commandLine: { advice: 'Open the page in a browser, and save its text as a separate file.' },
  }),
  'too-many-elements': () => ({
    happened: 'The page has more than 150,000 elements, which is the limit.',
    kept: 'Nothing was imported. The file is unchanged.',
    advice: savePart,
  }),
  ...unsupportedWords,
  'password-needed': () => ({
    happened: 'The file is password-protected.',
    kept: locked,
    advice: 'Enter its password.',
    commandLine: { advice: givePassword },
  }),
  'file-locked': ({ fileName }) => ({
    happened: `${fileName} is password-protected.`,
    kept: locked,
    advice: 'Enter its password.',
    commandLine: { happened: 'The file is password-protected.', advice: givePassword },
  }),
  'password-wrong': () => ({
    happened: 'That is not the password of the file.',
    kept: locked,
    advice: 'Try again, or ask the sender.',
    commandLine: { advice: givePassword },
  }),
  'document-locked': () => ({
    happened: 'The file is locked by a password or by its publisher.',
    kept: locked,
    advice: 'Open the file with its password in another program, and save or print a copy without one.',
  }),
  'document-damaged': () => ({
    happened: 'The file is damaged: nothing in it could be read.',
    kept: 'Nothing was imported. The file is unchanged.',
    advice: 'Download it again, or open it in its own program and save it again.',
  }),
  'document-unsafe': () => ({
    happened:
      'The file looks malicious: it would unpack to far more than any document, or outside its folder.',
    kept: 'Nothing was unpacked.',
    advice: 'Do not open the file elsewhere. Ask the sender for a PDF.',
  }),
  'little-text': () => ({
    happened: 'Little of the page could be read.',
    kept: 'Nothing was imported.',
    advice: 'Compare the text with the page in the import check.',
    commandLine: {
      kept: nothingImported,
      advice: 'Compare the text with the page. To import it anyway, leave out --as-new-versions.',
    },
  }),
  'pages-are-pictures': () => ({
    happened: 'Its pages are scans: no text was read from them.',
    kept: 'Nothing was imported.',
    advice: 'Press “Read …” above the text. The pages are read on this computer.',
    commandLine: {
      kept: nothingImported,
      advice: 'Add --ocr to read the pages on this computer.',
    },
  }),
  'ocr-language-unusable': () => ({
    happened: 'The data of that language can’t be used for scanned pages.',
    kept: 'No page was read, and nothing was changed.',
    advice: 'Choose another language, or add its file again in Settings › Import and inbox.',
    commandLine: { advice: 'Name another with --ocr-language: eng and deu come with Precis.' },
  }),
  'importer-crashed': () => ({
    happened: 'Reading the file failed.',
    kept: 'Nothing was imported. Nothing else was changed.',
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
    happened: `That is not an export from ${tools[tool].name}, or its format is unknown.`,
    kept: nothingImported,
    advice: tools[tool].where,
  }),
  'no-text-brought': () => ({
    happened: 'The export contains neither its text nor highlights.',
    kept: 'The article was left out.',
    advice: 'Save the page or the PDF and import it. Then import the export again to add its notes.',
  }),
  'already-here': ({ articleId }) => ({
    happened: 'You already have this text.',
    kept: 'The text was not imported again. The existing article is unchanged.',
    advice: 'Open the existing article.',
    commandLine: {
      happened: `This text is already in the archive, as article ${articleId}.`,
    },
  }),
  'clipboard-empty': () => ({
    happened: 'There is no text on the clipboard.',
    kept: nothingImported,
    advice: 'Copy the text of the article, then paste it here.',
    commandLine: { advice: saveAsText },
  }),
  'reads-the-same': () => ({
    happened: 'The original has the same text today.',
    kept: 'No new version was made. The article is unchanged.',
    advice: 'There is nothing to do.',
  }),
};
