/** Requests on tags, and their rows in lists. */
import { z } from 'zod';
import { exactPartial } from '../exact-partial.ts';
import { newTagIdSchema, passageIdSchema, type TagId, tagIdSchema } from '../ids.ts';
import { type Tag, tagNameSchema, tagSchema } from '../tag/tag.ts';
import type { Timestamp } from '../time.ts';
import { type Ensured, nothing } from './inputs.ts';
import { defineRequest, edit, indexQuery, type } from './request.ts';

export type TagRow = {
  readonly id: TagId;
  readonly name: string;
  readonly parentId: TagId | null;
  /** Names from the root, e.g. ["China", "dual use"]. */
  readonly path: readonly string[];
  readonly aliases: readonly string[];
  /** Its own; null if it inherits that of its parent, or has none. */
  readonly ownGroup: string | null;
  /** Its own, or that of the nearest tag above it that has one. */
  readonly group: string | null;
  readonly definition: { readonly useWhen: string; readonly notWhen: string; readonly example: string };
  readonly updatedAt: Timestamp;
  /** Who has changed it last; null if no name was set. */
  readonly by: string | null;
  /** Passages and articles that carry the tag itself. */
  readonly ownCount: number;
  /** The same, with every tag below it. */
  readonly totalCount: number;
};

/** A tag on the same passages as another. */
export type TagTogether = {
  readonly tagId: TagId;
  /** Names from the root. */
  readonly path: readonly string[];
  /** Passages that have both, including tags below either. */
  readonly count: number;
  /** The search that finds them. */
  readonly text: string;
};

const onTag = z.strictObject({ tagId: tagIdSchema });
const onIt = ({ tagId }: { readonly tagId: TagId }) => [tagId];

export const tagList = defineRequest(
  'tag:list',
  indexQuery({
    input: nothing,
    output: type<readonly TagRow[]>(),
    topics: ['tags', 'passages', 'articles'],
    isSought: false,
    says: 'All tags, a parent before its children, with how often each is used.',
  }),
);

export const tagTogether = defineRequest(
  'tag:together',
  indexQuery({
    input: onTag,
    output: type<readonly TagTogether[]>(),
    topics: ['tags', 'passages', 'articles'],
    isSought: false,
    says: 'The tags that stand on the same passages, those of most passages first.',
  }),
);

export const tagEnsure = defineRequest(
  'tag:ensure',
  edit({
    input: z.strictObject({
      /** The id of the tag at the end of the path, if it has to be created. */
      tagId: newTagIdSchema,
      path: z.array(tagNameSchema).min(1).max(12),
    }),
    output: type<Ensured<Tag>>(),
    touches: onIt,
    supersedes: 'nothing',
    makes: 'tagId',
    says: 'The tag at `path`, made with its parents where it is missing.',
  }),
);

export const tagChange = defineRequest(
  'tag:change',
  edit({
    input: onTag.extend({
      ...exactPartial(tagSchema.pick({ name: true, parentId: true, aliases: true, group: true })).shape,
      definition: z.exactOptional(exactPartial(tagSchema.shape.definition)),
    }),
    output: type<Tag>(),
    touches: ({ tagId, parentId = null }) => [tagId, parentId],
    supersedes: { on: ['tagId'], fieldsOf: 'definition' },
    says: 'Changes the fields of the tag that are given, those of its definition one by one.',
  }),
);

export const tagMerge = defineRequest(
  'tag:merge',
  edit({
    input: onTag.extend({ intoId: tagIdSchema }),
    output: type<Tag>(),
    touches: ({ tagId, intoId }) => [tagId, intoId],
    supersedes: 'nothing',
    takesAway: true,
    says: 'Merges the tag into another, which is then meant wherever it stood.',
  }),
);

export const tagDelete = defineRequest(
  'tag:delete',
  edit({
    input: onTag.extend({
      /** What carries it or a tag below it carries this tag from then on; left out, none. */
      giveToId: z.exactOptional(tagIdSchema),
    }),
    output: type<null>(),
    touches: ({ tagId, giveToId = null }) => [tagId, giveToId],
    supersedes: 'nothing',
    takesAway: true,
    says: 'Moves the tag and those below it to the trash, or gives what carries them to another tag.',
  }),
);

export const bulkSplitTag = defineRequest(
  'bulk:split-tag',
  edit({
    input: onTag.extend({
      /** Where new tags for the parts are created. */
      place: z.enum(['below', 'beside']),
      parts: z
        .array(
          z.strictObject({
            tagId: newTagIdSchema,
            name: tagNameSchema,
            passageIds: z.array(passageIdSchema).min(1),
          }),
        )
        .min(1)
        .max(1_000),
    }),
    output: type<{ readonly made: number; readonly changed: number }>(),
    touches: ({ tagId, parts }) => [tagId, ...parts.flatMap(({ passageIds }) => passageIds)],
    supersedes: 'nothing',
    says: 'Gives passages of a tag to tags below or beside it, all or nothing: one step of undo.',
  }),
);

export const tagRequests = [
  tagList,
  tagTogether,
  tagEnsure,
  tagChange,
  tagMerge,
  tagDelete,
  bulkSplitTag,
] as const;
