/** Like Promise.all, but when it rejects nothing is still going on. */
export const waitForAll = async (promises: readonly Promise<unknown>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(promises))
    if (outcome.status === 'rejected') throw outcome.reason;
};
