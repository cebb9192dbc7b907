/** The words for a memo that can't be changed, or can't be exported as it is. */
import type { MissingGlyph } from '../../memo/document/missing-glyph.ts';
import type { PictureFailure, PrintFailure } from '../errors/memo-errors.ts';
import type { FigureFailure } from '../memo-figure.ts';
import type { Entries } from './entry.ts';

const listGlyphs = (glyphs: readonly MissingGlyph[], count = glyphs.length): string =>
  glyphs
    .slice(0, count)
    .map(({ character, codePoint, place }) => `${character} (${codePoint}) in “${place}”`)
    .join(', ');

const printProblem = ({
  line,
  message,
}: {
  readonly line: number | null;
  readonly message: string;
}): string => `${line === null ? '' : `Line ${line}: `}${message.replace(/\.$/u, '')}.`;

const printFailures: Readonly<Record<PrintFailure, { readonly happened: string; readonly advice: string }>> =
  {
    'no-printer': {
      happened: 'No printer is set up on this computer.',
      advice: 'Set one up in the settings of the system. A memo can be exported as a PDF instead.',
    },
    refused: {
      happened: 'The printer did not take the pages.',
      advice: 'Check that it is on and connected, then print again. A memo can be exported as a PDF instead.',
    },
  };

const pictureFailures: Readonly<
  Record<PictureFailure, { readonly happened: string; readonly advice: string }>
> = {
  'too-large': {
    happened: 'it is larger than 512 KB',
    advice: 'Make it smaller: 1000 pixels are more than any printer shows of it.',
  },
  'no-picture': {
    happened: 'it is no PNG, JPEG or SVG that can be drawn',
    advice: 'Save it as a PNG, and choose that.',
  },
};

const figureFailures: Readonly<
  Record<FigureFailure, { readonly happened: string; readonly advice: string }>
> = {
  'too-large': {
    happened: 'it is larger than 64 MB',
    advice: 'Make it smaller: 2400 pixels are all that paper shows of it.',
  },
  'no-picture': {
    happened: 'it is no PNG, JPEG, WebP, GIF or SVG that can be drawn',
    advice: 'Save it as a PNG, and put that in.',
  },
  'cut-off': {
    happened: 'its end is missing',
    advice: 'Copy or download it once more, and put that in.',
  },
  'too-many-pixels': {
    happened: 'it says that it has more pixels than can be drawn',
    advice: 'Make it smaller: 2400 pixels are all that paper shows of it.',
  },
  'not-drawn': {
    happened: 'the page that draws pictures has ended or run out of time over it',
    advice: 'Open it in another program, save it as a PNG, and put that in.',
  },
};

const figureNames = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `figure ${numbers[0]}` : `figures ${numbers.join(', ')}`;

const sayUnprintable = (missing: readonly number[], undescribed: readonly number[]): string =>
  [
    ...(missing.length === 0 ? [] : [`the picture of ${figureNames(missing)} is missing or is another one`]),
    ...(undescribed.length === 0 ? [] : [`nothing describes ${figureNames(undescribed)}`]),
  ].join(', and ');

const notExported = 'Nothing was exported.';

export const memoWords: Entries<
  | 'memo-is-sent'
  | 'memo-not-sent'
  | 'no-manifest'
  | 'foreign-file'
  | 'form-unreadable'
  | 'picture-unusable'
  | 'figure-unusable'
  | 'figures-unprintable'
  | 'evidence-changed'
  | 'misquoted'
  | 'judgements-contradicted'
  | 'marking-below-evidence'
  | 'annex-too-large'
  | 'missing-glyphs'
  | 'pdf-failed'
  | 'print-failed'
> = {
  'memo-is-sent': ({ referenceNumber }) => ({
    happened: `${referenceNumber} has been sent.`,
    kept: 'It stays as its readers have it: nothing in it was changed.',
    advice:
      'To change what it says, make an update, a correction or a withdrawal of it; to add, choose a draft.',
  }),
  'memo-not-sent': ({ referenceNumber }) => ({
    happened: `${referenceNumber} has not been sent.`,
    kept: 'No new memo was made.',
    advice: 'Change the memo itself, or record first that it was sent.',
  }),
  'no-manifest': ({ file }) => ({
    happened: `${file} doesn’t say of which memo it is.`,
    kept: 'Nothing can be verified in it.',
    advice: 'Only a PDF, DOCX or HTML that Precis has exported says so, as it was written.',
  }),
  'form-unreadable': ({ file, problems }) => ({
    happened: `${file} can’t be taken as a form.`,
    kept: 'No form was added.',
    advice: problems.map(printProblem).join(' '),
  }),
  'picture-unusable': ({ file, why }) => ({
    happened: `${file} can’t be the logo: ${pictureFailures[why].happened}.`,
    kept: 'The form was left as it is.',
    advice: pictureFailures[why].advice,
  }),
  'figure-unusable': ({ file, why }) => ({
    happened: `${file} can’t be put into the memo: ${figureFailures[why].happened}.`,
    kept: 'The memo was left as it is.',
    advice: figureFailures[why].advice,
  }),
  'figures-unprintable': ({ missing, undescribed }) => ({
    happened: `The memo can’t be exported: ${sayUnprintable(missing, undescribed)}.`,
    kept: notExported,
    advice:
      missing.length > 0
        ? 'Put the picture in again, or take it from a backup into the folder of the memo.'
        : 'Say in the description what the picture shows: whoever can’t see it reads that.',
  }),
  'foreign-file': ({ file }) => ({
    happened: `${file} was exported from another archive.`,
    kept: 'Nothing was compared with this one.',
    advice: 'Open the archive that it comes from, and verify it there.',
    commandLine: { advice: 'Name the archive that it comes from with --archive.' },
  }),
  'evidence-changed': ({ count }) => ({
    happened: count === 1 ? 'One citation has changed.' : `${count} citations have changed.`,
    kept: notExported,
    advice: 'Look at each under Checks and accept it or cite again.',
    commandLine: { advice: 'Look at each in the window, under the checks of the memo.' },
  }),
  misquoted: ({ count }) => ({
    happened:
      count === 1
        ? 'One quotation doesn’t say what its source says.'
        : `${count} quotations don’t say what their source says.`,
    kept: notExported,
    advice: 'Checks names each: mend it, or state why it is right as it is.',
    commandLine: { advice: 'The checks of the memo name each, in the window.' },
  }),
  'judgements-contradicted': ({ count }) => ({
    happened:
      count === 1
        ? 'The words of one judgement contradict the likelihood chosen for it, or the table of changes does.'
        : `The words of ${count} judgements contradict the likelihood chosen for them, or the table of changes does.`,
    kept: notExported,
    advice: 'Checks names each: make the two agree, or state why they differ.',
    commandLine: { advice: 'The checks of the memo name each, in the window.' },
  }),
  'marking-below-evidence': ({ needed }) => ({
    happened: `This memo cites material marked ${needed}.`,
    kept: notExported,
    advice: 'Mark the memo at least so, or take those citations out; Checks names them.',
    commandLine: { advice: 'Mark the memo at least so, or take those citations out, in the window.' },
  }),
  'annex-too-large': ({ search, found, most }) => ({
    happened: `“${search}” finds ${found} passages, and an annex shows ${most} at most: more would be a book.`,
    kept: notExported,
    advice: 'Narrow the search, by a tag or by dates, or export its passages as a table of their own.',
  }),
  'missing-glyphs': ({ glyphs }) => ({
    happened: `Some characters have no font: ${listGlyphs(glyphs, 5)}.`,
    kept: notExported,
    advice: 'Print them as code points, or change the text.',
    commandLine: {
      happened: `No font has these characters: ${listGlyphs(glyphs)}.`,
      advice: 'Change the text, or print them as their numbers with --allow-missing-glyphs.',
    },
  }),
  'print-failed': ({ reason }) => ({
    happened: printFailures[reason].happened,
    kept: 'Everything is saved and unchanged.',
    advice: printFailures[reason].advice,
  }),
  'pdf-failed': ({ diagnostics }) => ({
    happened: 'The PDF could not be made.',
    kept: 'The memo is saved and unchanged.',
    advice: `Try again; the engine says: ${diagnostics.slice(0, 3).join('; ')}.`,
    commandLine: {
      advice: `Run the command again; the engine says: ${diagnostics.join('; ')}.`,
    },
  }),
};
