import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppState, ThirdPartyPackage } from '#domain/contract/app.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { createExchangeWriter } from '#electron/export/exchange/create-exchange-writer.ts';
import { createPdfMaker } from '#electron/export/pdf/create-pdf-maker.ts';
import { installSample } from '#electron/handlers/sample/install-sample.ts';
import { purgeTrash } from '#electron/handlers/trash/purge-trash.ts';
import { createExportReader, createReviewedFiles } from '#electron/import/create-export-reader.ts';
import type { TemplateReader } from '#electron/ports/importer.ts';
import { createBackupJobs } from '../backup/process/create-backup-jobs.ts';
import { createMemoWriters } from '../export/create-memo-writers.ts';
import { createPageReader } from '../export/docx/pages/create-page-reader.ts';
import { writeMemoEmail } from '../export/email/write-memo-email.ts';
import { writeArticleHtml } from '../export/html/write-article-html.ts';
import { keepMadePdfs, keepStyled } from '../export/keep-made-pdfs.ts';
import { createPassageWriter } from '../export/passages/write-passages.ts';
import { sentFiles, writeExportedFile } from '../export/sent-files.ts';
import { readExportedFile } from '../export/verify/read-exported-file.ts';
import { createTableWriter } from '../export/write-table.ts';
import { BackupKeeper } from '../handlers/backup/backup-keeper.ts';
import { createHandlers } from '../handlers/create-handlers.ts';
import type { Emit } from '../handlers/handler-deps.ts';
import { InboxKeeper } from '../handlers/import/inbox/inbox-keeper.ts';
import { finishSendings } from '../handlers/memo/sent/send-memo.ts';
import { chosenFiles } from '../import/chosen-files.ts';
import { createTemplateReader, readFormFile } from '../import/read-form-file.ts';
import { readOcrLanguageFile } from '../import/read-language-file.ts';
import { createFigureReader, readPictureFile } from '../import/read-picture-file.ts';
import { createTextReader } from '../import/read-text.ts';
import type { ArchiveIndex } from '../index/open-archive-index.ts';
import { type BrowserPlaces, createArchivePlaces, downloadsFolder } from '../platform/archive-places.ts';
import { createBackupPlaces } from '../platform/backup-places.ts';
import { createTranslator } from '../platform/create-translator.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { createDictionaryShelf } from '../platform/dictionary-shelf.ts';
import { log } from '../platform/log.ts';
import { createOcrLanguageShelf } from '../platform/ocr-language-shelf.ts';
import {
  spawnBackupProcess,
  spawnDictionaryProcess,
  spawnLayoutProcess,
  spawnTypstProcess,
} from '../platform/spawn-processes.ts';
import { thisMachine } from '../platform/this-machine.ts';
import type { Archive } from '../ports/archive.ts';
import type { ArchivePlaces } from '../ports/archive-places.ts';
import type { ArchiveWatch } from '../ports/archive-watch.ts';
import type { Catalogue } from '../ports/catalogue.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { WriteExportedFile } from '../ports/exported-file.ts';
import type { LocalState } from '../ports/local-state.ts';
import { createDictionaryMaker } from '../spelling/process/create-dictionary-maker.ts';
import { openCoderArchive } from '../storage/folder/open-coder-archive.ts';
import { followOtherPrograms } from './archive/follow-other-programs.ts';
import { dictionaryFolderIn, ocrFolderIn } from './launch/user-data.ts';
import { createImporter, createOcr } from './sandboxed-views.ts';

/** An open archive and the services that the use cases need. */
export type UseCases = {
  readonly handlers: Handlers;
  readonly catalogue: Catalogue;
  /** Null where there is no window and the archive is open only briefly. */
  readonly watch: ArchiveWatch | null;
  /** Installs the sample in the archive. If that fails, the reason is logged and the archive is unchanged. */
  installSample(): Promise<void>;
  /**
   * Deletes what has been in the trash for its full term and notifies the window. If that fails, nothing is deleted.
   */
  purgeTrash(): Promise<void>;
  /** Starts the automatic backups, taken when they are due. */
  keepBackups(): void;
  /** The number of backups made before the archive was encrypted. */
  backupsInClear(): Promise<number>;
  /** Starts importing the files that arrive in the inbox, once the window can be notified of them. */
  watchInbox(): void;
  /** Ends the helper processes, then closes the archive. Writes in progress are finished first. */
  close(): Promise<void>;
};

type Surroundings = {
  readonly archive: Archive;
  readonly desktop: Desktop;
  readonly local: LocalState;
  readonly dialogs: Pick<Dialogs, 'openFiles' | 'openFolder'>;
  readonly emit: Emit;
  readonly index: ArchiveIndex;
  /** Resolves when the window is drawn, so that long work no longer delays it; absent where there is no window. */
  readonly windowDrawn?: Promise<void>;
};

/** The writers of exported files. */
const createExportWriters = () => {
  const writePassages = createPassageWriter(thisMachine.newId);
  const writeFile: WriteExportedFile = (path, bytes, options) =>
    writeExportedFile(path, bytes, options, thisMachine.newId);
  return {
    writeArticleHtml,
    writePassages,
    writeExportedFile: writeFile,
    sentFiles,
    openCoderArchive,
    exchangeWriter: createExchangeWriter(writePassages, writeFile),
  };
};

/** The readers of untrusted files, all of which run in sandboxed pages. */
const createReaders = () => {
  const importer = createImporter();
  const scans = createOcr(ocrFolderIn(app.getPath('userData')));
  const texts = createTextReader(importer, scans);
  const readers = {
    texts,
    files: chosenFiles,
    scans,
    exports: createExportReader(importer, texts),
    reviewedFiles: createReviewedFiles(importer),
    templates: createTemplateReader(importer),
    markPdf: importer.mark,
    figures: createFigureReader(importer),
  };
  return { readers, closeReaders: () => Promise.all([importer.close(), scans.close()]) };
};

/** The Typst printer, and the writers of every export format. */
const createPrinters = (readTemplate: TemplateReader['readBytes']) => {
  const typst = createPdfMaker({ spawn: spawnTypstProcess });
  const pdfMaker = keepMadePdfs(typst);
  const styleCitations = keepStyled(typst.styleCitations);
  const memoWriters = createMemoWriters(
    pdfMaker,
    thisMachine.newId,
    readTemplate,
    createPageReader(spawnLayoutProcess),
  );
  return { pdfMaker, styleCitations, memoWriters };
};

/** Sets up the use cases over an open archive, for the window and for the command line alike. */
export function createUseCases(surroundings: Surroundings): UseCases {
  const { archive, index, desktop, local, emit } = surroundings;
  const { catalogue } = index;
  const { watch, found } = followOtherPrograms({ ...surroundings, listsReady: catalogue.ready });
  const backups = createBackups(surroundings, catalogue);
  const archivePlaces = createArchivePlaces(surroundings.dialogs, browserPlaces());
  const inbox = createInbox(surroundings, catalogue, archivePlaces);
  const { readers, closeReaders } = createReaders();
  const printers = createPrinters(readers.templates.readBytes);
  const handlers = createHandlers({
    archive,
    catalogue,
    backups,
    inbox,
    archivePlaces,
    ...readers,
    ...printers,
    writeMemoEmail,
    writeTable: createTableWriter(readers.templates.readBytes),
    ...createExportWriters(),
    readExportedFile,
    readFormFile,
    readPictureFile,
    ...createLanguageFiles(),
    translator: createTranslator(),
    desktop,
    local,
    machine: thisMachine,
    emit,
    ...found,
    watchState: () => watch?.state() ?? { mode: 'off' },
    appInfo: { version: app.getVersion(), platform: platformOf(process.platform) },
    thirdParty: readThirdParty,
  });
  const sendingsFinished = finishSendings({ archive, desktop, sentFiles }).catch((cause: unknown) =>
    log.error(`a sending that was broken off could not be finished: ${String(cause)}`),
  );
  return {
    handlers,
    catalogue,
    watch,
    async installSample() {
      const folder = join(app.getAppPath(), 'resources', 'sample');
      const sample = { folder, json: await readFile(join(folder, 'sample.json'), 'utf8') };
      const installed = await installSample({ archive, texts: readers.texts, machine: thisMachine }, sample);
      if (!installed.ok) log.error(`the sample could not be installed: ${installed.error.code}`);
    },
    purgeTrash: () => purgeWhatIsPastItsTerm(surroundings, catalogue),
    keepBackups: () => backups.keep(),
    backupsInClear: () => backups.countInClear(),
    watchInbox: () => void surroundings.windowDrawn?.then(() => inbox.watch()),
    async close() {
      await sendingsFinished;
      // The inbox uses the readers until it is closed.
      await inbox.close();
      await Promise.allSettled([
        watch?.close(),
        backups.close(),
        closeReaders(),
        printers.pdfMaker.close(),
        index.close(),
      ]);
      await archive.close();
    },
  };
}

const purgeWhatIsPastItsTerm = async (
  { archive, local, emit }: Surroundings,
  catalogue: Catalogue,
): Promise<void> => {
  await catalogue.ready;
  // The window may have been closed before the archive was read in.
  if (!catalogue.isReady()) return;
  const purged = await purgeTrash({ archive, catalogue, local, machine: thisMachine });
  if (!purged.ok) return log.error(`the trash was not purged: ${purged.error.code}`);
  const { removed, held, waiting } = purged.value;
  if (waiting > 0) emit('trash-waits', { count: waiting });
  if (removed === 0) return;
  log.info(`removed ${removed} from the trash, past its term; ${held} are held by memos`);
  emit('trash-purged', { removed, held });
};

const createBackups = ({ archive, local, emit, dialogs }: Surroundings, catalogue: Catalogue): BackupKeeper =>
  new BackupKeeper({
    archive,
    catalogue,
    local,
    emit,
    machine: thisMachine,
    places: createBackupPlaces(dialogs),
    doJob: createBackupJobs({ spawn: spawnBackupProcess, report: (failure) => log.warn(failure) }),
  });

const createInbox = (
  { archive, local, emit }: Surroundings,
  catalogue: Catalogue,
  places: ArchivePlaces,
): InboxKeeper =>
  new InboxKeeper({
    archive,
    catalogue,
    local,
    places,
    files: chosenFiles,
    machine: thisMachine,
    emit,
    report: (cause) => log.error('files of the inbox were not imported', cause),
  });

/** The browser extension is in a folder beside the app; in development, in its own folder of the repository. */
const browserPlaces = (): BrowserPlaces => ({
  downloads: downloadsFolder(app.getPath('downloads'), app.getPath('home')),
  shipped: app.isPackaged ? join(process.resourcesPath, 'browser') : join(app.getAppPath(), 'browser'),
  extension: join(app.getPath('userData'), 'browser-extension'),
});

/** The language files that the analyst adds, for spelling and for OCR. */
const createLanguageFiles = () => ({
  dictionaryMaker: createDictionaryMaker({
    spawn: spawnDictionaryProcess,
    report: (failure) => log.warn(failure),
  }),
  dictionaryShelf: createDictionaryShelf(dictionaryFolderIn(app.getPath('userData'))),
  ocrLanguages: createOcrLanguageShelf(ocrFolderIn(app.getPath('userData'))),
  readOcrLanguageFile,
});

/** For the window, any Unix other than macOS is treated as Linux. */
const platformOf = (platform: NodeJS.Platform): AppState['platform'] =>
  platform === 'darwin' || platform === 'win32' ? platform : 'linux';

/** The third-party packages in the app, as listed by the build: see scripts/app/third-party.mjs. */
const readThirdParty = async (): Promise<readonly ThirdPartyPackage[]> =>
  JSON.parse(await readFile(join(app.getAppPath(), 'out', 'third-party.json'), 'utf8'));
