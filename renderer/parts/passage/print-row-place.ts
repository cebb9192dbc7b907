import type { PassageRow } from '#domain/contract/passage.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';

/** "Version 1 of 2", of a passage that was carried over from a version of its article to another; else empty. */
export const printRowVersion = ({ version, readings }: Pick<PassageRow, 'version' | 'readings'>): string =>
  version === null || readings.length < 2 ? '' : `Version ${version.number} of ${version.count}`;

/** "p. 14 ¶31", as a citation prints it; "¶31" where the text has no pages, empty where neither is known. */
export const printRowPlace = ({ page, paragraph }: Pick<PassageRow, 'page' | 'paragraph'>): string =>
  printPlace({ page: page ?? undefined, paragraph, place: null });
