import { join } from 'node:path';
import electronLog from 'electron-log/node';

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
