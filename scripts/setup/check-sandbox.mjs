import { readFileSync } from 'node:fs';
import { say } from '../run/say.mjs';

/**
 * The switches that Chromium's sandbox needs on this machine. For root it is turned off: Chromium refuses to start
 * otherwise.
 *
 * @returns {string[]}
 */
export function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  if (areUserNamespacesClosed()) {
    say('this system closes user namespaces to programs, which the sandbox is built on. If Electron does');
    say('not start, allow them: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0');
  }
  return [];
}

function areUserNamespacesClosed() {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1';
  } catch {
    // The file exists only where AppArmor can restrict them.
    return false;
  }
}
