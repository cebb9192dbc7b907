import type { SourceId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import type { Source } from './source.ts';

/** A source of which nothing but its name, kind and place is known. Its reliability is for the analyst to say. */
export const newSource = (
  id: SourceId,
  { name, kind, parentId }: Pick<Source, 'name' | 'kind' | 'parentId'>,
  at: Timestamp,
): Source => ({
  id,
  kind,
  name,
  parentId,
  aliases: [],
  reliability: null,
  reliabilityHistory: [],
  descriptor: {},
  positions: [],
  mergedInto: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
});
