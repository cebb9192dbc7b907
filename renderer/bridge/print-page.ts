import { appPrint } from '#domain/contract/app.ts';
import type { Paper } from '#domain/memo/memo.ts';
import { act } from './act.ts';

/**
 * Prints the window's content with the system's dialog; returns whether it was printed. `title` is the page's title
 * meanwhile, for the printer's queue.
 */
export const printPage = async (title: string, paper: Paper): Promise<boolean> => {
  const { title: before } = document;
  document.title = title;
  try {
    return (await act(appPrint, { paper })).ok;
  } finally {
    document.title = before;
  }
};
