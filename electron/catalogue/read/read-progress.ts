import type { ReadProgress } from '#domain/contract/events.ts';
import type { Machine } from '#electron/ports/machine.ts';

/** Oftener than that nobody reads it. */
const TELL_EVERY_MS = 250;

/** How far reading in has come: what was told last, and whoever wants to hear of it, at most a few times a second. */
export const createReadProgress = ({ nowMs }: Pick<Machine, 'nowMs'>) => {
  const listeners = new Set<(progress: ReadProgress) => void>();
  let last: ReadProgress | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    last: (): ReadProgress | null => last,
    tell(progress: ReadProgress): void {
      last = progress;
      const now = nowMs();
      // A clock that was put back tells, too.
      if (now >= toldAt && now < toldAt + TELL_EVERY_MS) return;
      toldAt = now;
      for (const listener of listeners) listener(progress);
    },
    listen(listener: (progress: ReadProgress) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
