import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/result.ts';
import { createEncryptionHandlers } from '#electron/handlers/encryption/encryption-handlers.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
benchForEach(async (opened) => {
  bench = opened;
});

const ofClear = () => createEncryptionHandlers(bench.deps);
/** Of an archive that is open with "right". */
const ofEncrypted = () =>
  createEncryptionHandlers({
    ...bench.deps,
    archive: {
      ...bench.archive,
      identity: 'AGE-SECRET-KEY-1',
      checkPassphrase: async (typed) => (typed === 'right' ? ok(null) : err({ code: 'wrong-passphrase' })),
    },
  });

describe('the encryption of an archive in the clear', () => {
  it('begins with a passphrase that is long enough, counted as a person counts', async () => {
    const input = { passphrase: 'e\u0301'.repeat(14) };
    expect(codeOf(await ofClear()['encryption:turn-on'](input))).toBe('passphrase-too-short');
    expect(bench.asked).toEqual([]);
    succeed(await ofClear()['encryption:turn-on']({ passphrase: 'e\u0301'.repeat(15) }));
    expect(bench.asked).toEqual(['convert encrypted']);
  });

  it('can’t be locked, removed, or opened by another passphrase', async () => {
    const handlers = ofClear();
    expect(codeOf(await handlers['encryption:lock']({}))).toBe('not-encrypted');
    expect(codeOf(await handlers['encryption:turn-off']({ passphrase: 'right' }))).toBe('not-encrypted');
    const input = { from: 'right', to: 'five words of no connection' };
    expect(codeOf(await handlers['encryption:change-passphrase'](input))).toBe('not-encrypted');
    expect(bench.asked).toEqual([]);
  });
});

describe('the encryption of an encrypted archive', () => {
  it('is not begun twice, is locked, and removed by whoever knows the passphrase', async () => {
    const handlers = ofEncrypted();
    const again = { passphrase: 'five words of no connection' };
    expect(codeOf(await handlers['encryption:turn-on'](again))).toBe('already-encrypted');
    expect(codeOf(await handlers['encryption:turn-off']({ passphrase: 'wrong' }))).toBe('wrong-passphrase');
    expect(bench.asked).toEqual([]);
    succeed(await handlers['encryption:lock']({}));
    succeed(await handlers['encryption:turn-off']({ passphrase: 'right' }));
    expect(bench.asked).toEqual(['lock', 'convert clear']);
  });
});
