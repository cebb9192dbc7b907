import { describe, expect, it } from 'vitest';
import type { DiskOperation } from '#electron/storage/act/disk-operation.ts';
import { runOperations } from '#electron/storage/act/run-operations.ts';
import { systemError } from '#electron/storage/file/system-error.ts';

/** Operations that write down what is done to them, and how many of them were under way at once. */
const recorded = (names: readonly string[], failing: readonly string[] = []) => {
  const log: string[] = [];
  let underWay = 0;
  let most = 0;
  const operations = names.map(
    (name): DiskOperation => ({
      name,
      ...(name.startsWith('new') ? { mayOverlap: true } : {}),
      async run() {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        if (failing.includes(name)) throw systemError('ENOSPC', 'no space');
        log.push(`ran ${name}`);
      },
      rollback: async () => void log.push(`took back ${name}`),
      publish: () => void log.push(`published ${name}`),
    }),
  );
  return { operations, log, most: () => most };
};

const newFolders = Array.from({ length: 20 }, (_, number) => `new ${number}`);

describe('the operations of an act', () => {
  it('run side by side where they may, the others in their turn, and are published after all', async () => {
    const { operations, log, most } = recorded(['tags', ...newFolders, 'memo']);
    expect((await runOperations(operations)).ok).toBe(true);
    expect(most()).toBe(8);
    expect([log[0], log[21]]).toEqual(['ran tags', 'ran memo']);
    expect(log.slice(22)).toEqual(['tags', ...newFolders, 'memo'].map((name) => `published ${name}`));
  });

  it('leave nothing where one of those side by side fails: the rest of them ends first, and is taken back', async () => {
    const { operations, log } = recorded(['tags', ...newFolders, 'memo'], ['new 10']);
    expect(await runOperations(operations)).toMatchObject({
      ok: false,
      error: { code: 'write-failed', file: 'new 10', reason: 'disk-full' },
    });
    const ran = log.filter((line) => line.startsWith('ran')).map((line) => line.slice(4));
    const back = log.filter((line) => line.startsWith('took back')).map((line) => line.slice(10));
    expect(ran).toHaveLength(16);
    expect(back).toEqual(ran.toReversed());
    expect(log.some((line) => line.startsWith('published'))).toBe(false);
  });

  it('end between two runs where the act is ended, and are told as they are done', async () => {
    const ending = new AbortController();
    const { operations, log } = recorded(newFolders);
    const told: number[] = [];
    const ended = await runOperations(operations, {
      signal: ending.signal,
      onWritten(done) {
        told.push(done);
        ending.abort();
      },
    });
    expect(ended).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(told).toEqual([8]);
    expect(log.filter((line) => line.startsWith('took back'))).toHaveLength(8);
  });
});
