import { spawn, spawnSync } from 'node:child_process';
import { projectRoot } from './paths.mjs';

/**
 * Runs a program to its end, with its output where this one's goes, and resolves to its exit code (1 when
 * a signal ended it).
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {(child: import('node:child_process').ChildProcess) => void} [listen] to what it prints
 * @returns {Promise<number>}
 */
export function runCommand(program, args, options = {}, listen = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: projectRoot, stdio: 'inherit', ...options });
    listen(child);
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    const stopPassing = () => process.off('SIGINT', passOn).off('SIGTERM', passOn);
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
 * Runs a program to its end and keeps what it printed.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {{succeeded: boolean, stdout: string, output: string}} output: both streams
 */
export function captureCommand(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: projectRoot, encoding: 'utf8', ...options });
  const stdout = String(result.stdout ?? '');
  const stderr = result.error ? result.error.message : String(result.stderr ?? '');
  return { succeeded: result.status === 0, stdout, output: `${stdout}${stderr}` };
}

/**
 * The same without waiting for it: whoever calls can tell meanwhile how far it has come.
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
 * How npm is called: by the npm that runs this script, else by the one on the path.
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
 * The script that a locally installed package starts with, to be run by this Node.
 *
 * @param {string} script below node_modules
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export const moduleCommand = (script, args) => [
  process.execPath,
  [`${projectRoot}/node_modules/${script}`, ...args],
];
