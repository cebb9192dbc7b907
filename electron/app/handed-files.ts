/** Files that were handed to the app, until a window takes them: there may be none yet, or a locked archive. */
export class HandedFiles {
  #waiting: string[] = [];
  #tell: () => void = () => undefined;

  give(paths: readonly string[]): void {
    this.#waiting.push(...paths);
    if (paths.length > 0) this.#tell();
  }

  /** All that wait, which then wait no more. */
  take(): readonly string[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** Calls `tell` whenever files wait, also those that do already; until the returned function is called. */
  follow(tell: () => void): () => void {
    this.#tell = tell;
    if (this.#waiting.length > 0) tell();
    return () => {
      this.#tell = () => undefined;
    };
  }
}
