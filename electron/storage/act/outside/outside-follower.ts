import type { Change } from '#domain/archive/changes.ts';
import type { ArchiveState } from '../../archive-state.ts';
import { lookOutside } from './look-outside.ts';
import type { OutsideChanges } from './outside-changes.ts';
import type { OwnWrites } from './own-writes.ts';
import { type Touched, touchedBy } from './touched-by.ts';

/** What the follower needs of the acts, between which it looks. */
export type OutsideHooks = {
  readonly state: ArchiveState;
  readonly outside: OutsideChanges;
  readonly own: OwnWrites;
  /** Runs a look alone, between two acts; answers null where the archive is closed. */
  readonly alone: <T>(look: () => Promise<T>) => Promise<T | null>;
  readonly tellChanged: (touched: Touched) => void;
  readonly tellOutside: (of: Pick<Touched, 'articleIds' | 'memoIds'>) => void;
};

/** An act waits for a look at so many files, and for no more. */
const LOOKED_AT_ONCE = 200;
/** What can't be read may be in the making: so often it is looked at again, and after so long. */
const MOST_TRIES = 4;
const TRY_AGAIN_MS = 1000;

const trashAlone: Touched = { topics: ['trash'], articleIds: [], memoIds: [], gone: [] };

/** Follows what other programs do to the files of an open archive, as far as somebody names these. */
export class OutsideFollower {
  readonly #hooks: OutsideHooks;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(hooks: OutsideHooks) {
    this.#hooks = hooks;
  }

  /** Looks at the files of those names (null: at all that are in memory), and tells of what has changed. */
  async follow(names: readonly string[] | null, tries = 1): Promise<void> {
    const all = names ?? this.#hooks.state.files.names();
    const unsettled: string[] = [];
    const touched: Touched[] = [];
    for (let at = 0; at < all.length; at += LOOKED_AT_ONCE) {
      const found = await this.#look(all.slice(at, at + LOOKED_AT_ONCE), tries >= MOST_TRIES);
      if (found === null) return;
      unsettled.push(...found.unsettled);
      touched.push(...this.#tellChanged(found.changes, found.hasTouchedTrash));
    }
    this.#tellOutside(touched);
    if (unsettled.length > 0) this.#tryAgain(unsettled, tries + 1);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Null where the archive is closed, or not there any more. */
  #look(names: readonly string[], isLastTry: boolean) {
    const { state, outside, own, alone } = this.#hooks;
    return alone(async () =>
      state.ownership.refusal() === null ? lookOutside({ state, outside, own, isLastTry }, names) : null,
    );
  }

  #tellChanged(changes: readonly Change[], hasTouchedTrash: boolean): readonly Touched[] {
    if (changes.length > 0) this.#hooks.tellChanged(touchedBy(changes));
    // Where no article and no memo is named, the trash is read again.
    if (hasTouchedTrash) this.#hooks.tellChanged(trashAlone);
    return changes.length === 0 ? [] : [touchedBy(changes)];
  }

  #tellOutside(touched: readonly Touched[]): void {
    if (touched.length === 0) return;
    this.#hooks.tellOutside({
      articleIds: [...new Set(touched.flatMap(({ articleIds }) => articleIds))],
      memoIds: [...new Set(touched.flatMap(({ memoIds }) => memoIds))],
    });
  }

  #tryAgain(names: readonly string[], tries: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.follow(names, tries);
    }, TRY_AGAIN_MS);
    this.#timers.add(timer);
  }
}
