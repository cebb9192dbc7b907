import { sourceKindNames, sourceKinds } from '#domain/source/source.ts';

/** The kinds of a source, as options. */
export const kindOptions = sourceKinds.map((id) => ({ id, name: sourceKindNames[id] }));
