import type { AppState, ThirdPartyPackage } from '#domain/contract/app.ts';
import type { EventName, Events, WatchState } from '#domain/contract/events.ts';
import type { Handlers, IndexQueryName, RequestName } from '#domain/contract/requests.ts';
import type { CopyToReview } from '#domain/contract/review.ts';
import type { ChosenFiles, ReadFormFile } from '#electron/ports/chosen-files.ts';
import type { Archive } from '../ports/archive.ts';
import type { ArchivePlaces } from '../ports/archive-places.ts';
import type { Catalogue } from '../ports/catalogue.ts';
import type { OpenCoderArchive } from '../ports/coder-archive.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { DictionaryMaker } from '../ports/dictionary-maker.ts';
import type { ExchangeWriter } from '../ports/exchange-writer.ts';
import type { ExportReader } from '../ports/export-reader.ts';
import type {
  ReadExportedFile,
  ReviewedFiles,
  SentFiles,
  WriteExportedFile,
} from '../ports/exported-file.ts';
import type { DictionaryShelf, OcrLanguageShelf, ReadOcrLanguageFile } from '../ports/file-shelf.ts';
import type { FigureReader, Importer, ReadPictureFile, TemplateReader } from '../ports/importer.ts';
import type { LocalState } from '../ports/local-state.ts';
import type { Machine } from '../ports/machine.ts';
import type {
  MemoWriters,
  WriteArticleHtml,
  WriteMemoEmail,
  WritePassages,
  WriteTable,
} from '../ports/memo-writer.ts';
import type { PdfMaker, StyleCitations } from '../ports/pdf-maker.ts';
import type { ScanReader } from '../ports/scan-reader.ts';
import type { TextReader } from '../ports/text-reader.ts';
import type { Translator } from '../ports/translator.ts';
import type { BackupKeeper } from './backup/backup-keeper.ts';
import type { InboxKeeper } from './import/inbox/inbox-keeper.ts';
import type { LossKeeper } from './review/loss-keeper.ts';

/** Sends an event to the window. */
export type Emit = <N extends EventName>(name: N, event: Events[N]) => void;

/** All dependencies of the use cases: one open archive, and the machine around it behind ports. */
export type HandlerDeps = {
  readonly archive: Archive;
  readonly catalogue: Catalogue;
  readonly backups: BackupKeeper;
  readonly inbox: InboxKeeper;
  readonly archivePlaces: ArchivePlaces;
  readonly texts: TextReader;
  readonly files: ChosenFiles;
  readonly scans: ScanReader;
  readonly exports: ExportReader;
  readonly pdfMaker: PdfMaker;
  readonly styleCitations: StyleCitations;
  readonly memoWriters: MemoWriters;
  readonly writeMemoEmail: WriteMemoEmail;
  readonly writeTable: WriteTable;
  readonly writePassages: WritePassages;
  readonly writeArticleHtml: WriteArticleHtml;
  readonly exchangeWriter: ExchangeWriter;
  readonly openCoderArchive: OpenCoderArchive;
  readonly writeExportedFile: WriteExportedFile;
  readonly sentFiles: SentFiles;
  readonly readExportedFile: ReadExportedFile;
  readonly reviewedFiles: ReviewedFiles;
  readonly readFormFile: ReadFormFile;
  readonly readPictureFile: ReadPictureFile;
  readonly templates: TemplateReader;
  readonly dictionaryMaker: DictionaryMaker;
  readonly dictionaryShelf: DictionaryShelf;
  readonly ocrLanguages: OcrLanguageShelf;
  readonly readOcrLanguageFile: ReadOcrLanguageFile;
  readonly markPdf: Importer['mark'];
  readonly figures: FigureReader;
  readonly translator: Translator;
  readonly desktop: Desktop;
  readonly local: LocalState;
  readonly machine: Machine;
  readonly emit: Emit;
  /** Conflict copies that could not be merged, and are still where they were found. */
  readonly leftCopies: () => readonly CopyToReview[];
  /** The missing and altered files, see LossKeeper. */
  readonly losses: Pick<LossKeeper, 'waiting' | 'accept'>;
  /** Merges a conflict copy at a person's request; it stays where it is if that fails. */
  readonly mergeCopy: (name: string) => Promise<void>;
  /** How changes by other programs are detected. */
  readonly watchState: () => WatchState;
  readonly appInfo: Pick<AppState, 'version' | 'platform'>;
  /** The third-party packages in the app. */
  readonly thirdParty: () => Promise<readonly ThirdPartyPackage[]>;
};

/**
 * The handlers of one noun, for example `HandlersOn<'memo'>` has every `memo:*`, so a missing one does not compile;
 * without those that the index answers alone.
 */
export type HandlersOn<Noun extends string> = Pick<
  Handlers,
  Exclude<Extract<RequestName, `${Noun}:${string}`>, IndexQueryName>
>;
