/** Those who want to be told of one kind of event. */
export class Listeners<E> {
  readonly #listeners = new Set<(event: E) => void>();

  /** Answers how to stop listening. */
  add(listener: (event: E) => void): () => void {
    // The same function may be added twice, and each is taken away on its own.
    const own = (event: E): void => listener(event);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /**
   * Tells all of them, now. One that throws is a bug of its own: it is thrown on outside, so that neither the
   * others nor the act that is being told of suffer from it.
   */
  tell(event: E): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (cause) {
        queueMicrotask(() => {
          throw cause;
        });
      }
    }
  }
}
