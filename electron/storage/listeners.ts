/** The listeners for one kind of event. */
export class Listeners<E> {
  readonly #listeners = new Set<(event: E) => void>();

  /** Returns a function that removes the listener. */
  add(listener: (event: E) => void): () => void {
    // The same function may be added twice, and each is taken away on its own.
    const own = (event: E): void => listener(event);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /**
   * Calls all of them now. If one throws, that is a separate bug: the error is thrown outside, so that it affects
   * neither the others nor the act that is being reported.
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
