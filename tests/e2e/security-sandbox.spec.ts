import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { electronUnderTest, projectRoot } from '../support/app/electron-under-test.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { pollUntil } from '../support/poll-until.ts';

// Root has no sandbox: Chromium refuses to start with one there. So the app is copied to where an ordinary user can
// read it, and started as that user.

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

/** The app and its runtime where everybody can read them, and a home that nobody can write to but its user. */
async function copyApp(folder: string): Promise<{ electron: string; app: string; home: string }> {
  await chmod(folder, 0o755);
  const runtime = join(folder, 'runtime');
  await cp(dirname(electronUnderTest()), runtime, { recursive: true });
  const app = join(folder, 'app');
  for (const part of ['package.json', 'out', 'resources']) {
    await cp(join(projectRoot, part), join(app, part), { recursive: true });
  }
  const home = join(folder, 'home');
  await mkdir(home);
  if (isRoot) await chown(home, NOBODY, NOBODY);
  return { electron: join(runtime, 'electron'), app, home };
}

/** Each process below `parent`, as its command line and what the kernel says of its confinement. */
async function descendantsOf(parent: number): Promise<readonly { command: string; status: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid) => {
      const [command = '', status = ''] = await Promise.all(
        ['cmdline', 'status'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
      );
      return { pid: Number(pid), parent: Number(/^PPid:\t(\d+)$/m.exec(status)?.[1]), command, status };
    }),
  );
  const below = (pid: number): typeof all =>
    all.filter((each) => each.parent === pid).flatMap((each) => [each, ...below(each.pid)]);
  return below(parent);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

test("an ordinary user's window runs in Chromium's sandbox, filtered by seccomp", async () => {
  const folder = await makeTemporaryFolder();
  const { electron, app, home } = await copyApp(folder);
  const child = spawn(
    electron,
    [app, `--user-data-dir=${join(home, 'user-data')}`, '--archive', join(home, 'archive'), '--no-sample'],
    {
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_RUNTIME_DIR: home },
      stdio: 'ignore',
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
  try {
    // 2: every system call goes through a filter. A process has none yet while it is being started.
    const renderers = await pollUntil('each page has a process, and each a filter', async () => {
      if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}.`);
      const processes = await descendantsOf(child.pid ?? 0);
      const found = processes.filter(({ command }) => command.includes('--type=renderer'));
      return found.length > 0 && found.every(({ status }) => /^Seccomp:\t2$/m.test(status))
        ? found
        : undefined;
    });
    for (const { command, status } of renderers) {
      expect(command).not.toContain('--no-sandbox');
      // 1: no program that it starts gains a right.
      expect(status).toMatch(/^NoNewPrivs:\t1$/m);
      // And it has no right over the system itself.
      expect(status).toMatch(/^CapEff:\t0+$/m);
    }
    await pollUntil('the archive is there', async () =>
      (await readdir(join(home, 'archive')).catch((): string[] => [])).includes('archive.json')
        ? true
        : undefined,
    );
  } finally {
    await end(child);
    await removeFolder(folder);
  }
});
