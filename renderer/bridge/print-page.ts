import type { Paper } from '#domain/memo/memo.ts';
import { act } from './act.ts';

/**
 * Prints what stands in the window for paper, by the system's dialog; answers whether it was printed. In the printer's
 * queue it stands under `title`: that is the page's own meanwhile.
 */
export const printPage = async (title: string, paper: Paper): Promise<boolean> => {
  const { title: before } = document;
  document.title = title;
  try {
    return (await act('app:print', { paper })).ok;
  } finally {
    document.title = before;
  }
};
