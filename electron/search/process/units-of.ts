import type { Changed } from '#electron/catalogue/create-lists.ts';
import { articleUnit, listUnits, memoUnit } from '../units/read-unit.ts';

/** The units of which something has changed. */
export const unitsOf = ({ topics, articleIds, memoIds }: Changed): readonly string[] => [
  ...listUnits.filter((list) => topics.includes(list)),
  ...articleIds.map(articleUnit),
  ...memoIds.map(memoUnit),
];
