import { z } from 'zod';
import type { CollectionName } from '../archive/changes.ts';
import { articleIdSchema, memoIdSchema, sourceIdSchema, tagIdSchema } from '../ids.ts';

/** What errors call a record. */
export type RecordKind =
  | 'article'
  | 'passage'
  | 'tag'
  | 'source'
  | 'task'
  | 'memo'
  | 'snapshot'
  | 'round'
  | 'remark'
  | 'translation'
  | 'rendering'
  | 'form'
  | 'board'
  | 'hypothesis'
  | 'evidence'
  | 'cell'
  | 'probability'
  | 'draft'
  | 'search'
  | 'label'
  | 'event'
  | 'fall'
  | 'backup'
  | 'conflict'
  | 'pad'
  | 'entry';

/** A reference to any kind of record. */
export type RecordName = { readonly what: RecordKind; readonly id: string };

/** A record that is no longer in the archive; `intoId`: what it was merged into. */
export type GoneRecord = RecordName & { readonly intoId?: string };

/** What errors call the records of each collection. */
export const recordKinds: { readonly [C in CollectionName]: RecordKind } = {
  tags: 'tag',
  sources: 'source',
  tasks: 'task',
  searches: 'search',
  labels: 'label',
  events: 'event',
  falls: 'fall',
  passages: 'passage',
  about: 'article',
  translations: 'translation',
  renderings: 'rendering',
  languages: 'rendering',
  memo: 'memo',
  rounds: 'round',
  remarks: 'remark',
  forms: 'form',
  boards: 'board',
  hypotheses: 'hypothesis',
  evidence: 'evidence',
  cells: 'cell',
  probabilities: 'probability',
  conflicts: 'conflict',
  pads: 'pad',
  entries: 'entry',
};

/** A record that a view can open. */
export const recordPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('memo'), memoId: memoIdSchema }),
  z.strictObject({ kind: z.literal('tag'), tagId: tagIdSchema }),
  z.strictObject({ kind: z.literal('source'), sourceId: sourceIdSchema }),
]);
export type RecordPlace = z.infer<typeof recordPlaceSchema>;
