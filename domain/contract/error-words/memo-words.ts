/** The words for a memo that can't be changed, or can't be exported as it is. */
import type { MissingGlyph } from '../../memo/document/missing-glyph.ts';
import type { TemplateFailure } from '../../memo/form/word/house-template.ts';
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
      advice: 'Set one up in the system settings. You can also export a memo as a PDF.',
    },
    refused: {
      happened: 'The printer rejected the pages.',
      advice:
        'Check that the printer is on and connected, then print again. You can also export a memo as a PDF.',
    },
  };

const pictureFailures: Readonly<
  Record<PictureFailure, { readonly happened: string; readonly advice: string }>
> = {
  'too-large': {
    happened: 'it is larger than 512 KB',
    advice: 'Make it smaller: 1000 pixels are enough for any printer.',
  },
  'no-picture': {
    happened: 'it is not a valid PNG, JPEG or SVG',
    advice: 'Save it as a PNG, and choose that.',
  },
};

const templateFailures: Readonly<
  Record<TemplateFailure, { readonly happened: string; readonly advice: string }>
> = {
  macros: {
    happened: 'it contains macros',
    advice: 'In Word, save it as “Word Template (*.dotx)”, which removes them.',
  },
  'loads-from-elsewhere': {
    happened: 'it loads pictures or other content from another place',
    advice: 'In Word, break the links (File, Info, Edit Links to Files), then save it again.',
  },
  'not-word': {
    happened: 'it is not a Word document or template',
    advice: 'Open it in Word and save it as a .docx or .dotx file.',
  },
  damaged: { happened: 'it is damaged', advice: 'Open it in Word and save it again.' },
  unsafe: {
    happened: 'it is built to harm the program that opens it',
    advice: 'Ask its author for another copy.',
  },
  'too-large': {
    happened: 'it is larger than 4 MB',
    advice: 'Make its pictures smaller (Picture Format, Compress Pictures).',
  },
};

const figureFailures: Readonly<
  Record<FigureFailure, { readonly happened: string; readonly advice: string }>
> = {
  'too-large': {
    happened: 'it is larger than 64 MB',
    advice: 'Make it smaller: 2400 pixels are enough for paper.',
  },
  'no-picture': {
    happened: 'it is not a valid PNG, JPEG, WebP, GIF or SVG',
    advice: 'Save it as a PNG, and insert that.',
  },
  'cut-off': {
    happened: 'the file is incomplete',
    advice: 'Copy or download it again, and insert that.',
  },
  'too-many-pixels': {
    happened: 'it has more pixels than can be drawn',
    advice: 'Make it smaller: 2400 pixels are enough for paper.',
  },
  'not-drawn': {
    happened: 'drawing it failed or took too long',
    advice: 'Open it in another program, save it as a PNG, and insert that.',
  },
};

const figureNames = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `figure ${numbers[0]}` : `figures ${numbers.join(', ')}`;

const sayUnprintable = (missing: readonly number[], undescribed: readonly number[]): string =>
  [
    ...(missing.length === 0 ? [] : [`the picture of ${figureNames(missing)} is missing or was replaced`]),
    ...(undescribed.length === 0 ? [] : [`there is no description of ${figureNames(undescribed)}`]),
  ].join(', and ');

const notExported = 'Nothing was exported.';

export const memoWords: Entries<
  | 'memo-is-sent'
  | 'memo-not-sent'
  | 'no-manifest'
  | 'foreign-file'
  | 'form-unreadable'
  | 'citation-style-unusable'
  | 'picture-unusable'
  | 'template-unusable'
  | 'figure-unusable'
  | 'figures-unprintable'
  | 'evidence-changed'
  | 'misquoted'
  | 'references-missing'
  | 'judgements-contradicted'
  | 'marking-below-evidence'
  | 'annex-too-large'
  | 'missing-glyphs'
  | 'pdf-failed'
  | 'print-failed'
> = {
  'memo-is-sent': ({ referenceNumber }) => ({
    happened: `${referenceNumber} has been sent.`,
    kept: 'The memo stays as its readers have it. Nothing was changed.',
    advice: 'To change it, make an update, a correction or a withdrawal. To add something, choose a draft.',
  }),
  'memo-not-sent': ({ referenceNumber }) => ({
    happened: `${referenceNumber} has not been sent.`,
    kept: 'No new memo was made.',
    advice: 'Edit the memo, or mark it as sent first.',
  }),
  'no-manifest': ({ file }) => ({
    happened: `${file} doesn’t say which memo it comes from.`,
    kept: 'Nothing could be verified.',
    advice: 'Choose a file as Precis exported it: PDF, DOCX, HTML or Markdown.',
  }),
  'form-unreadable': ({ file, problems }) => ({
    happened: `${file} is not a valid form.`,
    kept: 'No form was added.',
    advice: problems.map(printProblem).join(' '),
  }),
  'citation-style-unusable': ({ style, reason }) => ({
    happened: `The citation style ${style} can’t be used. ${reason}`,
    kept: 'The form is unchanged.',
    advice: 'Choose another CSL file (version 1.0), or none.',
  }),
  'picture-unusable': ({ file, why }) => ({
    happened: `${file} can’t be the logo: ${pictureFailures[why].happened}.`,
    kept: 'The form is unchanged.',
    advice: pictureFailures[why].advice,
  }),
  'template-unusable': ({ file, why }) => ({
    happened: `${file} can’t be the Word template: ${templateFailures[why].happened}.`,
    kept: 'The form is unchanged.',
    advice: templateFailures[why].advice,
  }),
  'figure-unusable': ({ file, why }) => ({
    happened: `${file} can’t be put into the memo: ${figureFailures[why].happened}.`,
    kept: 'The memo is unchanged.',
    advice: figureFailures[why].advice,
  }),
  'figures-unprintable': ({ missing, undescribed }) => ({
    happened: `The memo can’t be exported: ${sayUnprintable(missing, undescribed)}.`,
    kept: notExported,
    advice:
      missing.length > 0
        ? 'Insert the picture again, or restore it from a backup.'
        : 'Describe what the picture shows, for readers who can’t see it.',
  }),
  'foreign-file': ({ file }) => ({
    happened: `${file} was exported from another archive.`,
    kept: 'Nothing was compared.',
    advice: 'Open the archive that the file comes from, and verify it there.',
    commandLine: { advice: 'Name the archive that the file comes from with --archive.' },
  }),
  'evidence-changed': ({ count }) => ({
    happened:
      count === 1 ? 'One piece of evidence has changed.' : `${count} pieces of evidence have changed.`,
    kept: notExported,
    advice: 'Open Checks, then accept, update or cite each one again.',
    commandLine: { advice: 'Open the memo in the window: Checks lists each one.' },
  }),
  misquoted: ({ count }) => ({
    happened:
      count === 1
        ? 'One quotation differs from its source.'
        : `${count} quotations differ from their sources.`,
    kept: notExported,
    advice: 'Checks lists each one: correct it, or give a reason.',
    commandLine: { advice: 'Open the memo in the window: Checks lists each one.' },
  }),
  'references-missing': ({ count }) => ({
    happened:
      count === 1 ? 'One cross reference points at nothing.' : `${count} cross references point at nothing.`,
    kept: notExported,
    advice: 'Checks lists each one: insert it again, or remove it.',
    commandLine: { advice: 'Open the memo in the window: Checks lists each one.' },
  }),
  'judgements-contradicted': ({ count }) => ({
    happened:
      count === 1
        ? 'One judgement contradicts its likelihood in words or in the table of changes.'
        : `${count} judgements contradict their likelihood in words or in the table of changes.`,
    kept: notExported,
    advice: 'Checks lists each one: make the two agree, or give a reason.',
    commandLine: { advice: 'Open the memo in the window: Checks lists each one.' },
  }),
  'marking-below-evidence': ({ needed }) => ({
    happened: `This memo cites material marked ${needed}.`,
    kept: notExported,
    advice: 'Mark the memo at least as high, or remove those citations. Checks lists them.',
    commandLine: { advice: 'In the window, mark the memo at least as high, or remove those citations.' },
  }),
  'annex-too-large': ({ search, found, most }) => ({
    happened: `“${search}” finds ${found} passages. An annex shows at most ${most}.`,
    kept: notExported,
    advice: 'Narrow the search by a tag or dates, or export its passages as a table.',
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
