import { spawn, spawnSync } from 'node:child_process';
import { projectRoot } from './paths.mjs';
import { say } from './say.mjs';

/**
 * Runs a program to its end, with its output passed through, and resolves to its exit code (1 if a signal ended it).
 * One that exceeds the limit is ended with all of its child processes.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { limitMs?: number }} [options]
 * @param {(child: import('node:child_process').ChildProcess) => void} [listen] gets its output
 * @returns {Promise<number>}
 */
export function runCommand(program, args, { limitMs, ...options } = {}, listen = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: projectRoot, stdio: 'inherit', ...options });
    listen(child);
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    const endAll = () => {
      endTree(child);
      // Orphaned descendants may still hold these open.
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    const limit = limitMs === undefined ? undefined : setTimeout(endAll, limitMs);
    const stopPassing = () => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      clearTimeout(limit);
    };
    child.on('error', (error) => {
      stopPassing();
      reject(error);
    });
    child.on('close', (code) => {
      stopPassing();
      resolve(code ?? 1);
    });
  });
}

/**
 * Kills a program and all of its descendants, whatever process groups they are in.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function endTree({ pid, spawnargs }) {
  say(`this has not ended in time, and is ended by force: ${spawnargs.join(' ')}`);
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  // Listed before killing: when a parent ends its children get another one.
  for (const each of [pid, ...descendantsOf(pid)]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

/**
 * @param {number} pid
 * @returns {number[]}
 */
function descendantsOf(pid) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u).map(Number));
  /** @type {(parent: number) => number[]} */
  const below = (parent) => pairs.flatMap(([each = 0, of]) => (of === parent ? [each, ...below(each)] : []));
  return below(pid);
}

/**
 * Runs a program to its end and returns its output.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {{succeeded: boolean, code: number | null, stdout: string, output: string}} output: both streams
 */
export function captureCommand(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: projectRoot, encoding: 'utf8', ...options });
  const stdout = String(result.stdout ?? '');
  const stderr = result.error ? result.error.message : String(result.stderr ?? '');
  return { succeeded: result.status === 0, code: result.status, stdout, output: `${stdout}${stderr}` };
}

/**
 * The same asynchronously: the caller can report progress meanwhile.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{succeeded: boolean, stdout: string, output: string}>}
 */
export function captureRunning(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    /** @param {boolean} succeeded */
    const end = (succeeded) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve({ succeeded, stdout, output: `${stdout}${stderr}` });
    };
    child.on('error', (error) => {
      stderr += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/**
 * How to call npm: the npm that runs this script, else the one on the path.
 *
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return [process.execPath, [cli, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/**
 * The start script of a locally installed package, to be run by this Node.
 *
 * @param {string} script below node_modules
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export const moduleCommand = (script, args) => [
  process.execPath,
  [`${projectRoot}/node_modules/${script}`, ...args],
];
