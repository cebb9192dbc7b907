import type { PassageRow } from '#domain/contract/passage.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';

/** "p. 14 ¶31", as a citation prints it; "¶31" where the text has no pages, empty where neither is known. */
export const printRowPlace = ({ page, paragraph }: Pick<PassageRow, 'page' | 'paragraph'>): string =>
  printPlace({ page: page ?? undefined, paragraph, place: null });
