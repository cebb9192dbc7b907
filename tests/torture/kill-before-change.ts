import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Ends this process by force just before the nth change that it makes on the disk from now on; 0: never. Answers how
 * many it has made.
 */
export const killBeforeChange = (last: number): (() => number) => {
  let changes = 0;
  const count = (): void => {
    changes += 1;
    if (changes === last) process.kill(process.pid, 'SIGKILL');
  };
  for (const name of ['renameSync', 'rmSync', 'unlinkSync', 'linkSync', 'writeSync'] as const) {
    const real = fs[name] as (...given: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...given: unknown[]) => {
        count();
        return real(...given);
      },
    });
  }
  const realOpen = fs.openSync;
  fs.openSync = (path, flags, mode) => {
    if (flags === 'wx') count();
    return realOpen(path, flags, mode);
  };
  syncBuiltinESMExports();
  return () => changes;
};
