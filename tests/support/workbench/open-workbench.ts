/** The handlers on a real archive in a temporary folder, with their own clock and ids. */

import { join } from 'node:path';
import { err } from '#domain/result.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import { createExchangeWriter } from '#electron/export/exchange/create-exchange-writer.ts';
import { writeArticleHtml } from '#electron/export/html/write-article-html.ts';
import { createPassageWriter } from '#electron/export/passages/write-passages.ts';
import { sentFiles, writeExportedFile } from '#electron/export/sent-files.ts';
import { readExportedFile } from '#electron/export/verify/read-exported-file.ts';
import { createTableWriter } from '#electron/export/write-table.ts';
import { BackupKeeper } from '#electron/handlers/backup/backup-keeper.ts';
import { analystOf } from '#electron/handlers/board/read-boards.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { InboxKeeper } from '#electron/handlers/import/inbox/inbox-keeper.ts';
import { chosenFiles } from '#electron/import/chosen-files.ts';
import { readFormFile } from '#electron/import/read-form-file.ts';
import { readOcrLanguageFile } from '#electron/import/read-language-file.ts';
import { readPictureFile } from '#electron/import/read-picture-file.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import { createArchivePlaces } from '#electron/platform/archive-places.ts';
import { createBackupPlaces } from '#electron/platform/backup-places.ts';
import { createTranslator } from '#electron/platform/create-translator.ts';
import { createDictionaryShelf } from '#electron/platform/dictionary-shelf.ts';
import { createOcrLanguageShelf } from '#electron/platform/ocr-language-shelf.ts';
import { openLocalState } from '#electron/platform/open-local-state.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { openCoderArchive } from '#electron/storage/folder/open-coder-archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { samplePassphraseWork } from '../archive/sample-ids.ts';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { takeAsDrawn } from '../pictures/take-as-drawn.ts';
import { testPlaces } from '../unit/test-places.ts';
import { listsInProcess, type MakeCatalogue } from './lists-in-process.ts';
import { succeed } from './results.ts';

/** A clock that starts on 24 April 2024, 09:00 UTC, and advances by a second a reading; increasing ids. */
export const createTestMachine = (): Machine => {
  let looks = 0;
  let made = 0;
  return {
    nowMs: () => Date.UTC(2024, 3, 24, 9, 0, looks++),
    newId: () => `018f0000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
    passphraseWork: samplePassphraseWork,
  };
};

const notPartOfTheTest = (): never => {
  throw new Error('not part of this test');
};

const noDialogs = { openFiles: async () => [], openFolder: async () => null };
const noWriter = { write: notPartOfTheTest };
const noWriters = { pdf: noWriter, docx: noWriter, html: noWriter, md: noWriter, txt: noWriter };

export type Workbench = {
  readonly deps: HandlerDeps;
  readonly archive: Archive;
  /** Requests to the desktop. */
  readonly asked: string[];
  /** Closes the archive, runs `meanwhile` on its folder, and opens it as after a restart. */
  reopen(meanwhile?: () => void | Promise<void>): Promise<Workbench>;
  /** Closes it, or its reopened successor, and removes its folder. */
  close(): Promise<void>;
};

/** The browser's download folder and extension, on a machine with nothing but `folder`. */
export const browserPlacesIn = (folder: string) => ({
  downloads: join(folder, 'Downloads'),
  shipped: 'browser',
  extension: join(folder, 'user-data', 'browser-extension'),
});

/**
 * An archive with the dependencies of its handlers: an empty one in its own folder, or the one in `archive` of
 * `folder`. The caller closes it.
 */
export const openWorkbench = async (
  makeCatalogue: MakeCatalogue = listsInProcess,
  folder?: string,
): Promise<Workbench> => openIn(folder ?? (await makeTemporaryFolder()), createTestMachine(), makeCatalogue);

const openIn = async (folder: string, machine: Machine, makeCatalogue: MakeCatalogue): Promise<Workbench> => {
  const opened = await openArchive({ folder: join(folder, 'archive'), machine, create: true });
  const archive = succeed(opened);
  const local = openLocalState(join(folder, 'user-data'), testPlaces(join(folder, 'user-data')));
  const { catalogue, close: closeCatalogue } = makeCatalogue(archive, machine, () => analystOf(local));
  await catalogue.ready;
  const asked: string[] = [];
  const emit = () => undefined;
  const places = { ...createBackupPlaces(noDialogs), propose: async () => join(folder, 'other disk') };
  const archivePlaces = createArchivePlaces(noDialogs, browserPlacesIn(folder));
  const writePassages = createPassageWriter(machine.newId);
  const writeFile: HandlerDeps['writeExportedFile'] = (path, bytes, options) =>
    writeExportedFile(path, bytes, options, machine.newId);
  const deps: HandlerDeps = {
    archive,
    catalogue,
    machine,
    local,
    backups: new BackupKeeper({ archive, catalogue, local, machine, emit, doJob, places }),
    inbox: new InboxKeeper({
      archive,
      catalogue,
      local,
      emit,
      places: archivePlaces,
      files: chosenFiles,
      machine,
      report: notPartOfTheTest,
    }),
    archivePlaces,
    texts: createTextReader({ parse: notPartOfTheTest }),
    files: chosenFiles,
    scans: {
      readPictures: notPartOfTheTest,
      readLetters: async () => [],
      close: async () => undefined,
    },
    exports: { read: notPartOfTheTest, readArticle: notPartOfTheTest },
    writeExportedFile: writeFile,
    sentFiles,
    readExportedFile,
    // Without the sandboxed page a round stores no paragraphs of its file.
    templates: { read: notPartOfTheTest, readBytes: async () => err({ code: 'importer-crashed' }) },
    reviewedFiles: { read: notPartOfTheTest, readBytes: async () => err('importer-crashed') },
    readFormFile,
    readPictureFile,
    dictionaryMaker: { look: notPartOfTheTest, make: notPartOfTheTest, cancel: notPartOfTheTest },
    dictionaryShelf: createDictionaryShelf(join(folder, 'user-data/dictionaries')),
    ocrLanguages: createOcrLanguageShelf(join(folder, 'user-data/ocr')),
    readOcrLanguageFile,
    markPdf: notPartOfTheTest,
    figures: takeAsDrawn,
    pdfMaker: { make: notPartOfTheTest, warmUp: () => undefined, close: notPartOfTheTest },
    styleCitations: notPartOfTheTest,
    memoWriters: noWriters,
    writeMemoEmail: notPartOfTheTest,
    writeTable: createTableWriter(),
    writeArticleHtml,
    writePassages,
    openCoderArchive,
    exchangeWriter: createExchangeWriter(writePassages, writeFile),
    translator: createTranslator(),
    desktop: {
      chooseTranslator: notPartOfTheTest,
      chooseFiles: notPartOfTheTest,
      chooseFolderToImport: notPartOfTheTest,
      takeHandedFiles: () => [],
      chooseNewVersion: notPartOfTheTest,
      chooseExportOf: notPartOfTheTest,
      chooseReviewed: notPartOfTheTest,
      chooseExported: notPartOfTheTest,
      exportFolder: () => join(folder, 'exported'),
      chooseExportFolder: notPartOfTheTest,
      chooseForm: notPartOfTheTest,
      chooseDictionary: notPartOfTheTest,
      chooseOcrLanguage: notPartOfTheTest,
      chooseLogo: notPartOfTheTest,
      chooseCitationStyle: notPartOfTheTest,
      chooseWordTemplate: notPartOfTheTest,
      chooseFigure: notPartOfTheTest,
      chooseFormFolder: notPartOfTheTest,
      chooseFolderFor: notPartOfTheTest,
      chooseCoderArchive: notPartOfTheTest,
      readClipboard: notPartOfTheTest,
      revealFile: notPartOfTheTest,
      copyFormatted: async ({ text }) => void asked.push(`copy ${text}`),
      dragFile: async (path) => void asked.push(`drag ${path}`),
      print: notPartOfTheTest,
      copyText: async (text) => void asked.push(`copy ${text}`),
      openLink: async (href) => asked.push(`open ${href}`) > 0,
      windowIsReadyToClose: () => void asked.push('close'),
      showEnabledCommands: () => undefined,
      checkSpelling: (languages) => void asked.push(`spell ${languages.join()}`),
      lock: () => void asked.push('lock'),
      convert: (to) => void asked.push(`convert ${to}`),
      openArchive: ({ folder, makes }) => {
        const as = makes === null ? 'as it is' : makes.passphrase === null ? 'new' : 'new, encrypted';
        asked.push(`open ${folder} ${as}`);
      },
      windowAsksBeforeClosing: () => void asked.push('ask-before-closing'),
      windowStaysOpen: () => void asked.push('stay'),
      openWindow: ({ kind, id }) => void asked.push(`window ${kind} ${id}`),
      hasEveryWindowSeen: () => true,
    },
    leftCopies: () => [],
    mergeCopy: async () => undefined,
    losses: { waiting: async () => [], accept: async () => ({ ok: true, value: null }) },
    watchState: () => ({ mode: 'off' }),
    emit,
    appInfo: { version: '0.0.0', platform: 'linux' },
    thirdParty: notPartOfTheTest,
  };
  let next: Workbench | null = null;
  return {
    deps,
    archive,
    asked,
    async reopen(meanwhile) {
      await closeCatalogue();
      await archive.close();
      await meanwhile?.();
      next = await openIn(folder, machine, makeCatalogue);
      return next;
    },
    async close() {
      if (next !== null) return next.close();
      await closeCatalogue();
      await archive.close();
      await removeFolder(folder);
    },
  };
};
