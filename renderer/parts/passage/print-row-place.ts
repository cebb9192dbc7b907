import type { PassageRow } from '#domain/contract/passage.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';

/** States in which its words are not in the text of that version. */
const unplaced: ReadonlySet<PassageRow['state']> = new Set(['changed', 'ambiguous', 'orphaned']);

/** "Version 1 of 2" for a passage that was carried over between versions of its article; else empty. */
export const printRowVersion = ({
  version,
  readings,
  state,
}: Pick<PassageRow, 'version' | 'readings' | 'state'>): string => {
  if (version === null || readings.length < 2) return '';
  const name = `ersion ${version.number} of ${version.count}`;
  return unplaced.has(state) ? `Not in v${name}` : `V${name}`;
};

/** "p. 14 ¶31", as a citation prints it; "¶31" if the text has no pages, empty if neither is known. */
export const printRowPlace = ({ page, paragraph }: Pick<PassageRow, 'page' | 'paragraph'>): string =>
  printPlace({ page: page ?? undefined, paragraph, place: null });
