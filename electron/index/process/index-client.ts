import { closeProcess } from '#electron/time/close-process.ts';
import type { AskReading } from '../read/archive-files.ts';
import type { IndexAnswer, IndexNews, IndexProcess, IndexRequest } from './index-messages.ts';

export type IndexClientDeps = {
  /** Starts the process; called when the index is first needed, and again after it has ended. */
  readonly spawn: () => IndexProcess;
  /**
   * The key for the files of the archive: passed in a message, because the arguments of a process are visible to
   * others.
   */
  readonly identity: string | null;
  /** Reads what the process can't read itself. */
  readonly read: AskReading;
  readonly report: (failure: string) => void;
};

type Asked = Extract<IndexRequest, { readonly id: number }>;
type Waiting = {
  readonly request: Asked;
  readonly settle: (answer: IndexReply | null) => void;
  /** The parts of a long list received so far. */
  parts: string[];
};
/** The reply to a request; a long list comes in unparsed parts, each a JSON array of rows. */
type IndexReply =
  | Exclude<IndexAnswer, { readonly kind: 'part' }>
  | { readonly kind: 'parts'; readonly parts: readonly string[] };
type HeardNews = Exclude<IndexNews, { readonly kind: 'reading' | 'trouble' }>;

/** A process that ends more often than this is not started again. */
const MOST_STARTS = 4;

/** The client of the index process. If the process ends it is started again, and its open requests are repeated. */
export class IndexClient {
  readonly #deps: IndexClientDeps;
  readonly #listeners = new Set<(news: HeardNews) => void>();
  readonly #endListeners = new Set<() => void>();
  readonly #waiting = new Map<number, Waiting>();
  #process: IndexProcess | null = null;
  #starts = 0;
  #lastId = 0;
  #hasBegun = false;
  #isClosed = false;

  constructor(deps: IndexClientDeps) {
    this.#deps = deps;
  }

  #hear(from: IndexProcess, said: IndexAnswer | IndexNews): void {
    if ('id' in said) this.#hearAnswer(said);
    else if (said.kind === 'reading') void this.#readFor(from, said);
    else if (said.kind === 'trouble') this.#deps.report(said.why);
    else for (const listener of this.#listeners) listener(said);
  }

  #hearAnswer(answer: IndexAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    if (answer.kind === 'part') {
      waiting?.parts.push(answer.rows);
      return;
    }
    if (answer.kind === 'failed') this.#deps.report(answer.why);
    this.#waiting.delete(answer.id);
    const parts = waiting?.parts ?? [];
    waiting?.settle(answer.kind === 'answer' && parts.length > 0 ? { kind: 'parts', parts } : answer);
  }

  async #readFor(
    from: IndexProcess,
    { reading, asked }: Extract<IndexNews, { kind: 'reading' }>,
  ): Promise<void> {
    const found = await this.#deps.read(asked);
    from.send({ kind: 'take', reading, found });
  }

  #giveUp(): void {
    for (const { settle } of this.#waiting.values()) settle(null);
    this.#waiting.clear();
  }

  /**
   * Returns the running process, after starting one, which then updates its index, if necessary. Null if it is not
   * started any more.
   */
  start(): IndexProcess | null {
    if (this.#process !== null) return this.#process;
    if (this.#isClosed || this.#starts >= MOST_STARTS) return null;
    this.#starts += 1;
    const started = this.#deps.spawn();
    this.#process = started;
    started.onAnswer((said) => this.#hear(started, said));
    started.onExit(() => this.#endOf(started));
    started.send({ kind: 'open', identity: this.#deps.identity });
    if (this.#hasBegun) started.send({ kind: 'begin' });
    return started;
  }

  /** Lets the process begin its long work: bringing its index up to date with the files. */
  begin(): void {
    this.#hasBegun = true;
    this.#process?.send({ kind: 'begin' });
  }

  /** The next process reads changes that it was not notified of from the files: it checks all of them at its start. */
  #endOf(ended: IndexProcess): void {
    if (this.#process !== ended) return;
    this.#process = null;
    this.#deps.report('the process with the index has ended');
    const next = this.#waiting.size === 0 ? null : this.start();
    if (next === null) this.#giveUp();
    for (const waiting of this.#waiting.values()) {
      waiting.parts = [];
      next?.send(waiting.request);
    }
    if (next === null) for (const listener of this.#endListeners) listener();
  }

  /** The answer to a request, null if none can be had. */
  ask(make: (id: number) => Asked): Promise<IndexReply | null> {
    return new Promise((settle) => {
      const to = this.start();
      if (to === null) return settle(null);
      this.#lastId += 1;
      const request = make(this.#lastId);
      this.#waiting.set(this.#lastId, { request, settle, parts: [] });
      to.send(request);
    });
  }

  /** Sends a message to the process, if it runs. */
  tell(request: Exclude<IndexRequest, { readonly id: number }>): void {
    this.#process?.send(request);
  }

  /** Calls `listener` with unrequested messages of the process. */
  onNews(listener: (news: HeardNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Calls `listener` when the process has ended and was not restarted, because there are no open requests or it ends
   * each time.
   */
  onEnd(listener: () => void): void {
    this.#endListeners.add(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const last = this.#process;
    this.#process = null;
    this.#giveUp();
    if (last !== null) await closeProcess(last);
  }
}
