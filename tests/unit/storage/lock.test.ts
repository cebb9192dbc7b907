import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { bundleProgram } from '../../support/bundle-program.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { it, mustFail, mustSucceed, tryToOpen } from './archive-under-test.ts';

/** The number of a process that has ended. */
const endedPid = async (): Promise<number> => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
};

const lockFile = (holder: { pid: number; host?: string; processStart?: string; nonce?: string }): string =>
  JSON.stringify({ host: hostname(), processStart: 'then', nonce: `nonce-${Math.random()}`, ...holder });

describe('the lock', () => {
  it('says who has the archive open, and goes when it is closed', async ({ folder, open }) => {
    const archive = await open();
    const holder = JSON.parse(await readFile(join(folder, '.lock'), 'utf8'));
    expect(holder).toMatchObject({ host: hostname(), pid: process.pid, nonce: expect.any(String) });
    expect(holder.processStart).not.toBe('');
    await archive.close();
    expect((await readdir(folder)).filter((name) => name.startsWith('.lock'))).toEqual([]);
  });

  it('keeps a second opening out, of the same process too, and nothing is written', async ({
    folder,
    open,
  }) => {
    await open();
    const before = await readTree(folder);
    expect(mustFail(await tryToOpen(folder))).toEqual({
      code: 'archive-locked',
      host: hostname(),
      pid: process.pid,
      isSameHost: true,
    });
    expect(await readTree(folder)).toEqual(before);
  });

  it.for<[string, () => Promise<string>]>([
    ['of a process that has ended', async () => lockFile({ pid: await endedPid() })],
    [
      'of an earlier process that had the number of one that runs',
      async () => lockFile({ pid: process.ppid }),
    ],
    ['that a power cut left empty', async () => ''],
    ['that says nothing', async () => '{"host":'],
    ['whose nonce is no part of a name', async () => lockFile({ pid: await endedPid(), nonce: '/../../x' })],
  ])('%s is taken over', async ([, describeHolder], { folder, open }) => {
    await (await open()).close();
    await writeFile(join(folder, '.lock'), await describeHolder());
    await open();
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8')).pid).toBe(process.pid);
    expect((await readdir(folder)).filter((name) => name.startsWith('.lock'))).toEqual(['.lock']);
  });

  it('is taken over where the rights to it bear its own nonce, and that of each other', async ({
    folder,
    open,
  }) => {
    await (await open()).close();
    const ended = await endedPid();
    const file = (nonce: string): string => lockFile({ pid: ended, nonce });
    await writeFile(join(folder, '.lock'), file('one'));
    await writeFile(join(folder, '.lock.tmp-after-one'), file('one'));
    await writeFile(join(folder, '.lock.tmp-after-one~1'), file('two'));
    await writeFile(join(folder, '.lock.tmp-after-two~2'), file('one'));
    await open();
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8')).pid).toBe(process.pid);
    expect((await readdir(folder)).filter((name) => name.startsWith('.lock'))).toEqual(['.lock']);
  });

  it('of another machine keeps the archive shut until it is overruled', async ({ folder, open }) => {
    await (await open()).close();
    await writeFile(join(folder, '.lock'), lockFile({ host: 'attic', pid: 42 }));
    expect(mustFail(await tryToOpen(folder))).toEqual({
      code: 'archive-locked',
      host: 'attic',
      pid: 42,
      isSameHost: false,
    });
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8')).host).toBe('attic');
    await open({ overrulesOtherHost: true });
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8')).host).toBe(hostname());
  });

  it('of a process that runs here is not overruled', async ({ folder, open }) => {
    await open();
    expect(mustFail(await tryToOpen(folder, { overrulesOtherHost: true })).code).toBe('archive-locked');
  });

  it('that somebody else has taken is not given up on closing', async ({ folder, open }) => {
    const archive = await open();
    const other = lockFile({ host: 'attic', pid: 42 });
    await writeFile(join(folder, '.lock'), other);
    await archive.close();
    expect(await readFile(join(folder, '.lock'), 'utf8')).toBe(other);
  });

  it('is given up when the archive can not be opened', async ({ folder, open }) => {
    await (await open()).close();
    await writeFile(join(folder, 'tags.json'), '{"version":2}');
    expect((await tryToOpen(folder)).ok).toBe(false);
    expect(await readdir(folder)).not.toContain('.lock');
  });
});

describe('of several processes that open one archive at once', () => {
  const rounds = 40;
  const rivals: Rival[] = [];
  let programs = '';

  beforeAll(async () => {
    programs = await makeTemporaryFolder();
    const program = await bundleProgram('tests/unit/storage/lock-rival.ts', programs);
    for (let number = 0; number < 4; number++) rivals.push(await startRival(program));
  }, 30_000);
  afterAll(async () => {
    for (const rival of rivals) await rival.end();
    await removeFolder(programs);
  });

  it.for<[string, (folder: string) => Promise<void>]>([
    ['a new one', () => Promise.resolve()],
    ['one that is there', async (folder) => mustSucceed(await tryToOpen(folder)).close()],
    [
      'one that a process which has ended had open',
      async (folder) => {
        await mkdir(folder);
        await writeFile(join(folder, '.lock'), lockFile({ pid: await endedPid() }));
      },
    ],
  ])('exactly one gets it: %s', { timeout: 60_000 }, async ([, prepare], { folder }) => {
    for (let round = 0; round < rounds; round++) {
      const archive = `${folder}-${round}`;
      await prepare(archive);
      const answers = await Promise.all(rivals.map((rival) => rival.ask(`open ${archive}`)));
      expect(answers.toSorted()).toEqual([
        ...Array.from({ length: rivals.length - 1 }, () => 'archive-locked'),
        'won',
      ]);
      await Promise.all(rivals.map((rival) => rival.ask('close')));
      expect((await readdir(archive)).filter((name) => name.startsWith('.lock'))).toEqual([]);
    }
  });
});

type Rival = { ask(line: string): Promise<string>; end(): Promise<void> };

const startRival = async (program: string): Promise<Rival> => {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await answers.next();
    if (done === true) throw new Error('A rival has ended.');
    return value;
  };
  await next();
  return {
    ask: (line) => {
      child.stdin.write(`${line}\n`);
      return next();
    },
    end: () => endProcess(child),
  };
};

const endProcess = async (child: ChildProcess): Promise<void> => {
  child.stdin?.end();
  if (child.exitCode === null) await once(child, 'exit');
};
