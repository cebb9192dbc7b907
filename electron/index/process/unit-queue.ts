/** The units of an archive to be read, by their names: those touched by acts before all others. */
export class UnitQueue {
  readonly #urgent = new Set<string>();
  /** The urgent units being read. */
  #inWork: ReadonlySet<string> = new Set();
  #pending: Set<string> = new Set();

  get isEmpty(): boolean {
    return this.#urgent.size + this.#pending.size === 0;
  }

  /** Whether no urgent unit is waiting or being read. */
  get isCaughtUp(): boolean {
    return this.#urgent.size + this.#inWork.size === 0;
  }

  hurry(names: Iterable<string>): void {
    for (const name of names) this.#urgent.add(name);
  }

  /** Replaces the units that are not urgent. */
  replacePending(names: Iterable<string>): void {
    this.#pending = new Set(names);
  }

  /**
   * The units to be read now: all urgent ones, else the first `most` of the others. A unit that becomes urgent
   * meanwhile is read again.
   */
  take(most: number): readonly string[] {
    this.#inWork = new Set(this.#urgent);
    this.#urgent.clear();
    return this.#inWork.size > 0 ? [...this.#inWork] : firstOf(this.#pending, most);
  }

  /** Marks those units as read. Returns how many of them were not urgent. */
  finish(names: readonly string[]): number {
    this.#inWork = new Set();
    return names.filter((name) => this.#pending.delete(name)).length;
  }

  /** Makes the units being read urgent again, because their reading failed. */
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
