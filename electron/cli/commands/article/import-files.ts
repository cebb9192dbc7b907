import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { MAX_OFFERED } from '#domain/article/attachment.ts';
import { alreadyHere } from '#domain/article/bibliography/provenance.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { type ArticleFormat, maxBytesOf, printedFormats } from '#domain/article/formats/article-formats.ts';
import { ocrLanguageSchema } from '#domain/article/machine/ocr-languages.ts';
import { articleOpen } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ImportDraft, importCancel, importDiscard, importSeal } from '#domain/contract/import.ts';
import type { ArticleId } from '#domain/ids.ts';
import { noMarksTaken, takeAll } from '#domain/passage/marks/pdf-mark.ts';
import { printCount } from '#domain/print-count.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { languageSchema } from '#domain/translation/translation.ts';
import { chosenFiles } from '#electron/import/chosen-files.ts';
import { encodingOfLabel } from '../../../import/encoding/encoding-of-label.ts';
import { flag, value } from '../../arguments/options.ts';
import { filled, readBy } from '../../arguments/words.ts';
import type { CommandContext } from '../../command-context.ts';
import { readLabels } from '../../output/names.ts';
import { defineCommand } from '../command.ts';
import { articleFacts } from './article-facts.ts';
import { importAsVersions } from './import-as-versions.ts';
import { describeAttached } from './outcome/attached-outcome.ts';
import {
  describeOutcome,
  failed,
  fieldsAskedFor,
  type Outcome,
  type Sealed,
  type Told,
} from './outcome/file-outcome.ts';
import type { ImportError } from './outcome/import-error.ts';
import { type ImportHow, readWithScans, type Scanned } from './read-file.ts';
import { tellDuplicates } from './tell-duplicates.ts';
import { type DeclaredFile, declareImported, sayDeclared } from './translations.ts';

const encoding = readBy(encodingOfLabel, 'is not a known encoding, such as windows-1251 or shift_jis');

/** Options that answer a question about one file and are refused for several. */
const forOneFile = ['as-version-of', 'encoding', 'password-file', 'ocr-language'] as const;

const schema = z
  .strictObject({
    words: z.array(z.string().min(1)).min(1, { error: 'must name a FILE' }),
    name: filled.nullable().default(null),
    'as-version-of': filled.nullable().default(null),
    'as-new-versions': z.boolean().default(false),
    'translation-of': filled.optional(),
    language: languageSchema.optional(),
    by: filled.optional(),
    encoding: encoding.nullable().default(null),
    'password-file': filled.nullable().default(null),
    attachments: z.boolean().default(false),
    marks: z.boolean().default(false),
    ocr: z.boolean().default(false),
    'ocr-language': ocrLanguageSchema.nullable().default(null),
  })
  .refine(({ words, 'as-version-of': previous }) => previous === null || words.length === 1, {
    error: 'needs exactly one FILE',
    path: ['as-version-of'],
  })
  .refine(
    ({ words, 'translation-of': of, language }) => of === undefined || (words.length === 1 && language),
    {
      error: 'needs exactly one FILE, and its --language',
      path: ['translation-of'],
    },
  )
  // These options answer questions about one file; with several files, a file that raises such a question is reported
  // and skipped.
  .refine(
    ({ 'as-new-versions': isMany, ocr, ...one }) =>
      !isMany || (!ocr && forOneFile.every((option) => one[option] === null)),
    {
      error: `can’t be combined with ${forOneFile.map((option) => `--${option}`).join(', ')} and --ocr`,
      path: ['as-new-versions'],
    },
  )
  .refine(({ words, name }) => name === null || words.includes(PIPED), {
    error: 'names the piped input, so it needs -',
    path: ['name'],
  })
  .refine(({ words }) => words.filter((word) => word === PIPED).length <= 1, {
    error: 'can contain - only once',
    path: ['words'],
  })
  .transform(
    ({
      words: files,
      name: pipedName,
      'as-version-of': asVersionOf,
      'as-new-versions': asNewVersions,
      'translation-of': translationOf,
      language,
      by = '',
      encoding,
      'password-file': passwordFile,
      attachments: hasAttachments,
      marks: takesMarks,
      ocr,
      'ocr-language': ocrLanguage,
    }) => ({
      files,
      pipedName,
      asVersionOf,
      asNewVersions,
      ...(translationOf === undefined || language === undefined
        ? {}
        : { translation: { of: translationOf, language, by } }),
      encoding,
      passwordFile,
      hasAttachments,
      takesMarks,
      // Naming a language implies that the pages are to be read by OCR.
      hasOcr: ocr || ocrLanguage !== null,
      ocrLanguage,
    }),
  );

type ImportInput = z.output<typeof schema>;

/**
 * Imports the files one by one, in their order. A file that fails does not affect the others. If the person interrupts
 * it, sealed files are kept and the current file is dropped.
 */
async function importFiles(context: CommandContext, { files, pipedName, ...how }: ImportInput) {
  if (!files.includes(PIPED)) return importNamed(context, files, how);
  const piped = await keepPiped(pipedName);
  try {
    const resolvePath = (typed: string): string =>
      typed === PIPED ? piped.path : context.resolvePath(typed);
    return await importNamed({ ...context, resolvePath }, files, how);
  } finally {
    await piped.remove();
  }
}

async function importNamed(context: CommandContext, files: readonly string[], how: ImportHow) {
  const interrupted = context.listenForInterrupt();
  // Cancels the OCR of scanned pages after the current page.
  interrupted.addEventListener('abort', () => void context.call(importCancel, {}));
  const all = (await Promise.all(files.map((word) => filesOf(context, word)))).flat();
  const imported = how.asNewVersions
    ? await importAsVersions(context, { words: files, files: all }, how)
    : ok(await importEach(context, all, how, interrupted));
  if (!imported.ok) return imported;
  const outcomes = imported.value;
  // Done once all files are imported, so that the first of two copies is reported as a duplicate too.
  const told: Told[] = [];
  for (const outcome of outcomes)
    told.push({ ...outcome, duplicates: await tellDuplicates(context, outcome.id) });
  const declared = await declareFirst(context, outcomes, how);
  if (!declared.ok) return declared;
  const translation = declared.value;
  return ok({
    json: told.map((outcome) => ({
      ...fieldsAskedFor(outcome, how),
      ...(how.translation === undefined ? {} : { translation }),
    })),
    plain: [...told.map(describeOutcome), ...(translation === null ? [] : [sayDeclared(translation)])].join(
      '\n',
    ),
    hasFailed: outcomes.some(({ status }) => status === 'failed'),
    ...(interrupted.aborted ? { isInterrupted: true, notices: [sayInterrupted(outcomes, all.length)] } : {}),
  });
}

/** Declares the one file that is the translation of an article; null if there is none, or if it was not imported. */
const declareFirst = async (
  context: CommandContext,
  [first]: readonly Outcome[],
  { translation }: ImportHow,
): Promise<Result<DeclaredFile | null, AppError>> =>
  first === undefined || first.id === null || translation === undefined
    ? ok(null)
    : declareImported(context, first.id, translation);

const importEach = async (
  context: CommandContext,
  files: readonly string[],
  how: ImportHow,
  interrupted: AbortSignal,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const [done, file] of files.entries()) {
    context.showProgress('Importing', done, files.length);
    const outcome = interrupted.aborted ? null : await importFile(context, file, how, interrupted);
    if (outcome !== null) outcomes.push(outcome);
  }
  return outcomes;
};

const sayInterrupted = (outcomes: readonly Outcome[], total: number): string => {
  const imported = outcomes.filter(({ status }) => status === 'imported').length;
  const left = total - outcomes.length;
  const kept = `Interrupted: ${imported} of ${printCount(total, 'file')} ${imported === 1 ? 'was imported and stays' : 'were imported and stay'} in the archive`;
  return left === 0
    ? `${kept}.`
    : `${kept}; ${left === 1 ? 'the other was' : `${left} others were`} not imported.`;
};

/** The files that a word names: for a folder, the files directly in it, with paths relative to where the word is. */
const filesOf = async ({ resolvePath }: CommandContext, word: string): Promise<readonly string[]> => {
  const place = resolvePath(word);
  const { files, holdsMany } = await chosenFiles.laidOpen([place]);
  return holdsMany ? files.map(({ path }) => join(word, relative(place, path))) : [word];
};

/** Returns null if it was interrupted before the article was sealed. */
async function importFile(
  context: CommandContext,
  file: string,
  how: ImportHow,
  interrupted: AbortSignal,
): Promise<Outcome | null> {
  const sealed = await sealFile(context, file, how, interrupted);
  if (sealed === null) return null;
  if (!sealed.ok) return failed(file, sealed.error);
  const { id } = sealed.value;
  const opened = await context.call(articleOpen, { articleId: id });
  return opened.ok ? { file, ...sealed.value, ...articleFacts(opened.value) } : failed(file, opened.error);
}

/** The outcome for a text that is already in the archive; nothing is written for it. */
const hereAlready = (id: ArticleId) =>
  ({
    status: 'duplicate',
    id,
    carried: null,
    nearPublications: [],
    followed: null,
    attachments: [],
    marks: noMarksTaken,
  }) as const;

/** How the file of a draft was read: encoding, omissions and remarks. */
const readOf = ({ encoding, leftOut, hidden, remarks }: ImportDraft, scanned: Scanned | null) => ({
  leftOut: leftOut.length,
  hiddenWords: hidden.reduce((sum, { words }) => sum + words, 0),
  remarks,
  scanned,
  encoding: encoding?.encoding ?? null,
  unreadable: encoding?.unreadable ?? 0,
});

/** One file becomes a draft, as in the window; nobody reviews it here, so it is sealed as it was read. */
async function sealFile(
  context: CommandContext,
  file: string,
  how: ImportHow,
  interrupted: AbortSignal,
): Promise<Result<Sealed, ImportError> | null> {
  const read = await readWithScans(context, file, how, interrupted);
  // A draft lives no longer than the process.
  if (interrupted.aborted) return null;
  if (!read.ok) return read;
  const { draft, scanned } = read.value;
  const { draftId, bibliography, marking, duplicates, encoding } = draft;
  if (encoding?.isCertain === false) {
    await context.call(importDiscard, { draftId });
    return err({ code: 'encoding-uncertain', likely: encoding.choices.map((choice) => choice.encoding) });
  }
  const body = withoutLeftOut(draft.body, draft.leftOut);
  const readAs = readOf(draft, scanned);
  const marks = how.takesMarks ? takeAll(draft.marks, await readLabels(context)) : [];
  const here = alreadyHere(duplicates, bibliography);
  if (here !== null && marks.length === 0) {
    await context.call(importDiscard, { draftId });
    return ok({ ...hereAlready(here.articleId), ...readAs });
  }
  const attached = how.hasAttachments ? draft.attachments.map(({ index }) => index) : [];
  const sealed = await context.call(importSeal, {
    draftId,
    body,
    bibliography,
    marking,
    attached,
    ...(how.takesMarks ? { marks: [...marks] } : {}),
  });
  if (!sealed.ok) return sealed;
  const { articleId, carried, nearPublications } = sealed.value;
  const attachments = sealed.value.attached.map(describeAttached);
  return ok({
    status: here === null ? 'imported' : 'duplicate',
    id: articleId,
    carried,
    nearPublications,
    followed: null,
    attachments,
    marks: sealed.value.marks,
    ...readAs,
  });
}

const megabytesOf = (format: ArticleFormat): number => maxBytesOf(format) / 1024 ** 2;

export const importCommand = defineCommand(
  {
    name: 'import',
    summary: 'Imports files, or all files in a folder',
    example: 'import report.html note.txt --archive ~/cases/canal',
    operands: 'FILE...',
    options: {
      name: value('NAME', 'names the piped input (FILE is -), such as report.html'),
      'as-version-of': value('ID', 'imports the file as a new version of that article'),
      'as-new-versions': flag('imports files that match an article as its new versions'),
      'translation-of': value('ID', 'imports the file as a translation of that article'),
      language: value('TAG', 'names the language of the translation, such as en'),
      by: value('NAME', 'names the translator, or who published it'),
      encoding: value('NAME', 'sets the encoding of a text, such as windows-1251'),
      'password-file': value('FILE', 'reads the password of a PDF from the first line of FILE'),
      attachments: flag('also imports the attachments of a mail'),
      marks: flag('makes passages of the marks in a PDF'),
      ocr: flag('reads scanned pages and pictures'),
      'ocr-language': value('NAME', 'sets the language of scanned pages, such as eng or deu'),
    },
    says: `Imports ${printedFormats.join(', ')}. The limit is ${megabytesOf('html')} MB for texts and web pages, and ${megabytesOf('pdf')} MB for other files. A folder means all files in it and below it, without hidden files and pictures of saved pages. A mailbox means its mails, and a feed its items (“box.mbox#2” is the second). "remarks" lists what the text does not show, such as tracked changes. Creates the archive if DIR is missing or empty. --as-version-of keeps both versions and carries the passages over. --as-new-versions compares the address, then the DOI, then the file name; an unchanged text is skipped. If several articles or FILEs match, the file becomes a separate article and is reported ("versionOf", "matchedBy", "toReview", "undecided", "candidates"). --translation-of keeps the file as an article, links it to the original, and takes its paragraphs over if the counts agree ("translation"). A FILE with an uncertain encoding is not imported ("encoding-uncertain"): name it with --encoding. Precis asks for the password of a PDF at the terminal, or reads it from --password-file; no password is stored. --attachments also imports the attachments of a mail and the other pages of a web archive (at most ${MAX_OFFERED}) as separate articles, in the same undo step; "attachments" lists them. --marks makes passages of the highlights and other marks in a PDF, with the label of their colour and the name of their writer; marks without words go into the note of the article; "marks" counts them. --ocr reads scanned pages and pictures on this computer, a few seconds a page. --ocr-language is eng, deu, or a language with a Tesseract file, such as fra.traineddata.gz, in the folder ocr beside the settings; "scanned" lists pages that were not read. Ctrl+C stops the import: finished files stay, and the current one is dropped.`,
    createsArchive: true,
  },
  schema,
  importFiles,
);

/** The input piped into `import -`, kept as a file for the time of the import. */

/** The word that is given in place of a file. */
const PIPED = '-';

const HEAD_BYTES = 1024;

/** A file name for piped input: the importer chooses a reader by the ending, and unknown input is read as text. */
const nameOf = (bytes: Buffer): string => {
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1').trimStart();
  if (head.startsWith('%PDF-')) return 'piped.pdf';
  if (/^(?:\u00ef\u00bb\u00bf)?<(?:!doctype|html|head|body|article|div|p)\b/iu.test(head))
    return 'piped.html';
  return 'piped.txt';
};

type PipedFile = { readonly path: string; readonly remove: () => Promise<void> };

/** @param name as the person gave it; null to derive it from the bytes */
export const keepPiped = async (
  name: string | null,
  stdin: NodeJS.ReadableStream = process.stdin,
): Promise<PipedFile> => {
  const bytes = await buffer(stdin);
  const folder = await mkdtemp(join(tmpdir(), 'precis-piped-'));
  const path = join(folder, basename(name ?? nameOf(bytes)));
  await writeFile(path, bytes, { mode: 0o600 });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
};
