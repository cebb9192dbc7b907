/** The units of an archive that are to be read, by their names: those that acts have touched before all others. */
export class UnitQueue {
  readonly #urgent = new Set<string>();
  /** The urgent ones that are being read. */
  #inWork: ReadonlySet<string> = new Set();
  #pending: Set<string> = new Set();

  get isEmpty(): boolean {
    return this.#urgent.size + this.#pending.size === 0;
  }

  /** Whether none is urgent, nor an urgent one being read. */
  get isCaughtUp(): boolean {
    return this.#urgent.size + this.#inWork.size === 0;
  }

  hurry(names: Iterable<string>): void {
    for (const name of names) this.#urgent.add(name);
  }

  /** What is not urgent is these alone. */
  replacePending(names: Iterable<string>): void {
    this.#pending = new Set(names);
  }

  /**
   * Those to be read now: all that are urgent, else the first `most` of the others. What is hurried meanwhile is read
   * again.
   */
  take(most: number): readonly string[] {
    this.#inWork = new Set(this.#urgent);
    this.#urgent.clear();
    return this.#inWork.size > 0 ? [...this.#inWork] : firstOf(this.#pending, most);
  }

  /** Those were read. Answers how many of them were to be read without hurry. */
  finish(names: readonly string[]): number {
    this.#inWork = new Set();
    return names.filter((name) => this.#pending.delete(name)).length;
  }

  /** What was being read is urgent again: nothing came of it. */
  putBack(): void {
    this.hurry(this.#inWork);
    this.#inWork = new Set();
  }
}

const firstOf = (names: Iterable<string>, most: number): readonly string[] => {
  const first: string[] = [];
  for (const name of names) {
    if (first.length === most) break;
    first.push(name);
  }
  return first;
};
