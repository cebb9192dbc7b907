/** What rests on something, or is rested on: the nodes of one graph, from a source up to a judgement. */
import { z } from 'zod';
import {
  articleIdSchema,
  boardIdSchema,
  eventIdSchema,
  evidenceIdSchema,
  hypothesisIdSchema,
  judgementIdSchema,
  memoIdSchema,
  passageIdSchema,
  sourceIdSchema,
} from '../ids.ts';

/**
 * A source stands in the graph twice: as who says or prints something (`source`), below passages and articles; and as
 * a name that passages and events are about (`name`), above them.
 */
export const thingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('source'), sourceId: sourceIdSchema }),
  z.strictObject({ kind: z.literal('article'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('passage'), articleId: articleIdSchema, passageId: passageIdSchema }),
  z.strictObject({ kind: z.literal('event'), eventId: eventIdSchema }),
  z.strictObject({ kind: z.literal('name'), sourceId: sourceIdSchema }),
  z.strictObject({ kind: z.literal('board'), boardId: boardIdSchema }),
  z.strictObject({
    kind: z.literal('cell'),
    boardId: boardIdSchema,
    evidenceId: evidenceIdSchema,
    hypothesisId: hypothesisIdSchema,
  }),
  z.strictObject({ kind: z.literal('memo'), memoId: memoIdSchema }),
  z.strictObject({ kind: z.literal('judgement'), memoId: memoIdSchema, judgementId: judgementIdSchema }),
]);
export type Thing = z.infer<typeof thingSchema>;
export type ThingKind = Thing['kind'];
export type ThingOf<K extends ThingKind> = Extract<Thing, { readonly kind: K }>;

/** What tells a thing from all others. */
export const keyOfThing = (thing: Thing): string => {
  switch (thing.kind) {
    case 'source':
    case 'name':
      return `${thing.kind} ${thing.sourceId}`;
    case 'article':
      return `article ${thing.articleId}`;
    case 'passage':
      return `passage ${thing.passageId}`;
    case 'event':
      return `event ${thing.eventId}`;
    case 'board':
      return `board ${thing.boardId}`;
    case 'cell':
      return `cell ${thing.boardId} ${thing.evidenceId} ${thing.hypothesisId}`;
    case 'memo':
      return `memo ${thing.memoId}`;
    case 'judgement':
      return `judgement ${thing.memoId} ${thing.judgementId}`;
  }
};
