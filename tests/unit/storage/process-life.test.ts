import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { readProcessStart } from '#electron/storage/lock/lock-holder.ts';

describe('the start of a process', () => {
  it('is the same each time it is asked for, and another for another process', async () => {
    const own = await readProcessStart(process.pid);
    expect(own).toBe(await readProcessStart(process.pid));
    expect(own).not.toBeNull();
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
    await once(child, 'spawn');
    if (process.platform !== 'win32') expect(await readProcessStart(child.pid ?? 0)).not.toBe(own);
    child.kill();
    await once(child, 'exit');
    expect(await readProcessStart(child.pid ?? 0)).toBeNull();
  });

  it.runIf(process.platform === 'linux')(
    'is none of one that has ended and that nobody has buried',
    async () => {
      // The shell becomes a program that never asks after its child.
      const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [line] = await once(createInterface({ input: parent.stdout }), 'line');
      await expect.poll(() => readProcessStart(Number(line))).toBeNull();
      parent.kill();
      await once(parent, 'exit');
    },
  );
});
