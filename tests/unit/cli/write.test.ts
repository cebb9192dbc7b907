import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
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

  it.each([
    ['a terminal', true, 'Talks\ufffd]52;c;eA==\ufffd \ufffd2J\tresume\n'],
    ['a pipe', false, 'Talks\u001b]52;c;eA==\u0007 \u009b2J\tresume\n'],
  ])(
    'shows %s the control characters of a title, which a terminal would obey',
    async (_, isTTY, expected) => {
      const written: string[] = [];
      const sink = new Writable({
        write(chunk, _encoding, done) {
          written.push(String(chunk));
          done();
        },
      });
      await write(Object.assign(sink, { isTTY }), 'Talks\u001b]52;c;eA==\u0007 \u009b2J\tresume\n');
      expect(written.join('')).toBe(expected);
    },
  );

  it('fails where the system fails otherwise', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const stream = new Writable({
      write: (_chunk, _encoding, done) => done(full),
    });
    await expect(write(stream, 'x')).rejects.toBe(full);
  });
});
