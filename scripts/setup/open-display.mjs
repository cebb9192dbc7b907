import { spawn } from 'node:child_process';
import { SetupError, say } from '../run/say.mjs';
import { hasRealDisplay } from './system-packages.mjs';

/**
 * Runs something that shows windows: on the real display, or without one on an invisible one (Xvfb), which exists as
 * long as it takes.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} use gets the environment in which programs find the display
 * @returns {Promise<T>}
 */
export function withDisplay(use) {
  return withDisplays(1, ([name]) =>
    use(name === undefined ? process.env : { ...process.env, DISPLAY: name }),
  );
}

/**
 * The same on several invisible displays, since windows on one display compete for the focus and the clipboard.
 *
 * @template T
 * @param {number} count
 * @param {(names: string[]) => Promise<T>} use gets a name for DISPLAY each; none if there is a real display
 * @returns {Promise<T>}
 */
export async function withDisplays(count, use) {
  if (hasRealDisplay()) return use([]);
  say('there is no display: windows open on an invisible one (Xvfb).');
  const displays = await Promise.all(Array.from({ length: count }, startInvisibleDisplay));
  try {
    return await use(displays.map(({ number }) => `:${number}`));
  } finally {
    for (const { close } of displays) close();
  }
}

async function startInvisibleDisplay() {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-dpi', '96', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const close = () => server.kill();
  process.once('exit', close);
  const number = await readDisplayNumber(server);
  return { number, close };
}

/**
 * Xvfb picks a free number itself and writes it to the given descriptor.
 *
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function readDisplayNumber(server) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    server.stderr?.on('data', (text) => {
      complaint += text;
    });
    let written = '';
    server.stdio[3]?.on('data', (text) => {
      written += text;
      if (written.includes('\n')) resolve(written.trim());
    });
    server.on('error', reject);
    server.on('exit', () => reject(new SetupError(`Xvfb did not start: ${complaint.trim()}`)));
  });
}
