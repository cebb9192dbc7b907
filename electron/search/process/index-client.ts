import type { SearchIndexState } from '#domain/contract/search-archive.ts';
import type { IndexAnswer, IndexProcess, IndexRequest } from './index-messages.ts';

export type IndexClientDeps = {
  /** Starts the process; called when the index is first needed, and again after it has ended. */
  readonly spawn: () => IndexProcess;
  readonly report: (failure: string) => void;
};

type Asked = Extract<IndexRequest, { readonly id: number }>;
type Waiting = { readonly request: Asked; readonly settle: (answer: IndexAnswer | null) => void };

/** A process that ends more often than this is not started again. */
const MOST_STARTS = 4;
/** One that does not end in time is ended. */
const CLOSE_MS = 2000;

/** Asks the process with the index. One that ends is started again, and what was asked of it is asked again. */
export class IndexClient {
  readonly #deps: IndexClientDeps;
  readonly #listeners = new Set<(state: SearchIndexState) => void>();
  readonly #waiting = new Map<number, Waiting>();
  #process: IndexProcess | null = null;
  #starts = 0;
  #lastId = 0;
  #isClosed = false;

  constructor(deps: IndexClientDeps) {
    this.#deps = deps;
  }

  #hear(answer: IndexAnswer): void {
    if (answer.is === 'state') {
      for (const listener of this.#listeners) listener(answer.state);
      return;
    }
    if (answer.is === 'failed') this.#deps.report(answer.why);
    this.#waiting.get(answer.id)?.settle(answer);
    this.#waiting.delete(answer.id);
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
    started.onAnswer((answer) => this.#hear(answer));
    started.onExit(() => this.#endOf(started));
    started.send({ ask: 'update', id: ++this.#lastId });
    return started;
  }

  /** Has the index brought up to the files, in a process that runs or a new one. */
  update(): void {
    if (this.#process === null) this.start();
    else this.#process.send({ ask: 'update', id: ++this.#lastId });
  }

  /** What the next process has not heard of it reads from the files: it looks at all of them at its start. */
  #endOf(ended: IndexProcess): void {
    if (this.#process !== ended) return;
    this.#process = null;
    this.#deps.report('the process with the search index has ended');
    const next = this.#waiting.size === 0 ? null : this.start();
    if (next === null) this.#giveUp();
    else for (const { request } of this.#waiting.values()) next.send(request);
  }

  /** The answer to a request, null where there is none to be had. */
  ask(make: (id: number) => Asked): Promise<IndexAnswer | null> {
    return new Promise((settle) => {
      const to = this.start();
      if (to === null) return settle(null);
      this.#lastId += 1;
      const request = make(this.#lastId);
      this.#waiting.set(this.#lastId, { request, settle });
      to.send(request);
    });
  }

  /** Tells the process, where one runs. */
  tell(request: Exclude<IndexRequest, { readonly id: number }>): void {
    this.#process?.send(request);
  }

  onState(listener: (state: SearchIndexState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const last = this.#process;
    this.#process = null;
    this.#giveUp();
    if (last === null) return;
    const ended = new Promise<void>((resolve) => last.onExit(resolve));
    last.send({ ask: 'close' });
    const timer = setTimeout(() => last.kill(), CLOSE_MS);
    await ended;
    clearTimeout(timer);
  }
}
