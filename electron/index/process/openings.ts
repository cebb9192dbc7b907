/**
 * The questions of the first view, each with the data last made for it. They are stored on the disk, so that a start
 * shows the first view before anything else of the archive is loaded; every change of the index invalidates all of
 * them.
 */
import { isOpening, type Question } from '../ask/questions.ts';

/** The number of questions kept: those asked last. */
const MOST_KEPT = 12;

const keyOf = (question: Question): string => JSON.stringify([question.name, question.given]);
const questionOf = (key: string): Question => {
  const [name, given] = JSON.parse(key) as [Question['name'], Question['given']];
  return { name, given } as Question;
};

export class Openings {
  readonly #made: Map<string, string | null>;
  #revision = 0;
  #isWritten: boolean;

  constructor(kept: ReadonlyMap<string, string | null>) {
    this.#made = new Map([...kept].filter(([key]) => isOpening(questionOf(key))));
    this.#isWritten = this.#isWhole();
  }

  /** All of them, as they are kept. */
  get all(): ReadonlyMap<string, string | null> {
    return this.#made;
  }

  /** Whether the disk has the present state. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  /** The JSON data made for a question; null if there is none that is still valid. */
  madeFor(question: Question): string | null {
    return this.#made.get(keyOf(question)) ?? null;
  }

  /** Records that the question was asked, so that the next start prepares it too. */
  note(question: Question): void {
    const key = keyOf(question);
    const made = this.#made.get(key) ?? null;
    if (!this.#made.has(key)) this.#isWritten = false;
    this.#made.delete(key);
    this.#made.set(key, made);
    for (const [first] of this.#made) {
      if (this.#made.size <= MOST_KEPT) break;
      this.#made.delete(first);
    }
  }

  /** The index has changed: all data is invalid. */
  expire(): void {
    this.#revision += 1;
    this.#isWritten &&= this.#made.size === 0;
    for (const key of this.#made.keys()) this.#made.set(key, null);
  }

  /** Makes the missing data; what a change of the index invalidates meanwhile is left for the next time. */
  async renew(make: (question: Question) => Promise<unknown>): Promise<void> {
    for (const [key, made] of [...this.#made]) {
      if (made !== null) continue;
      const revision = this.#revision;
      const renewed = JSON.stringify(await make(questionOf(key)));
      if (revision !== this.#revision) return;
      if (this.#made.has(key)) this.#made.set(key, renewed);
    }
  }

  /** Records that all of it is on the disk; data still missing is made and written later. */
  written(): void {
    this.#isWritten = this.#isWhole();
  }

  #isWhole(): boolean {
    return ![...this.#made.values()].includes(null);
  }
}
