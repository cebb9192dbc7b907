import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSessionFolder, removeLeftSessions } from '#electron/app/launch/session-folders.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'precis-test-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** The number of a process that has ended. */
const endedPid = (): number => spawnSync(process.execPath, ['--version']).pid;

describe('the folders of runs of the command line', () => {
  it('go at the next start where their process was killed, with all they hold', () => {
    const left = join(parent, `precis-session-${endedPid()}-aB3xY9`);
    mkdirSync(join(left, 'Cache'), { recursive: true });
    writeFileSync(join(left, 'Cache', 'data'), 'x');
    removeLeftSessions(parent);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('stay as long as their process runs', () => {
    const own = makeSessionFolder(parent);
    removeLeftSessions(parent);
    expect(readdirSync(parent)).toEqual([basename(own)]);
  });

  it('are told from all else by their exact names, and are no links and no files', () => {
    const pid = endedPid();
    const others = [
      `precis-session-${pid}`,
      `precis-session-${pid}-aB3xY9.txt`,
      `my-precis-session-${pid}-aB3xY9`,
    ];
    for (const name of others) mkdirSync(join(parent, name));
    writeFileSync(join(parent, `precis-session-${pid}-fileXX`), 'mine');
    symlinkSync(join(parent, `precis-session-${pid}`), join(parent, `precis-session-${pid}-linkXX`));
    const before = readdirSync(parent);
    removeLeftSessions(parent);
    expect(readdirSync(parent)).toEqual(before);
  });
});
