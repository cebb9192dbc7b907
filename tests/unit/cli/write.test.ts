import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { write } from '#electron/cli/output/write.ts';

describe('writing an answer', () => {
  it('ends quietly where whoever reads it has ended before', async () => {
    const reader = spawn(process.execPath, ['-e', 'process.stdin.destroy()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(reader, 'exit');
    await expect(write(reader.stdin, 'x'.repeat(1 << 20))).resolves.toBeUndefined();
  });

  it('fails where the system fails otherwise', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const stream = new (await import('node:stream')).Writable({
      write: (_chunk, _encoding, done) => done(full),
    });
    await expect(write(stream, 'x')).rejects.toBe(full);
  });
});
