import { closeProcess } from '#electron/time/close-process.ts';
import type { AskReading } from '../read/archive-files.ts';
import type { IndexAnswer, IndexNews, IndexProcess, IndexRequest } from './index-messages.ts';

export type IndexClientDeps = {
  /** Starts the process; called when the index is first needed, and again after it has ended. */
  readonly spawn: () => IndexProcess;
  /**
   * What opens the files of the archive: handed over as a message, for the arguments of a process are seen by others.
   */
  readonly identity: string | null;
  /** Reads for the process what it can't read itself. */
  readonly read: AskReading;
  readonly report: (failure: string) => void;
};

type Asked = Extract<IndexRequest, { readonly id: number }>;
type Waiting = {
  readonly request: Asked;
  readonly settle: (answer: IndexReply | null) => void;
  /** What has come of a long list. */
  parts: string[];
};
/** What whoever asks is answered; a long list comes in parts that nobody has read yet, each a JSON array of rows. */
type IndexReply =
  | Exclude<IndexAnswer, { readonly kind: 'part' }>
  | { readonly kind: 'parts'; readonly parts: readonly string[] };
type HeardNews = Exclude<IndexNews, { readonly kind: 'reading' | 'trouble' }>;

/** A process that ends more often than this is not started again. */
const MOST_STARTS = 4;

/** Asks the process with the index. One that ends is started again, and what was asked of it is asked again. */
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

  /** The running process; a new one begins to bring its index up to the files. Null where none runs any more. */
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

  /** Lets the process begin with what takes long: it brings its index up to the files. */
  begin(): void {
    this.#hasBegun = true;
    this.#process?.send({ kind: 'begin' });
  }

  /** What the next process has not heard of it reads from the files: it looks at all of them at its start. */
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

  /** The answer to a request, null where there is none to be had. */
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

  /** Tells the process, where one runs. */
  tell(request: Exclude<IndexRequest, { readonly id: number }>): void {
    this.#process?.send(request);
  }

  /** Hears what the process says unasked. */
  onNews(listener: (news: HeardNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Hears that the process has ended and none was started in its place, since nothing was asked or it ends each time.
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
