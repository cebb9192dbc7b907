import { spawn } from 'node:child_process';
import { SetupError, say } from '../say.mjs';
import { hasRealDisplay } from './system-packages.mjs';

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env what a program needs in its environment to show windows there
 * @property {() => void} close
 */

/**
 * The real display, or where there is none an invisible one (Xvfb), which lives until it is closed or this
 * process ends.
 *
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  if (hasRealDisplay()) return { env: process.env, close: () => {} };
  say('there is no display: windows open on an invisible one (Xvfb).');
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-dpi', '96', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const close = () => server.kill();
  process.once('exit', close);
  const number = await readDisplayNumber(server);
  server.unref();
  return { env: { ...process.env, DISPLAY: `:${number}` }, close };
}

/**
 * Xvfb picks a free number by itself and writes it to the descriptor it was given.
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
