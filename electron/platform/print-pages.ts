import type { WebContents } from 'electron';
import { type Paper, paperNames } from '#domain/memo/memo.ts';
import type { PrintOutcome } from '../ports/desktop.ts';
import { log } from './log.ts';

/** Electron's documented failure reason for a cancelled dialog: there is no code for it. */
const CANCELLED = 'Print job canceled';

const outcomeOf = (isPrinted: boolean, reason: string): PrintOutcome => {
  if (isPrinted) return 'printed';
  log.warn(`not printed: ${reason}`);
  return reason === CANCELLED ? 'cancelled' : 'refused';
};

/** Asks for a printer with the system's dialog, and prints what the page has laid out for paper. */
export const printPages = async (contents: WebContents, paper: Paper): Promise<PrintOutcome> => {
  // Without one, Electron shows no dialog and fails with a message that differs between versions.
  if ((await contents.getPrintersAsync()).length === 0) return 'no-printer';
  const options = {
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: paperNames[paper],
  } as const;
  return new Promise((resolve) => {
    contents.print(options, (isPrinted, reason) => resolve(outcomeOf(isPrinted, reason)));
  });
};
