/**
 * Reads texts one after the other in a page that serves a whole batch: opening a page takes thirty times as long as
 * reading a file in it. The page is monitored while it works, and closed after a failure, after a number of files (so
 * that leftovers can't accumulate) and after a time without requests.
 */

import { z } from 'zod';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import {
  isMarkFailure,
  type MarkFailure,
  markFailures,
  type PageRequest,
  parseFailures,
} from '#domain/contract/importer-bridge.ts';
import { type FigureFailure, figureFailures } from '#domain/contract/memo-figure.ts';
import { type Brought, broughtSchema } from '#domain/exchange/brought.ts';
import {
  type HouseTemplate,
  houseTemplateSchema,
  type TemplateFailure,
  templateFailures,
} from '#domain/memo/form/word/house-template.ts';
import { type ReviewedFile, reviewedFileSchema } from '#domain/memo/round/returned/reviewed-file.ts';
import { type MarkedCopy, markedCopySchema } from '#domain/passage/marks/copied-mark.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { DrawnFigure, Importer } from '../ports/importer.ts';
import { checkAnswer, checkAttachments } from './check-answer.ts';
import { checkDrawn, checkDrawnMarks } from './check-drawn.ts';
import type { ImporterPage, OpenImporterPage, PageUsage } from './importer-page.ts';

export type ImporterLimits = {
  readonly pollMs: number;
  /** The processor time for one text: the page has a low priority, so on a busy machine elapsed time means little. */
  readonly cpuMs: number;
  /** The elapsed time for one text, including the opening of a page. */
  readonly timeoutMs: number;
  readonly memoryBytes: number;
  readonly filesPerPage: number;
  readonly idleMs: number;
};

export const importerLimits: ImporterLimits = {
  pollMs: 250,
  cpuMs: 30_000,
  timeoutMs: 180_000,
  memoryBytes: 1024 ** 3,
  filesPerPage: 200,
  idleMs: 60_000,
};

/** Failures that a working page reports about a text; the page remains usable. */
const isAnswer = (failure: string): boolean =>
  parseFailures.some((each) => each === failure && each !== 'importer-crashed');

const isMarkAnswer = (failure: string): boolean => isMarkFailure(failure) || isAnswer(failure);
const isTemplateAnswer = (failure: string): boolean =>
  templateFailures.some((each) => each === failure) || isAnswer(failure);
const isExportAnswer = (failure: string): boolean => failure === 'not-of-tool' || isAnswer(failure);

/** A request, and how its result is parsed: the page's answer, or its failure. */
type Question<T, F extends string> = {
  readonly request: PageRequest;
  readonly check: (answer: unknown) => Result<T, F>;
  /** Whether the page remains usable after this failure. */
  readonly isAnswer: (failure: F | ImportFailure) => boolean;
};
type Asked<T, F> = Promise<Result<T, F | ImportFailure>>;

const drawQuestion = (
  bytes: Uint8Array,
  cut: Rectangle | undefined,
): Question<DrawnFigure, FigureFailure> => ({
  request: { draws: 'picture', bytes, cut },
  check: checkDrawn,
  isAnswer: (failure) => isFigureFailure(failure) && failure !== 'not-drawn',
});

const isFigureFailure = (failure: string): failure is FigureFailure =>
  figureFailures.some((each) => each === failure);

/** A page in use, and the number of texts that it has read. */
type Served = { readonly page: ImporterPage; files: number };

/** Resolves `watched` with the failure found by polling every `pollMs`; `stop` ends the polling. */
const watch = (pollMs: number, failureNow: () => ImportFailure | null) => {
  let timer: ReturnType<typeof setInterval> | undefined;
  const failed = new Promise<ImportFailure>((resolve) => {
    timer = setInterval(() => {
      const failure = failureNow();
      if (failure !== null) resolve(failure);
    }, pollMs);
  });
  return { failed, stop: () => clearInterval(timer) };
};

/** Returns a function that reports which limit the text now being read exceeds. */
const findExcess = (usage: () => PageUsage | null, limits: ImporterLimits) => {
  const startMs = performance.now();
  const spentMs = usage()?.cpuMs ?? 0;
  return (): ImportFailure | null => {
    const { memoryBytes = 0, cpuMs = 0 } = usage() ?? {};
    if (memoryBytes > limits.memoryBytes) return 'importer-out-of-memory';
    const isOver = cpuMs - spentMs > limits.cpuMs || performance.now() - startMs > limits.timeoutMs;
    return isOver ? 'importer-timeout' : null;
  };
};

/** Drawing the pictures of a PDF may exceed the memory limit: then it is read again without them. */
const orWithoutDrawing =
  (parse: Importer['parse']): Importer['parse'] =>
  async (request) => {
    const read = await parse(request);
    const isTooLarge = !read.ok && read.error === 'importer-out-of-memory' && request.format === 'pdf';
    return isTooLarge ? parse({ ...request, drawsNothing: true }) : read;
  };

/** Longer than the answer to any export that is small enough to be read. */
const MAX_ANSWER_LENGTH = 512 * 1024 ** 2;

const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: broughtSchema }),
  z.strictObject({ ok: z.literal(false), error: z.enum([...parseFailures, 'not-of-tool']) }),
]);

/** Validates the page's answer to an export: see checkAnswer. */
export const checkExport = (answer: unknown): Result<Brought, ImportFailure | 'not-of-tool'> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    return answerSchema.parse(JSON.parse(answer));
  } catch {
    return err('importer-crashed');
  }
};

const reviewedSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: reviewedFileSchema }),
  z.strictObject({ ok: z.literal(false), error: z.enum(parseFailures) }),
]);

/** Validates the page's answer to a document of reviewers: see checkAnswer. */
export const checkReviewed = (answer: unknown): Result<ReviewedFile, ImportFailure> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    return reviewedSchema.parse(JSON.parse(answer));
  } catch {
    return err('importer-crashed');
  }
};

const templateSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: houseTemplateSchema }),
  z.strictObject({ ok: z.literal(false), error: z.enum([...parseFailures, ...templateFailures]) }),
]);

/** Validates the page's answer to a Word template: see checkAnswer. */
export const checkTemplate = (answer: unknown): Result<HouseTemplate, ImportFailure | TemplateFailure> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    return templateSchema.parse(JSON.parse(answer));
  } catch {
    return err('importer-crashed');
  }
};

/** The beginning of a PDF, "%PDF-1", in Base64. */
const BASE64_OF_PDF = Buffer.from('%PDF-1').toString('base64');

const pagesSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.string().startsWith(BASE64_OF_PDF) }),
  z.strictObject({ ok: z.literal(false), error: z.enum(parseFailures) }),
]);

/** Validates the page's answer to a request for the pages of a picture, a PDF; the page that draws it trusts no PDF. */
const checkPages = (answer: unknown): Result<Uint8Array, ImportFailure> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    const read = pagesSchema.parse(JSON.parse(answer));
    return read.ok ? ok(new Uint8Array(Buffer.from(read.value, 'base64'))) : read;
  } catch {
    return err('importer-crashed');
  }
};

const markedSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: markedCopySchema }),
  z.strictObject({ ok: z.literal(false), error: z.enum([...parseFailures, ...markFailures]) }),
]);

/** Validates the page's answer to a PDF to be marked: see checkAnswer. */
export const checkMarked = (answer: unknown): Result<MarkedCopy, ImportFailure | MarkFailure> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    return markedSchema.parse(JSON.parse(answer));
  } catch {
    return err('importer-crashed');
  }
};

/** Creates an importer over pages that `openPage` opens. */
export const createPagedImporter = (
  openPage: OpenImporterPage,
  limits: ImporterLimits = importerLimits,
): Importer => {
  let served: Served | null = null;
  let lastAsked: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  const giveUpPage = (): void => {
    clearTimeout(idleTimer);
    served?.page.end();
    served = null;
  };

  const serve = (): Served => {
    if (served !== null) return served;
    const opened = { page: openPage(), files: 0 };
    served = opened;
    void opened.page.gone.then(() => {
      if (served === opened) giveUpPage();
    });
    return opened;
  };

  const askPage = async <T, F extends string>({ request, check }: Question<T, F>): Asked<T, F> => {
    try {
      const serving = serve();
      serving.files += 1;
      const { page } = serving;
      const gone = page.gone.then(() => err('importer-crashed' as const));
      const answered = page.ready.then(() => page.ask(request)).then(check);
      return await Promise.race([gone, answered]);
    } catch {
      // The page could not be opened, or ended during the request.
      return err('importer-crashed');
    }
  };

  const askNow = async <T, F extends string>(question: Question<T, F>): Asked<T, F> => {
    if (isClosed) return err('importer-crashed');
    clearTimeout(idleTimer);
    const watcher = watch(
      limits.pollMs,
      findExcess(() => served?.page.usage() ?? null, limits),
    );
    const answered = await Promise.race([askPage(question), watcher.failed.then((failure) => err(failure))]);
    watcher.stop();
    const hasFailed = !answered.ok && !question.isAnswer(answered.error);
    if (hasFailed || (served?.files ?? 0) >= limits.filesPerPage) giveUpPage();
    idleTimer = setTimeout(giveUpPage, limits.idleMs);
    return answered;
  };

  const askInTurn = <T, F extends string>(question: Question<T, F>): Asked<T, F> => {
    const answered = lastAsked.then(() => askNow(question));
    lastAsked = answered;
    return answered;
  };

  return {
    parse: orWithoutDrawing((request) => askInTurn({ request, check: checkAnswer, isAnswer })),
    listAttachments: (request) => askInTurn({ request, check: checkAttachments, isAnswer }),
    readExport: (request) => askInTurn({ request, check: checkExport, isAnswer: isExportAnswer }),
    readReviewed: (request) => askInTurn({ request, check: checkReviewed, isAnswer }),
    readTemplate: (request) => askInTurn({ request, check: checkTemplate, isAnswer: isTemplateAnswer }),
    mark: (request) => askInTurn({ request, check: checkMarked, isAnswer: isMarkAnswer }),
    drawMarks: (request) => askInTurn({ request, check: checkDrawnMarks(request), isAnswer }),
    layPages: (bytes) => askInTurn({ request: { pagesOf: bytes }, check: checkPages, isAnswer }),
    async draw(bytes, cut) {
      const drawn = await askInTurn(drawQuestion(bytes, cut));
      // A page that crashed or hung says nothing about the picture.
      return drawn.ok || isFigureFailure(drawn.error)
        ? (drawn as Result<DrawnFigure, FigureFailure>)
        : err('not-drawn');
    },
    async close() {
      isClosed = true;
      giveUpPage();
      await lastAsked;
      clearTimeout(idleTimer);
    },
  };
};
