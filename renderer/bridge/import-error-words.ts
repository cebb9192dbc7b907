/** The words for what keeps a text from being imported: the part of error-words that speaks of files and pastes. */
import type { AppError } from '#domain/contract/errors.ts';

export type ErrorWords = {
  /** What happened, in one short sentence. */
  readonly title: string;
  /** What was kept and what to do. */
  readonly text: string;
};

export const importErrorWords = {
  'file-missing': () => ({
    title: 'The file is not there.',
    text: 'Nothing was imported. It may have been moved or renamed.',
  }),
  'file-is-folder': () => ({
    title: 'That is a folder.',
    text: 'Nothing was imported. Open it and choose the files in it.',
  }),
  'file-unreadable': () => ({
    title: 'The file can’t be read.',
    text: 'Nothing was imported. Check that you may open it, and that no other program holds it.',
  }),
  'file-empty': () => ({ title: 'The file is empty.', text: 'Nothing was imported.' }),
  'file-binary': () => ({
    title: 'The file is no plain text.',
    text: 'Nothing was imported. It holds bytes that no text has, such as NULs. Precis reads text, Markdown and HTML.',
  }),
  'file-too-large': () => ({
    title: 'It is larger than 20 MB.',
    text: 'Nothing was imported. Save the part that you need as a file of its own.',
  }),
  'encoding-uncertain': () => ({
    title: 'Its encoding is not certain.',
    text: 'It was not sealed. Say in the import check that its letters are right, or choose another.',
  }),
  'encoding-mismatch': () => ({
    title: 'The file is not in that encoding.',
    text: 'The text was left as it was. Choose another encoding.',
  }),
  'no-text-found': () => ({
    title: 'No article was found in it.',
    text: 'Nothing was imported. Copy the text itself and paste it here.',
  }),
  'format-unsupported': () => ({
    title: 'Precis can’t read this kind of file.',
    text: 'Nothing was imported. Save it as text, Markdown or HTML, or copy the text and paste it here.',
  }),
  'importer-crashed': () => ({
    title: 'Reading the file failed.',
    text: 'Nothing was imported and nothing else was touched. Copy the text and paste it here.',
  }),
  'importer-timeout': () => ({
    title: 'Reading the file took too long.',
    text: 'Nothing was imported. Save the part that you need as a file of its own.',
  }),
  'importer-out-of-memory': () => ({
    title: 'The file needs too much memory.',
    text: 'Nothing was imported. Save the part that you need as a file of its own.',
  }),
  'already-here': () => ({
    title: 'This text is in the archive already.',
    text: 'It was not imported again. The article that is here was kept as it is.',
  }),
  'clipboard-empty': () => ({
    title: 'There is no text on the clipboard.',
    text: 'Copy the text of the article, then paste it here.',
  }),
  'reads-the-same': () => ({
    title: 'The original reads the same today.',
    text: 'No new version was made; the article is as it was.',
  }),
} satisfies Partial<Record<AppError['code'], () => ErrorWords>>;
