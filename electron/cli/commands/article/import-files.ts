import { join, relative } from 'node:path';
import { z } from 'zod';
import { alreadyHere } from '#domain/article/bibliography/provenance.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { type ImportRemark, sayRemark } from '#domain/article/draft/import-remarks.ts';
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import { printedFormats } from '#domain/article/formats/article-formats.ts';
import { ocrLanguageSchema } from '#domain/article/machine/ocr-languages.ts';
import { sayReading } from '#domain/article/machine/unread-page.ts';
import type { ArticleId } from '#domain/ids.ts';
import { type CarryReport, carriedStates } from '#domain/passage/carried.ts';
import { printCount } from '#domain/print-count.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { chosenFiles } from '../../../handlers/import/bulk/chosen-files.ts';
import { encodingOfLabel } from '../../../import/encoding/encoding-of-label.ts';
import { flag, value } from '../../arguments/options.ts';
import { filled, readBy } from '../../arguments/words.ts';
import type { CommandContext, CommandResult } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { type ArticleFacts, articleFacts } from './article-facts.ts';
import { type Attached, describeAttached, printAttached } from './outcome/attached-outcome.ts';
import { type CliError, describeError, type ImportError } from './outcome/import-error.ts';
import { type ImportHow, readWithScans, type Scanned } from './read-file.ts';
import { mentionDuplicate, type ToldDuplicate, tellDuplicates } from './tell-duplicates.ts';

const encoding = readBy(encodingOfLabel, 'is no encoding that is known, such as windows-1251 or shift_jis');

const schema = z
  .strictObject({
    words: z.array(z.string().min(1)).min(1, { error: 'has to name a FILE' }),
    'as-version-of': filled.nullable().default(null),
    encoding: encoding.nullable().default(null),
    'password-file': filled.nullable().default(null),
    attachments: z.boolean().default(false),
    ocr: z.boolean().default(false),
    'ocr-language': ocrLanguageSchema.nullable().default(null),
  })
  .refine(({ words, 'as-version-of': previous }) => previous === null || words.length === 1, {
    error: 'goes with one FILE',
    path: ['as-version-of'],
  })
  .transform(
    ({
      words: files,
      'as-version-of': asVersionOf,
      encoding,
      'password-file': passwordFile,
      attachments: hasAttachments,
      ocr,
      'ocr-language': ocrLanguage,
    }) => ({
      files,
      asVersionOf,
      encoding,
      passwordFile,
      hasAttachments,
      // A language that is named says that the pages are to be read.
      hasOcr: ocr || ocrLanguage !== null,
      ocrLanguage,
    }),
  );

type ImportInput = z.output<typeof schema>;

type Sealed = {
  readonly status: 'imported' | 'duplicate';
  readonly id: ArticleId;
  /** How many blocks were left out as surroundings of the text. */
  readonly leftOut: number;
  /** How many words inside the text were left out because the page folds them away or hides them. */
  readonly hiddenWords: number;
  /** What a reader of the text has to be told and can't see in it. */
  readonly remarks: readonly ImportRemark[];
  /** What became of the passages of the version before it. */
  readonly carried: CarryReport | null;
  /** The encoding in which the file was read, and how many places of it could not be. */
  readonly encoding: TextEncoding | null;
  readonly unreadable: number;
  /** Publications that its publisher may be and is not: it is written otherwise. */
  readonly nearPublications: readonly string[];
  /** What became of its scanned pages, where they were to be read; null where none was. */
  readonly scanned: Scanned | null;
  /** What became of the files that are attached to a mail, where they were to be imported. */
  readonly attachments: readonly Attached[];
};

/**
 * Imports the files one by one, in their order. One that fails leaves the others alone. Ended by the person it keeps those
 * that are sealed, and nothing of the file at hand.
 */
async function importFiles(context: CommandContext, { files, ...how }: ImportInput): CommandResult {
  const interrupted = context.listenForInterrupt();
  // The reading of scanned pages ends at the page at hand.
  interrupted.addEventListener('abort', () => void context.call('import:cancel', {}));
  const all = (await Promise.all(files.map((word) => filesOf(context, word)))).flat();
  const outcomes: Outcome[] = [];
  for (const file of all) {
    const outcome = interrupted.aborted ? null : await importFile(context, file, how, interrupted);
    if (outcome !== null) outcomes.push(outcome);
  }
  // When all are there, so that the first of two copies says so too.
  const told: Told[] = [];
  for (const outcome of outcomes)
    told.push({ ...outcome, duplicates: await tellDuplicates(context, outcome.id) });
  return ok({
    json: told.map((outcome) => fieldsAskedFor(outcome, how)),
    plain: told.map(describeOutcome).join('\n'),
    hasFailed: outcomes.some(({ status }) => status === 'failed'),
    ...(interrupted.aborted ? { isInterrupted: true, notices: [sayInterrupted(outcomes, all.length)] } : {}),
  });
}

/** The fields that an option alone fills are there where it was given. */
const fieldsAskedFor = ({ carried, attachments, ...outcome }: Told, how: ImportHow) => ({
  ...outcome,
  ...(how.asVersionOf === null ? {} : { carried }),
  ...(how.hasAttachments ? { attachments } : {}),
});

const sayInterrupted = (outcomes: readonly Outcome[], total: number): string => {
  const imported = outcomes.filter(({ status }) => status === 'imported').length;
  const left = total - outcomes.length;
  const kept = `Interrupted: ${imported} of ${printCount(total, 'file')} ${imported === 1 ? 'was imported and stays' : 'were imported and stay'} in the archive`;
  return left === 0
    ? `${kept}.`
    : `${kept}; nothing was kept of ${left === 1 ? 'the other' : `${left} others`}.`;
};

/** The files that a word names: of a folder those that lie in it, named from where the word is. */
const filesOf = async ({ resolvePath }: CommandContext, word: string): Promise<readonly string[]> => {
  const place = resolvePath(word);
  const { files, hasFolder } = await chosenFiles([place]);
  return hasFolder ? files.map(({ path }) => join(word, relative(place, path))) : [word];
};

type Outcome =
  | ({ readonly file: string } & Sealed & ArticleFacts)
  | ({
      readonly file: string;
      readonly status: 'failed';
      readonly id: null;
      readonly leftOut: null;
      readonly hiddenWords: null;
      readonly remarks: readonly [];
      readonly carried: null;
      readonly encoding: null;
      readonly unreadable: null;
      readonly nearPublications: readonly [];
      readonly scanned: null;
      readonly attachments: readonly [];
      readonly error: CliError;
    } & typeof noFacts);

type Told = Outcome & { readonly duplicates: readonly ToldDuplicate[] };

/** A file that failed has the same fields as the others, so that a table can be made of the answer. */
const noFacts = {
  title: null,
  byline: null,
  publisher: null,
  publishedAt: null,
  url: null,
  language: null,
  words: null,
  sha256: null,
} satisfies Readonly<Record<keyof ArticleFacts, null>>;

const failed = (file: string, error: ImportError): Outcome => ({
  file,
  status: 'failed',
  id: null,
  leftOut: null,
  hiddenWords: null,
  remarks: [],
  carried: null,
  encoding: null,
  unreadable: null,
  nearPublications: [],
  scanned: null,
  attachments: [],
  ...noFacts,
  error: describeError(error),
});

/** Null of one that was interrupted before it was sealed. */
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
  const opened = await context.call('article:open', { articleId: id });
  return opened.ok ? { file, ...sealed.value, ...articleFacts(opened.value) } : failed(file, opened.error);
}

/** One file comes back as a draft, as in the window; nobody looks at it here, so it is sealed as it was read. */
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
    await context.call('import:discard', { draftId });
    return err({ code: 'encoding-uncertain', likely: encoding.choices.map((choice) => choice.encoding) });
  }
  const body = withoutLeftOut(draft.body, draft.leftOut);
  const leftOut = draft.leftOut.length;
  const hiddenWords = draft.hidden.reduce((sum, { words }) => sum + words, 0);
  const readAs = {
    leftOut,
    hiddenWords,
    remarks: draft.remarks,
    scanned,
    encoding: encoding?.encoding ?? null,
    unreadable: encoding?.unreadable ?? 0,
  };
  const here = alreadyHere(duplicates, bibliography);
  if (here !== null) {
    await context.call('import:discard', { draftId });
    return ok({
      status: 'duplicate',
      id: here.articleId,
      carried: null,
      nearPublications: [],
      attachments: [],
      ...readAs,
    });
  }
  const attached = how.hasAttachments ? draft.attachments.map(({ index }) => index) : [];
  const sealed = await context.call('import:seal', { draftId, body, bibliography, marking, attached });
  if (!sealed.ok) return sealed;
  const { articleId, carried, nearPublications } = sealed.value;
  const attachments = sealed.value.attached.map(describeAttached);
  return ok({ status: 'imported', id: articleId, carried, nearPublications, attachments, ...readAs });
}

function describeOutcome(outcome: Told): string {
  if (outcome.status === 'failed') return `failed     ${outcome.file}: ${outcome.error.message}`;
  const title = outcome.title ?? 'without a title';
  const { unreadable } = outcome;
  const broken = unreadable === 0 ? '' : `, ${printCount(unreadable, 'place')} that can't be read`;
  const line = `${outcome.status.padEnd(10)} ${outcome.file}: ${outcome.id}  ${title}, ${printCount(outcome.words, 'word')}${broken}`;
  const below = [
    ...(outcome.hiddenWords === 0
      ? []
      : [`left out: ${printCount(outcome.hiddenWords, 'word')} that the page folds away or hides`]),
    // What became of each attachment says more than that there are some.
    ...outcome.remarks
      .filter(
        ({ kind }) => (kind !== 'attachments' && kind !== 'more-pages') || outcome.attachments.length === 0,
      )
      .map(sayRemark),
    ...outcome.attachments.map(printAttached),
    ...(outcome.scanned === null || outcome.scanned.unread.length === 0
      ? []
      : [sayReading(outcome.scanned.read, outcome.scanned.unread)]),
    ...(outcome.carried === null ? [] : [`carried over: ${describeCarried(outcome.carried)}`]),
    ...outcome.duplicates.map((duplicate) => mentionDuplicate(duplicate, outcome.id)),
    ...outcome.nearPublications.map((name) => `its publication is new: ${name} is written otherwise`),
  ];
  return [line, ...below.map((each) => `           ${each}`)].join('\n');
}

const describeCarried = (carried: CarryReport): string =>
  carriedStates.map((state) => `${carried[state]} ${state}`).join(', ');

export const importCommand = defineCommand(
  {
    name: 'import',
    operands: 'FILE...',
    options: {
      'as-version-of': value('ID'),
      encoding: value('NAME'),
      'password-file': value('FILE'),
      attachments: flag,
      ocr: flag,
      'ocr-language': value('NAME'),
    },
    says: `Imports ${printedFormats.join(', ')}: a text or a page of at most 20 MB, anything else of at most 100 MB. A FILE that is a folder stands for all files that lie in it and in its folders, without hidden ones and the pictures of saved pages. "remarks" says what the text does not show, such as tracked changes or attachments. Creates the archive where DIR is missing or empty. With --as-version-of the one FILE is a new version of that article: both are kept, and the passages are carried over. A FILE whose encoding is not certain is not imported ("encoding-uncertain", with the likely ones): name it with --encoding, as in --encoding windows-1251. A PDF that asks for a password is asked for it at the terminal, or read with the first line of the file that --password-file names; no password is kept. With --attachments the files that are attached to a mail, and the other pages of a web archive (at most 200), are imported as articles of their own, in the same step of undo, with notes that tie them to it; "attachments" says what became of each. With --ocr the scanned pages of a PDF are read on this machine, a few seconds a page, in the language of the text or in that which --ocr-language names (eng, deu, or one whose file, such as fra.traineddata.gz of Tesseract, lies in the folder ocr beside the settings); "remarks" names the pages that were read so, and "scanned" those that were not and why. Ctrl+C ends the import: the files that are in the archive stay, and nothing is kept of the one at hand.`,
    createsArchive: true,
  },
  schema,
  importFiles,
);
