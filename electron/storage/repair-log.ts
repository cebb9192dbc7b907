import type { Events } from '#domain/contract/events.ts';
import { Listeners } from './listeners.ts';

type Repaired = Events['file-repaired'];

/**
 * What was repaired in this session. A repair may come before anybody listens, while the archive is being opened:
 * who listens later is told of it then. A file that stays damaged is told of once, however often it is read.
 */
export class RepairLog {
  readonly #listeners = new Listeners<Repaired>();
  readonly #repairs: Repaired[] = [];
  /** The files whose repair the analyst has seen. */
  readonly #seen = new Set<string>();

  report(repaired: Repaired): void {
    const isKnown = this.#repairs.some(
      ({ file, quarantinedAs }) => file === repaired.file && quarantinedAs === repaired.quarantinedAs,
    );
    if (isKnown) return;
    this.#repairs.push(repaired);
    this.#seen.delete(repaired.file);
    this.#listeners.tell(repaired);
  }

  add(listener: (repaired: Repaired) => void): () => void {
    for (const repaired of this.#repairs) listener(repaired);
    return this.#listeners.add(listener);
  }

  /** What waits to be seen, the oldest first. */
  waiting(): readonly Repaired[] {
    return this.#repairs.filter(({ file }) => !this.#seen.has(file));
  }

  see(file: string): void {
    this.#seen.add(file);
  }
}
