/**
 * Reads pages of a PDF by OCR one after the other, in a separate sandboxed page with its own limits, because a picture
 * takes seconds where a text takes milliseconds. If the engine fails on a page of the file, only that page is lost: the
 * sandboxed page is closed, and the next one is read in a new one.
 */
import type { MachinePage, UnreadPage, WhyUnread } from '#domain/article/machine/machine-page.ts';
import type { OcrFailure } from '#domain/contract/ocr.ts';
import { type OcrRefusal, type OcrRequest, ocrAnswerSchema } from '#domain/contract/ocr-bridge.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PdfToRead, ScanProgress, ScanReader, ScanReading } from '../ports/scan-reader.ts';
import type { SandboxedPage } from './importer-page.ts';

export type ScanLimits = {
  readonly pollMs: number;
  /** For one page of the file, or for opening the file. */
  readonly timeoutMs: number;
  readonly memoryBytes: number;
  readonly idleMs: number;
  /** After this many consecutive pages that each ended a process, the rest is skipped. */
  readonly failuresInRow: number;
};

export const scanLimits: ScanLimits = {
  pollMs: 250,
  timeoutMs: 180_000,
  memoryBytes: 1024 ** 3,
  idleMs: 60_000,
  failuresInRow: 3,
};

/** Longer than the words of any page. */
const MAX_ANSWER_LENGTH = 20 * 1024 * 1024;

type Failure = OcrRefusal | WhyUnread;
type Answer = Result<readonly MachinePage[], Failure>;
type OcrPage = SandboxedPage<OcrRequest>;

const checkAnswer = (answer: unknown): Answer => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('crashed');
  try {
    return ocrAnswerSchema.parse(JSON.parse(answer));
  } catch {
    return err('crashed');
  }
};

/** Resolves with the reason when `page` exceeds a limit or is cancelled; `stop` ends the monitoring. */
const watch = (page: OcrPage, limits: ScanLimits, signal: AbortSignal | null) => {
  const started = performance.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  let onAbort: (() => void) | undefined;
  const failed = new Promise<WhyUnread>((resolve) => {
    timer = setInterval(() => {
      if ((page.usage()?.memoryBytes ?? 0) > limits.memoryBytes) resolve('too-much-memory');
      else if (performance.now() - started > limits.timeoutMs) resolve('too-long');
    }, limits.pollMs);
    onAbort = () => resolve('cancelled');
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
  });
  return {
    failed,
    stop() {
      clearInterval(timer);
      if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
    },
  };
};

/** Failures in which the engine hung, grew too large or crashed. */
const isBreakdown = (failure: Failure): failure is 'too-long' | 'too-much-memory' | 'crashed' =>
  failure === 'too-long' || failure === 'too-much-memory' || failure === 'crashed';

/** Failures that a working page reports; it remains usable. */
const serves = (failure: Failure): boolean => !isBreakdown(failure) && failure !== 'cancelled';

/** Manages one sandboxed page at a time, in which one PDF is open. */
const createPageHolder = (openPage: () => OcrPage, limits: ScanLimits) => {
  let page: OcrPage | null = null;
  let opened: Uint8Array | null = null;
  let isClosed = false;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  const giveUp = (): void => {
    clearTimeout(idleTimer);
    page?.end();
    page = null;
    opened = null;
  };

  const ask = async (request: OcrRequest, signal: AbortSignal | null): Promise<Answer> => {
    if (isClosed || signal?.aborted === true) return err('cancelled');
    clearTimeout(idleTimer);
    page ??= openPage();
    const asked = page;
    const watcher = watch(asked, limits, signal);
    const answered = asked.ready
      .then(() => asked.ask(request))
      .then(checkAnswer, () => err('crashed' as const));
    const gone = asked.gone.then(() => err('crashed' as const));
    const answer: Answer = await Promise.race([
      gone,
      answered,
      watcher.failed.then((failure) => err(failure)),
    ]);
    watcher.stop();
    if (!answer.ok && !serves(answer.error)) giveUp();
    if (!isClosed) idleTimer = setTimeout(giveUp, limits.idleMs);
    return answer;
  };

  return {
    /** Sends a request about a PDF, which is opened first if it is not open. */
    async askOf({ bytes, password }: PdfToRead, request: OcrRequest, signal: AbortSignal | null) {
      if (opened !== bytes) {
        // When the sandboxed page refuses this PDF, it has already closed the one before.
        opened = null;
        const open = await ask({ kind: 'open', bytes, password: password ?? null }, signal);
        if (!open.ok) return open;
        opened = bytes;
      }
      return ask(request, signal);
    },
    /** Closes the current page, and opens no other for the remaining requests. */
    close(): void {
      isClosed = true;
      giveUp();
    },
  };
};

/** Failures of the whole file; a failure of one page does not affect the others. */
const failureOf = (failure: Failure): OcrFailure | null => {
  switch (failure) {
    case 'password-needed':
    case 'password-wrong':
    case 'document-damaged':
      return failure;
    case 'language-unusable':
      return 'ocr-language-unusable';
    default:
      return null;
  }
};

const whyOf = (failure: Failure): WhyUnread =>
  isBreakdown(failure) || failure === 'cancelled' ? failure : 'not-drawn';

type PageHolder = ReturnType<typeof createPageHolder>;
type Pictures = Parameters<ScanReader['readPictures']>[0];

/** Reads one page, or returns why it was not read; fails if no page of the file can be read. */
const readPicture = async (
  holder: PageHolder,
  { language, ...pdf }: Pictures,
  index: number,
  signal: AbortSignal,
): Promise<Result<MachinePage | WhyUnread, OcrFailure>> => {
  const answer = await holder.askOf(pdf, { kind: 'words', index, language }, signal);
  if (answer.ok) return ok(answer.value.find((page) => page.index === index) ?? 'crashed');
  const failure = failureOf(answer.error);
  return failure === null ? ok(whyOf(answer.error)) : err(failure);
};

/**
 * The number of consecutive pages that made the engine fail; pages that were not tried, or can't be drawn, don't count.
 */
const failuresAfter = (before: number, read: MachinePage | WhyUnread): number => {
  if (read === 'cancelled') return before;
  return typeof read === 'string' && isBreakdown(read) ? before + 1 : 0;
};

/** Reads the pages in turn. */
const readPictures = async (
  holder: PageHolder,
  { failuresInRow }: ScanLimits,
  pictures: Pictures,
  { onProgress, signal }: ScanProgress,
): Promise<Result<ScanReading, OcrFailure>> => {
  const pages: MachinePage[] = [];
  const unread: UnreadPage[] = [];
  let inRow = 0;
  for (const [done, page] of pictures.pages.entries()) {
    onProgress(done);
    const isGivenUp = inRow >= failuresInRow;
    const read = isGivenUp ? ok('cancelled' as const) : await readPicture(holder, pictures, page, signal);
    if (!read.ok) return read;
    if (typeof read.value === 'string') unread.push({ page, why: read.value });
    else pages.push(read.value);
    inRow = failuresAfter(inRow, read.value);
  }
  onProgress(pictures.pages.length);
  return ok({ pages, unread });
};

/** Creates a reader of scans over pages that `openPage` opens. Requests are answered one after the other. */
export const createScanReader = (openPage: () => OcrPage, limits: ScanLimits = scanLimits): ScanReader => {
  const holder = createPageHolder(openPage, limits);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done;
    return done;
  };

  return {
    readPictures: (...asked) => inTurn(() => readPictures(holder, limits, ...asked)),
    readLetters: (pdf) =>
      inTurn(async () => {
        const answer = await holder.askOf(pdf, { kind: 'letters', pages: pdf.pages }, null);
        return answer.ok ? answer.value.filter(({ index }) => pdf.pages.includes(index)) : [];
      }),
    async close() {
      holder.close();
      await last.catch(() => undefined);
    },
  };
};
