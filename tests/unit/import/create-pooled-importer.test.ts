import { describe, expect, it } from 'vitest';
import { createPooledImporter } from '#electron/import/pool/create-pooled-importer.ts';
import type { Importer } from '#electron/ports/importer.ts';

/** An importer that answers when it is told to. */
const heldImporter = () => {
  const release: (() => void)[] = [];
  let isClosed = false;
  const importer: Importer = {
    parse: () => new Promise((resolve) => release.push(() => resolve({ ok: false, error: 'no-text-found' }))),
    layPages: async () => ({ ok: false, error: 'document-damaged' }),
    listAttachments: async () => ({ ok: false, error: 'no-text-found' }),
    readExport: async () => ({ ok: false, error: 'not-of-tool' }),
    readReviewed: async () => ({ ok: false, error: 'no-text-found' }),
    drawMarks: async () => ({ ok: true, value: [] }),
    readTemplate: async () => ({ ok: false, error: 'not-word' }),
    mark: async () => ({ ok: false, error: 'marks-unplaced' }),
    draw: () => Promise.reject(new Error('the page is gone')),
    async close() {
      isClosed = true;
    },
  };
  return { importer, release, isClosed: () => isClosed };
};

const request = { format: 'txt', bytes: new Uint8Array() } as const;

describe('several importers as one', () => {
  it('are asked where there is least to do, one text alone always the first', async () => {
    const [first, second] = [heldImporter(), heldImporter()];
    const pool = createPooledImporter([first.importer, second.importer]);
    const one = pool.parse(request);
    first.release[0]?.();
    await one;
    const three = [pool.parse(request), pool.parse(request), pool.parse(request)];
    expect([first.release.length, second.release.length]).toEqual([3, 1]);
    for (const release of [...first.release, ...second.release]) release();
    expect(await Promise.all(three)).toHaveLength(3);
  });

  it('are asked again after one has failed, and all are closed', async () => {
    const [first, second] = [heldImporter(), heldImporter()];
    const pool = createPooledImporter([first.importer, second.importer]);
    await expect(pool.draw(new Uint8Array())).rejects.toThrow('gone');
    void pool.parse(request);
    expect(first.release).toHaveLength(1);
    await pool.close();
    expect([first.isClosed(), second.isClosed()]).toEqual([true, true]);
  });
});
