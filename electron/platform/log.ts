import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { CallContext } from '#electron/ipc/create-dispatcher.ts';

/**
 * The log of the main process: a file in userData and nothing else. It holds what the app did and refused, never
 * what an article, a note or a memo says.
 */
export const log = electronLog.create({ logId: 'precis' });
log.transports.console.level = false;
// Nothing is written before there is a folder to write to.
log.transports.file.level = false;

/** Lets the log write to `logs/precis.log` below `userDataFolder`. */
export function startLog(userDataFolder: string): void {
  // Else the library looks for the app's name in a package.json above the working directory, and where there is none
  // it throws before every line, and says so to nobody.
  log.transports.file.setAppName('Precis');
  log.transports.file.resolvePathFn = () => join(userDataFolder, 'logs', 'precis.log');
  log.transports.file.level = 'info';
}

/** A short name for a line of the log, which a person can read out. */
export const newReference = (): string => randomUUID().slice(0, 8);

/** Where the calls of use cases write their bugs. */
export const bugLogging: Pick<CallContext, 'newReference' | 'logBug'> = {
  newReference,
  logBug: (reference, what, bug) => log.error(`[${reference}] ${what} failed`, bug),
};

/** Logs what nobody caught, instead of a dialog with a stack or a silent end. */
export function logUncaughtBugs(): void {
  process.on('uncaughtException', (bug) => log.error(`[${newReference()}] uncaught`, bug));
  process.on('unhandledRejection', (bug) => log.error(`[${newReference()}] unhandled rejection`, bug));
}
