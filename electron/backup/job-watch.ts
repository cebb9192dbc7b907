import type { JobWatch } from '#electron/ports/backup-jobs.ts';

const TOLD_EVERY_MS = 100;

/** Tells of progress a few times a second, and of the end. */
export const throttle = (
  tell: JobWatch['onProgress'],
  nowMs = () => performance.now(),
): JobWatch['onProgress'] => {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = nowMs();
    if (done < total && now - toldAtMs < TOLD_EVERY_MS) return;
    toldAtMs = now;
    tell(done, total);
  };
};

/** Does `work` on all items, so many at once; the first failure ends it, once what has begun has ended. */
export const forEachAtOnce = async <Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> => {
  let next = 0;
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined && !hasFailed; item = items[next++]) {
      try {
        await work(item);
      } catch (cause) {
        hasFailed = true;
        throw cause;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};
