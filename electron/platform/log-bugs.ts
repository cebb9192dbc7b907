import { randomUUID } from 'node:crypto';
import type { CallContext } from '#electron/ipc/create-dispatcher.ts';
import { log } from './log.ts';

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
