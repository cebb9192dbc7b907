import type { PageRequest } from '#domain/contract/importer-bridge.ts';

/** What a process holds in memory now, and the time that processors have spent on it since it began. */
export type PageUsage = { readonly memoryBytes: number; readonly cpuMs: number };

/** One sandboxed page that reads what is not trusted, as whoever asks it sees it; `R` is what it is asked. */
export type SandboxedPage<R> = {
  /** Resolves when the page serves; rejects where it can't be opened. */
  readonly ready: Promise<unknown>;
  /** The page's answer as it came: text that is not to be believed before it is checked. */
  ask(request: R): Promise<unknown>;
  /** Resolves when the page's process has ended, whatever ended it. */
  readonly gone: Promise<void>;
  /** What its process uses; null where that is not known. */
  usage(): PageUsage | null;
  /** Ends the page and its process at once, also where it hangs. */
  end(): void;
};

/** The page that reads texts and pictures. */
export type ImporterPage = SandboxedPage<PageRequest>;

export type OpenImporterPage = () => ImporterPage;
