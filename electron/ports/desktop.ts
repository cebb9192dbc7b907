/** What handlers need of the desktop: dialogs, clipboard, the system's browser and file manager. */
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

/** The outcome of the system's print dialog. */
export type PrintOutcome = 'printed' | 'cancelled' | PrintFailure;

export type ArchiveOpening = {
  readonly folder: string;
  /** Creates the archive, encrypted if there is a passphrase; null: the folder already holds one. */
  readonly makes: { readonly passphrase: string | null } | null;
};

export type Desktop = {
  /** Asks for files; empty if cancelled. */
  chooseFiles(): Promise<readonly string[]>;
  /** Asks for a folder whose files are imported; empty if cancelled. */
  chooseFolderToImport(): Promise<readonly string[]>;
  /** The paths of files and folders passed to the app; each is returned once. */
  takeHandedFiles(): readonly string[];
  /** Asks for the file of a new version of an article, null if cancelled. */
  chooseNewVersion(): Promise<string | null>;
  /** Asks for the files exported by a tool; empty if cancelled. */
  chooseExportOf(tool: Tool): Promise<readonly string[]>;
  /** Asks for an earlier exported file, null if cancelled. */
  chooseExported(): Promise<string | null>;
  /** Asks for Word documents returned by reviewers; empty if cancelled. */
  chooseReviewed(): Promise<readonly string[]>;
  /** Asks for the folder of an export for another tool; null if cancelled. */
  chooseFolderFor(out: Out): Promise<string | null>;
  /** Asks for the folder of an archive that another person has coded; null if cancelled. */
  chooseCoderArchive(): Promise<string | null>;
  /** The folder for exported memos. */
  exportFolder(): string;
  /** Asks for another folder and remembers it for the next export; null if cancelled. */
  chooseExportFolder(): Promise<string | null>;
  /** Asks for a form file, null if cancelled. */
  chooseForm(): Promise<string | null>;
  /** Asks for spelling dictionary files; empty if cancelled. */
  chooseDictionary(): Promise<readonly string[]>;
  /** Asks for a Tesseract language file, null if cancelled. */
  chooseOcrLanguage(): Promise<string | null>;
  /** Asks for a translation program; null if cancelled. */
  chooseTranslator(): Promise<string | null>;
  /** Asks for the picture of a form's letterhead, null if cancelled. */
  chooseLogo(): Promise<string | null>;
  chooseCitationStyle(): Promise<string | null>;
  /** Asks for a Word template for a form, null if cancelled. */
  chooseWordTemplate(): Promise<string | null>;
  /** Asks for a picture for a memo, null if cancelled. */
  chooseFigure(): Promise<string | null>;
  /** Asks for the folder for a form file, null if cancelled. */
  chooseFormFolder(): Promise<string | null>;
  readClipboard(): Promise<ClipboardContent>;
  copyText(text: string): Promise<void>;
  /** The same text, plain and formatted for different targets. */
  copyFormatted(copied: CopiedText): Promise<void>;
  /** Shows the whole address and asks; only opens http, https and mailto. Returns whether it was opened. */
  openLink(href: string): Promise<boolean>;
  revealFile(path: string): void;
  /** Continues a drag from the window with the file. */
  dragFile(path: string): Promise<void>;
  /** Prints the pages that the window has laid out for paper, after the system's dialog. */
  print(paper: Paper): Promise<PrintOutcome>;
  /** Disables every other command in the menu. */
  showEnabledCommands(enabled: ReadonlySet<CommandId>): void;
  /** Checks spelling in these languages (BCP 47) from now on. */
  checkSpelling(languages: readonly string[]): void;
  /** Closes the archive, and asks for its passphrase. Pending edits are written first. */
  lock(): void;
  /** Closes the archive, converts its files, and opens it again. */
  convert(to: 'encrypted' | 'clear', passphrase: string): void;
  /** Closes the archive and opens another, creating it if needed. Pending edits are written first. */
  openArchive(opening: ArchiveOpening): void;
  /** Opens a further window on the archive, at an article or a memo. */
  openWindow(record: OpenableRecord): void;
  /** The calling window shows another program's changes; returns whether every window does now. */
  hasEveryWindowSeen(): boolean;
  /** The window has written its pending edits. */
  windowIsReadyToClose(): void;
  /** The window has state that would be lost, and asks the analyst before it closes. */
  windowAsksBeforeClosing(): void;
  /** The analyst stays: closing is cancelled. */
  windowStaysOpen(): void;
};
