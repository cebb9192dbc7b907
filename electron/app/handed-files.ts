/**
 * Files handed to the app by the system, held until a window takes them: no window may exist yet, or the archive may be
 * locked.
 */
export class HandedFiles {
  #waiting: string[] = [];
  #tell: () => void = () => undefined;

  give(paths: readonly string[]): void {
    this.#waiting.push(...paths);
    if (paths.length > 0) this.#tell();
  }

  /** Returns all waiting files, and empties the list. */
  take(): readonly string[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /**
   * Calls `tell` whenever files are waiting, and at once if some already are, until the returned function is called.
   */
  follow(tell: () => void): () => void {
    this.#tell = tell;
    if (this.#waiting.length > 0) tell();
    return () => {
      this.#tell = () => undefined;
    };
  }
}
