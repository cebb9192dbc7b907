import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { CallContext } from '#electron/ipc/create-dispatcher.ts';

/**
 * The log of the main process: a file in userData and nothing else. It records what the app did and refused, never the
 * text of an article, a note or a memo.
 */
export const log = electronLog.create({ logId: 'precis' });
log.transports.console.level = false;
// Nothing is written before there is a folder to write to.
log.transports.file.level = false;

/** Starts writing to `logs/precis.log` in `userDataFolder`. */
export function startLog(userDataFolder: string): void {
  // Otherwise the library looks for the app's name in a package.json above the working directory, and if there is none
  // it silently fails on every line.
  log.transports.file.setAppName('Precis');
  log.transports.file.resolvePathFn = () => join(userDataFolder, 'logs', 'precis.log');
  log.transports.file.level = 'info';
}

/** A short reference for a log line, which a person can read out. */
export const newReference = (): string => randomUUID().slice(0, 8);

/** Where handlers log bugs. */
export const bugLogging: Pick<CallContext, 'newReference' | 'logBug'> = {
  newReference,
  logBug: (reference, what, bug) => log.error(`[${reference}] ${what} failed`, bug),
};

/** Logs uncaught exceptions, instead of a dialog with a stack or a silent exit. */
export function logUncaughtBugs(): void {
  process.on('uncaughtException', (bug) => log.error(`[${newReference()}] uncaught`, bug));
  process.on('unhandledRejection', (bug) => log.error(`[${newReference()}] unhandled rejection`, bug));
}
