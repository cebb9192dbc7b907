import { expect, test } from 'vitest';
import { isRunning } from '#electron/storage/lock/is-running.ts';
import { runCommand } from '../../../scripts/run/run-command.mjs';
import { runLimited, runToEnd } from '../../support/run-limited.ts';
import { eventually } from '../../support/unit/eventually.ts';

/** Says the number of a process that it has started in a group of its own or not; neither of the two ever ends. */
const endless = (hasOwnGroup: boolean): [string, string[]] => [
  'sh',
  ['-c', `${hasOwnGroup ? 'set -m; ' : ''}sleep 86400 & echo $!; wait`],
];

test('a program that does not end is ended with all that it has started', async () => {
  const { stdout, isInTime } = await runLimited(...endless(false), { limitMs: 2_000 });
  expect(isInTime).toBe(false);
  expect(stdout).toMatch(/^\d+\n$/u);
  await eventually(() => expect(isRunning(Number(stdout))).toBe(false));
});

test('a program that ends says what it said, and how it ended', async () => {
  const script = "console.log('out'); console.error('err'); process.exitCode = 3";
  expect(await runLimited(process.execPath, ['-e', script])).toEqual({
    stdout: 'out\n',
    stderr: 'err\n',
    status: 3,
    signal: null,
    isInTime: true,
  });
});

test('not ending is an error where a test has no other word for it', async () => {
  const never = runToEnd(...endless(false), { limitMs: 500 });
  await expect(never).rejects.toThrow('did not end');
});

test('a command of the scripts ends at its limit, with what it has started in groups of their own', async () => {
  let said = '';
  const code = await runCommand(
    ...endless(true),
    { limitMs: 2_000, stdio: ['ignore', 'pipe', 'ignore'] },
    (child) => child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text)),
  );
  expect(code).toBe(1);
  expect(said).toMatch(/^\d+\n$/u);
  await eventually(() => expect(isRunning(Number(said))).toBe(false));
});
