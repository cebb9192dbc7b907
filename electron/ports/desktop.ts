/** What the use cases need of the desk they run on: dialogs, clipboard, the system's browser and file manager. */
import type { CommandId } from '#domain/command/command-table.ts';
import type { PrintFailure } from '#domain/contract/errors/memo-errors.ts';
import type { OpenableRecord } from '#domain/contract/window-record.ts';
import type { Out } from '#domain/exchange/outs.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import type { Paper } from '#domain/memo/memo.ts';

export type ClipboardContent = {
  readonly text: string;
  readonly html: string;
  readonly sourceUrl: string | null;
  /** As a PNG. */
  readonly picture: Uint8Array | null;
};

export type CopiedText = { readonly text: string; readonly html: string };

/** What became of pages that were given to the system's dialog. */
export type PrintOutcome = 'printed' | 'cancelled' | PrintFailure;

export type ArchiveOpening = {
  readonly folder: string;
  /** Makes the archive, encrypted where there is a passphrase; null: the folder holds one. */
  readonly makes: { readonly passphrase: string | null } | null;
};

export type Desktop = {
  /** Paths chosen in a dialog; empty when it was cancelled. */
  chooseFiles(): Promise<readonly string[]>;
  /** The path of a folder whose files are imported; empty when the dialog was cancelled. */
  chooseFolderToImport(): Promise<readonly string[]>;
  /** The paths of files and folders that were handed to the app, and wait no more. */
  takeHandedFiles(): readonly string[];
  /** The path of one file that is a new version of an article, null when the dialog was cancelled. */
  chooseNewVersion(): Promise<string | null>;
  /** The paths of the files that a tool has exported; empty when the dialog was cancelled. */
  chooseExportOf(tool: Tool): Promise<readonly string[]>;
  /** The path of a file that was exported before, null when the dialog was cancelled. */
  chooseExported(): Promise<string | null>;
  /** The paths of Word documents that reviewers have returned; empty when the dialog was cancelled. */
  chooseReviewed(): Promise<readonly string[]>;
  /** The folder that an archive is written to for another tool; null when the dialog was cancelled. */
  chooseFolderFor(out: Out): Promise<string | null>;
  /** The folder of an archive that another person has coded; null when the dialog was cancelled. */
  chooseCoderArchive(): Promise<string | null>;
  /** The folder that memos are exported to. */
  exportFolder(): string;
  /** Another folder, chosen in a dialog and kept for the next export; null when the dialog was cancelled. */
  chooseExportFolder(): Promise<string | null>;
  /** The path of a file that holds a form, null when the dialog was cancelled. */
  chooseForm(): Promise<string | null>;
  /** The paths of files that hold spelling dictionaries; empty when the dialog was cancelled. */
  chooseDictionary(): Promise<readonly string[]>;
  /** The path of a file of Tesseract with the data of a language, null when the dialog was cancelled. */
  chooseOcrLanguage(): Promise<string | null>;
  /** The program that translates; null where none was chosen. */
  chooseTranslator(): Promise<string | null>;
  /** The path of a picture for the letterhead of a form, null when the dialog was cancelled. */
  chooseLogo(): Promise<string | null>;
  chooseCitationStyle(): Promise<string | null>;
  /** The path of a Word template for a form, null when the dialog was cancelled. */
  chooseWordTemplate(): Promise<string | null>;
  /** The path of a picture for a memo, null when the dialog was cancelled. */
  chooseFigure(): Promise<string | null>;
  /** The folder that a form is written to, null when the dialog was cancelled. */
  chooseFormFolder(): Promise<string | null>;
  readClipboard(): Promise<ClipboardContent>;
  copyText(text: string): Promise<void>;
  /** The same text, plain for one place and formatted for another. */
  copyFormatted(copied: CopiedText): Promise<void>;
  /** Shows the whole address and asks; opens only http, https and mailto. Answers whether it was opened. */
  openLink(href: string): Promise<boolean>;
  revealFile(path: string): void;
  /** The drag that has begun in the window goes on with the file. */
  dragFile(path: string): Promise<void>;
  /** Prints the pages that the window has laid out for paper, once the system's dialog was answered. */
  print(paper: Paper): Promise<PrintOutcome>;
  /** The menu greys every command but these. */
  showEnabledCommands(enabled: ReadonlySet<CommandId>): void;
  /** Spelling is checked in these languages (BCP 47) from now on. */
  checkSpelling(languages: readonly string[]): void;
  /** Closes the archive, and asks for its passphrase. What is pending is written first. */
  lock(): void;
  /** Closes the archive, has its files brought to the other side, and opens it again. */
  convert(to: 'encrypted' | 'clear', passphrase: string): void;
  /** Closes the archive and opens another, which is made where there is none. What is pending is written first. */
  openArchive(opening: ArchiveOpening): void;
  /** Opens a further window on the archive, at an article or a memo. */
  openWindow(record: OpenableRecord): void;
  /** The window that asks shows what another program has changed; answers whether every window does now. */
  hasEveryWindowSeen(): boolean;
  /** The window has written what was pending. */
  windowIsReadyToClose(): void;
  /** The window holds what would be lost, and asks the analyst before it closes. */
  windowAsksBeforeClosing(): void;
  /** The analyst stays: what the window was to close for is given up. */
  windowStaysOpen(): void;
};
