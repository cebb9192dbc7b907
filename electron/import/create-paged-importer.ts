/**
 * Reads texts one after the other in a page that serves a whole batch: opening one costs thirty times as much as
 * reading a file in it. The page is watched while it works, and given up after a failure, after a number of files
 * (what one of them left behind can't pile up) and when nothing has come for a while.
 */
import type { ImportFailure } from '#domain/contract/errors.ts';
import { type ParsedArticle, type ParseRequest, parseFailures } from '#domain/contract/importer-bridge.ts';
import { err, type Result } from '#domain/result.ts';
import type { Importer } from '../ports/importer.ts';
import { checkAnswer } from './check-answer.ts';
import type { ImporterPage, OpenImporterPage } from './importer-page.ts';

export type ImporterLimits = {
  readonly pollMs: number;
  /** For one text, the opening of a page included. */
  readonly timeoutMs: number;
  readonly memoryBytes: number;
  readonly filesPerPage: number;
  readonly idleMs: number;
};

export const importerLimits: ImporterLimits = {
  pollMs: 250,
  timeoutMs: 30_000,
  memoryBytes: 1024 ** 3,
  filesPerPage: 200,
  idleMs: 60_000,
};

type Parsed = Result<ParsedArticle, ImportFailure>;

/** What a page that works says of a text; it goes on serving. */
const isAnswer = (failure: ImportFailure): boolean =>
  parseFailures.some((each) => each === failure && each !== 'importer-crashed');

/** A page that serves, and how many texts it has read. */
type Served = { readonly page: ImporterPage; files: number };

/** The failure that `watched` comes to, asked every `pollMs`; `stop` ends the asking. */
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

/** An importer over pages that `openPage` opens. */
export const createPagedImporter = (
  openPage: OpenImporterPage,
  limits: ImporterLimits = importerLimits,
): Importer => {
  let served: Served | null = null;
  let lastParse: Promise<unknown> = Promise.resolve();
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

  const askPage = async (request: ParseRequest): Promise<Parsed> => {
    try {
      const serving = serve();
      serving.files += 1;
      const { page } = serving;
      const gone = page.gone.then(() => err('importer-crashed' as const));
      const answered = page.ready.then(() => page.ask(request)).then(checkAnswer);
      return await Promise.race([gone, answered]);
    } catch {
      // The page could not be opened, or ended while it was asked.
      return err('importer-crashed');
    }
  };

  const parseNow = async (request: ParseRequest): Promise<Parsed> => {
    if (isClosed) return err('importer-crashed');
    clearTimeout(idleTimer);
    const startMs = performance.now();
    const watcher = watch(limits.pollMs, () => {
      if (performance.now() - startMs > limits.timeoutMs) return 'importer-timeout';
      return (served?.page.memoryBytes() ?? 0) > limits.memoryBytes ? 'importer-out-of-memory' : null;
    });
    const parsed = await Promise.race([askPage(request), watcher.failed.then((failure) => err(failure))]);
    watcher.stop();
    const hasFailed = !parsed.ok && !isAnswer(parsed.error);
    if (hasFailed || (served?.files ?? 0) >= limits.filesPerPage) giveUpPage();
    idleTimer = setTimeout(giveUpPage, limits.idleMs);
    return parsed;
  };

  return {
    parse(request) {
      const parsed = lastParse.then(() => parseNow(request));
      lastParse = parsed;
      return parsed;
    },
    async close() {
      isClosed = true;
      giveUpPage();
      await lastParse;
      clearTimeout(idleTimer);
    },
  };
};
