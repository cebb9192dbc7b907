import { sourceKindNames, sourceKinds } from '#domain/source/source.ts';

/** The kinds of a source, to be chosen from. */
export const kindOptions = sourceKinds.map((id) => ({ id, name: sourceKindNames[id] }));
