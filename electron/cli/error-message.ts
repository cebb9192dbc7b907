import type { AppError } from '#domain/contract/errors.ts';

type Code = AppError['code'];
type ErrorOf<C extends Code, E = AppError> = E extends { readonly code: infer K }
  ? C extends K
    ? E
    : never
  : never;

/** One sentence for each code, for whoever reads a terminal or a script's log. A code without one does not compile. */
const messages: { readonly [C in Code]: (error: ErrorOf<C>) => string } = {
  'archive-not-found': () => 'There is no archive in that folder.',
  'archive-locked': ({ host, pid, isSameHost }) =>
    isSameHost
      ? `The archive is open in another Precis (process ${pid}). Close it there first.`
      : `The archive is open in another Precis (process ${pid} on ${host}). Close it there first; where you know that none runs there, add --force-lock.`,
  'folder-not-an-archive': () => 'That folder holds other things and is no archive. Nothing was written.',
  'archive-newer': ({ file, version }) =>
    `${file} has version ${version}, which is newer than this Precis knows. Nothing was changed.`,
  'archive-damaged': ({ file, quarantinedAs }) =>
    quarantinedAs === null
      ? `${file} is missing or damaged. It was left as it is.`
      : `${file} is damaged. Its bytes are kept as ${quarantinedAs}.`,
  'archive-gone': ({ folder, found }) =>
    found === 'nothing'
      ? `The archive is not at ${folder} any more. Nothing was written.`
      : `Another folder stands at ${folder}, in the place of the archive. Nothing was written.`,
  'lock-lost': ({ holder }) =>
    holder === null
      ? "The archive's lock was removed by another program. Nothing was written."
      : `The archive's lock was taken by process ${holder.pid} on ${holder.host}. Nothing was written.`,
  'changed-outside': ({ file }) =>
    `${file} was changed by another program at the same time. Nothing of it was overwritten: look at it, then try again.`,
  'place-in-archive': ({ folder }) =>
    `That place is inside the archive ${folder}. Nothing was written: name a file outside it.`,
  'archive-unreadable': ({ file, reason }) =>
    `${file} can't be read: ${readFailures[reason]}. It was left as it is.`,
  'text-altered': ({ articleId }) =>
    `The text of the article ${articleId} was changed after it was imported. It can be read, not cited: restore it by restore-text, or say by accept-text why it is used.`,
  'text-not-restored': ({ why }) =>
    `The text could not be restored: ${restoreFailures[why]}. Nothing was changed.`,
  'write-failed': ({ file, reason }) => `${file} could not be written: ${writeFailures[reason]}.`,
  'not-found': ({ what, id, near = [] }) =>
    near.length === 0
      ? `There is no ${what} ${id}.`
      : `There is no ${what} ${id}. Did you mean ${near.join(' or ')}?`,
  'changed-since': ({ what, id }) => `The ${what} ${id} has changed since.`,
  'nothing-to-undo': () => 'There is nothing to undo.',
  'nothing-to-redo': () => 'There is nothing to redo.',
  'invalid-input': ({ problems }) => `That can't be stored: ${problems.join('; ')}.`,
  cancelled: () => 'Cancelled.',
  'file-missing': () => 'The file is not there.',
  'file-is-folder': () => 'That is a folder; name the files in it.',
  'file-unreadable': () => "The file can't be read.",
  'file-empty': () => 'The file is empty.',
  'file-binary': () => 'The file is no plain text: it holds bytes that no text has, such as NULs.',
  'file-too-large': () => 'The file is larger than 20 MB, the most that is imported.',
  'encoding-uncertain': () => 'The encoding of the file is not certain. Name it with --encoding.',
  'encoding-mismatch': () => 'The file is not in that encoding: it holds bytes that it does not have.',
  'no-text-found': () => 'No article was found in the file.',
  'format-unsupported': () => 'This kind of file is not read: text, Markdown and HTML are.',
  'importer-crashed': () => 'Reading the file failed.',
  'importer-timeout': () => 'Reading the file took too long.',
  'importer-out-of-memory': () => 'Reading the file needed too much memory.',
  'already-here': ({ articleId }) => `The same text is there already, as the article ${articleId}.`,
  'clipboard-empty': () => 'There is no text on the clipboard.',
  'reads-the-same': () => 'The original reads the same today. No new version was made.',
  'quote-not-found': () => 'The quote is not in the article, or not between that prefix and suffix.',
  'quote-ambiguous': ({ matches }) =>
    `The quote stands ${matches} times in the article. Say which by --prefix or --suffix.`,
  'range-not-on-grapheme': () => 'The quote cuts a character in two.',
  'cut-outside-passage': () => 'The place of the cut is not inside the passage.',
  'passage-not-in-text': () => "The words of the passage don't stand in the text.",
  'name-taken': ({ name }) => `The name "${name}" is taken.`,
  'would-be-cycle': () => "It can't stand below itself.",
  'related-to-itself': () => "A passage can't be related to itself.",
  'already-related': () => 'These two passages are related in that way already.',
  'not-confirmed': () =>
    'Credibility 1 needs a supporting passage of another origin, or a reason: give it with --because.',
  'memo-is-sent': ({ referenceNumber }) => `${referenceNumber} has been sent and is kept as it is.`,
  'held-by-memo': ({ referenceNumbers }) => `It is cited by ${referenceNumbers.join(', ')}.`,
  'evidence-changed': ({ count }) =>
    `Citations whose passage has changed since: ${count}. Look at them in the memo first.`,
  misquoted: ({ count }) =>
    `Quotations that do not say what their source says: ${count}. The checks of the memo name each.`,
  'marking-below-evidence': ({ needed }) => `The memo cites material marked ${needed}: mark it at least so.`,
  'missing-glyphs': ({ glyphs }) =>
    `No font has these characters: ${glyphs.map(({ character, codePoint, place }) => `${character} (${codePoint}) in ${place}`).join(', ')}.`,
  'pdf-failed': ({ diagnostics }) => `The PDF could not be made: ${diagnostics.join('; ')}`,
  internal: ({ reference }) => `Something went wrong in Precis; the log names it as ${reference}.`,
};

const readFailures = {
  'no-permission': 'you have no permission to read it',
  'not-a-file': 'it is no file',
  'too-large': 'it is larger than any file that Precis writes',
  other: 'the system does not hand it over',
} as const;

const restoreFailures = {
  'original-missing': 'the original is not there',
  'original-altered': 'the original is not what was imported either',
  'reads-otherwise': 'this version of Precis reads another text from the original',
  'reading-failed': 'the original could not be read',
} as const;

const writeFailures = {
  'disk-full': 'the disk is full',
  'read-only': 'the folder is read-only',
  'too-large': 'it is too large for the file system',
  'unreadable-outside': 'another program has put something there that is no file of an archive',
  'gone-outside': 'another program has removed or moved its folder',
  other: 'the system refused it; see that its folder is there',
} as const;

/** What went wrong, in one sentence. */
export const errorMessage = (error: AppError): string =>
  (messages[error.code] as (error: AppError) => string)(error);
