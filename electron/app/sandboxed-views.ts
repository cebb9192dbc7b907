import { availableParallelism } from 'node:os';
import { app, type Session, session, type WebContents, WebContentsView } from 'electron';
import { ocrLanguageOfFile } from '#domain/article/machine/ocr-languages.ts';
import { ANSWER_CHANNEL, PARSE_CHANNEL, READY_CHANNEL } from '#domain/contract/importer-bridge.ts';
import { createPagedImporter } from '../import/create-paged-importer.ts';
import { createScanReader } from '../import/create-scan-reader.ts';
import type { PageUsage, SandboxedPage } from '../import/importer-page.ts';
import { createPooledImporter } from '../import/pool/create-pooled-importer.ts';
import { log } from '../platform/log.ts';
import { addedOcrLanguageFile } from '../platform/ocr-language-shelf.ts';
import type { Importer } from '../ports/importer.ts';
import type { ScanReader } from '../ports/scan-reader.ts';
import { type FindFile, pageUrl, servePage } from './guard/app-protocol.ts';
import { sandboxedPage } from './guard/sandboxed-page.ts';

type Host = 'importer' | 'ocr';

const findNothing: FindFile = () => undefined;

/** The importer: untrusted texts are read in a sandboxed page with a session of its own and no way out. */
export const createImporter = (): Importer =>
  createPooledImporter(
    Array.from({ length: PAGES }, () =>
      createPagedImporter(() => openSandboxedPage('importer', findNothing)),
    ),
  );

/**
 * Each has its own limits of time and memory; the second is opened where several files wait, and has a core of its own.
 */
const PAGES = availableParallelism() > 2 ? 2 : 1;

/**
 * What reads pictures of text, in a page of its own, which alone may compile WebAssembly. Besides its own files it is
 * given those of languages in `languageFolder`.
 */
export const createOcr = (languageFolder: string): ScanReader =>
  createScanReader(() => openSandboxedPage('ocr', findLanguages(languageFolder)));

/** Only the plain name of a language leads to a file, so that no path leads elsewhere. */
const findLanguages =
  (folder: string): FindFile =>
  (pathname) => {
    const [, name = ''] = /^\/ocr\/added\/([a-z_]+)\.traineddata\.gz$/.exec(pathname) ?? [];
    const language = ocrLanguageOfFile(`${name}.traineddata`);
    return language === null
      ? undefined
      : { path: addedOcrLanguageFile(folder, language), contentType: 'application/octet-stream' };
  };

/** In memory only: the name has no `persist:`. Nothing is cached and nothing is left of it. */
const ownSession = (host: Host, findMore: FindFile): Session => {
  const own = session.fromPartition(host, { cache: false });
  if (!own.protocol.isProtocolHandled('app')) servePage(own, host, findMore);
  return own;
};

/**
 * A view that is attached to no window: it needs no display, and nobody ever sees it. It may load pictures, but its
 * policy lets it load none but those that its own script has made.
 */
const createView = (host: Host, findMore: FindFile): WebContentsView =>
  new WebContentsView({
    webPreferences: {
      ...sandboxedPage('importer-preload'),
      session: ownSession(host, findMore),
      webgl: false,
      disableDialogs: true,
      // A page that is not shown would be slowed down.
      backgroundThrottling: false,
    },
  });

function openSandboxedPage<R>(host: Host, findMore: FindFile): SandboxedPage<R> {
  const view = createView(host, findMore);
  const { webContents } = view;
  let isEnding = false;
  const gone = new Promise<void>((resolve) => {
    webContents.once('destroyed', () => resolve());
    webContents.once('render-process-gone', (_event, { reason }) => {
      if (!isEnding) log.warn(`the page of the ${host} has died: ${reason}`);
      resolve();
    });
  });
  const serves = new Promise<void>((resolve) => webContents.ipc.once(READY_CHANNEL, () => resolve()));
  return {
    ready: Promise.all([webContents.loadURL(pageUrl(host)), serves]),
    ask: askInTurn(webContents),
    gone,
    usage: () => usageOf(webContents),
    end() {
      isEnding = true;
      // Names the view, not only what it shows: a view that nobody holds is collected, and its page with it.
      endPage(view.webContents);
    },
  };
}

/** Asks `contents` one thing at a time; an answer to an earlier one, or to none, is not heard. */
function askInTurn<R>(contents: WebContents): SandboxedPage<R>['ask'] {
  let lastId = 0;
  return (request) => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      const hear = (_event: unknown, answeredId: unknown, answer: unknown) => {
        if (answeredId !== id) return;
        contents.ipc.off(ANSWER_CHANNEL, hear);
        resolve(answer);
      };
      contents.ipc.on(ANSWER_CHANNEL, hear);
      contents.send(PARSE_CHANNEL, id, request);
    });
  };
}

/** Electron counts in kilobytes and seconds. */
function usageOf(contents: WebContents): PageUsage | null {
  if (contents.isDestroyed()) return null;
  const pid = contents.getOSProcessId();
  const metric = app.getAppMetrics().find((each) => each.pid === pid);
  if (metric === undefined) return null;
  const { memory, cpu } = metric;
  return { memoryBytes: memory.workingSetSize * 1024, cpuMs: (cpu.cumulativeCPUUsage ?? 0) * 1000 };
}

/** Closing alone waits for the page, and a page that hangs never answers. */
function endPage(contents: WebContents): void {
  if (contents.isDestroyed()) return;
  contents.forcefullyCrashRenderer();
  contents.close({ waitForBeforeUnload: false });
}
