/**
 * What the first view asks, each question with what was made for it last. It is kept on the disk, so that a start shows
 * the first view before anything else of the archive is taken in; with every change of the index all of it is made
 * anew.
 */
import { isOpening, type Question } from '../ask/questions.ts';

/** So many questions are kept, those that were asked last. */
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

  /** Whether all of it stands on the disk as it stands here. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  /** What was made for a question, as JSON; null where nothing is known that still holds. */
  madeFor(question: Question): string | null {
    return this.#made.get(keyOf(question)) ?? null;
  }

  /** The question was asked: it opens the next day too. */
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

  /** The index has changed: nothing that was made holds any more. */
  expire(): void {
    this.#revision += 1;
    this.#isWritten &&= this.#made.size === 0;
    for (const key of this.#made.keys()) this.#made.set(key, null);
  }

  /** Makes what is missing; what the index changes meanwhile is left for the next time. */
  async renew(make: (question: Question) => Promise<unknown>): Promise<void> {
    for (const [key, made] of [...this.#made]) {
      if (made !== null) continue;
      const revision = this.#revision;
      const renewed = JSON.stringify(await make(questionOf(key)));
      if (revision !== this.#revision) return;
      if (this.#made.has(key)) this.#made.set(key, renewed);
    }
  }

  /** All of it stands on the disk now; what is missing still is made and written another time. */
  written(): void {
    this.#isWritten = this.#isWhole();
  }

  #isWhole(): boolean {
    return ![...this.#made.values()].includes(null);
  }
}
