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
 * Each page has its own limits of time and memory. The second is opened when several files are waiting, and only where
 * it has a core to itself.
 */
const PAGES = availableParallelism() > 2 ? 2 : 1;

/**
 * Reads images of text in its own page, the only one that may compile WebAssembly. Besides its own files the page is
 * served the language files in `languageFolder`.
 */
export const createOcr = (languageFolder: string): ScanReader =>
  createScanReader(() => openSandboxedPage('ocr', findLanguages(languageFolder)));

/** Only a plain language name is mapped to a file, so no path can lead out of the folder. */
const findLanguages =
  (folder: string): FindFile =>
  (pathname) => {
    const [, name = ''] = /^\/ocr\/added\/([a-z_]+)\.traineddata\.gz$/.exec(pathname) ?? [];
    const language = ocrLanguageOfFile(`${name}.traineddata`);
    return language === null
      ? undefined
      : { path: addedOcrLanguageFile(folder, language), contentType: 'application/octet-stream' };
  };

/** In memory only, as the name has no `persist:` prefix: nothing is cached and nothing remains afterwards. */
const ownSession = (host: Host, findMore: FindFile): Session => {
  const own = session.fromPartition(host, { cache: false });
  if (!own.protocol.isProtocolHandled('app')) servePage(own, host, findMore);
  return own;
};

/**
 * Creates a view that is attached to no window, so it needs no display and is never seen. It may load images, but its
 * policy allows only those that its own script has made.
 */
const createView = (host: Host, findMore: FindFile): WebContentsView =>
  new WebContentsView({
    webPreferences: {
      ...sandboxedPage('importer-preload'),
      session: ownSession(host, findMore),
      webgl: false,
      disableDialogs: true,
      // Otherwise Chromium would throttle a page that is not shown.
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
      // Refers to the view and not only to its contents: an unreferenced view is garbage-collected together with its
      // page.
      endPage(view.webContents);
    },
  };
}

/** Sends `contents` one request at a time; an answer to an earlier request, or to none, is ignored. */
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

/** Electron reports kilobytes and seconds. */
function usageOf(contents: WebContents): PageUsage | null {
  if (contents.isDestroyed()) return null;
  const pid = contents.getOSProcessId();
  const metric = app.getAppMetrics().find((each) => each.pid === pid);
  if (metric === undefined) return null;
  const { memory, cpu } = metric;
  return { memoryBytes: memory.workingSetSize * 1024, cpuMs: (cpu.cumulativeCPUUsage ?? 0) * 1000 };
}

/** Kills the process as well: closing alone waits for the page, and a page that hangs never answers. */
function endPage(contents: WebContents): void {
  if (contents.isDestroyed()) return;
  contents.forcefullyCrashRenderer();
  contents.close({ waitForBeforeUnload: false });
}
