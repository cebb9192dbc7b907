import type { PageRequest } from '#domain/contract/importer-bridge.ts';

/** The memory that a process uses now, and its processor time since it began. */
export type PageUsage = { readonly memoryBytes: number; readonly cpuMs: number };

/** A sandboxed page that reads untrusted files, as its caller sees it; `R` is the type of requests. */
export type SandboxedPage<R> = {
  /** Resolves when the page is ready; rejects if it can't be opened. */
  readonly ready: Promise<unknown>;
  /** Resolves with the page's unvalidated answer. */
  ask(request: R): Promise<unknown>;
  /** Resolves when the page's process has ended, for any reason. */
  readonly gone: Promise<void>;
  /** The resource usage of its process; null if unknown. */
  usage(): PageUsage | null;
  /** Ends the page and its process at once, even if it hangs. */
  end(): void;
};

/** The page that reads texts and pictures. */
export type ImporterPage = SandboxedPage<PageRequest>;

export type OpenImporterPage = () => ImporterPage;
