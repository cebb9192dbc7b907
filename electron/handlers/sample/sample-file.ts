import { z } from 'zod';
import { articleStateSchema } from '#domain/article/annotations.ts';
import { bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import { memoHeadSchema } from '#domain/memo/memo.ts';
import { sectionRoles } from '#domain/memo/memo-content.ts';
import { labelIdSchema } from '#domain/passage/label.ts';
import { basisSchema, mannerSchema } from '#domain/passage/passage.ts';
import { sourceSchema } from '#domain/source/source.ts';
import { tagNameSchema } from '#domain/tag/tag.ts';
import { taskSchema } from '#domain/task/task.ts';
import { confidenceSchema } from '#domain/tradecraft/confidence.ts';
import { gradeSchema, ungraded } from '#domain/tradecraft/grade.ts';
import { markingSchema } from '#domain/tradecraft/marking.ts';

/**
 * `resources/sample/sample.json`: an analyst's work on the sample articles. Records refer to each other by keys; ids
 * are assigned when the sample is installed, and dates are relative to that day.
 */
const key = z.string().regex(/^[a-z-]+$/);
const tagPathSchema = z.tuple([tagNameSchema], tagNameSchema);

const sampleSourceSchema = z.strictObject({
  key,
  kind: sourceSchema.shape.kind,
  name: sourceSchema.shape.name,
  parent: key.nullable().default(null),
  aliases: sourceSchema.shape.aliases.default([]),
  reliability: sourceSchema.shape.reliability.default(null),
  why: z.string().default(''),
});
const sampleTagSchema = z.strictObject({
  path: tagPathSchema,
  useWhen: z.string(),
  notWhen: z.string(),
  example: z.string(),
});
const sampleTaskSchema = taskSchema
  .pick({ title: true, kind: true, owner: true })
  .extend({ key, dueInDays: z.int().nullable() });
const samplePassageSchema = z.strictObject({
  key,
  /** Verbatim quotes, each of which occurs once in the article; several form one interrupted quotation. */
  quotes: z.array(z.string().min(1)).min(1),
  label: labelIdSchema,
  tags: z.array(tagPathSchema).default([]),
  speaker: key.nullable().default(null),
  grade: gradeSchema.default(ungraded),
  manner: mannerSchema.nullable().default(null),
  basis: basisSchema.nullable().default(null),
  note: z.string().default(''),
  tasks: z.array(sampleTaskSchema).default([]),
});
const sampleArticleSchema = z.strictObject({
  file: z.string(),
  type: bibliographySchema.shape.type,
  publication: key,
  state: articleStateSchema,
  tags: z.array(tagPathSchema),
  note: z.string().default(''),
  passages: z.array(samplePassageSchema),
});

/** In a text, `[[number:key]]` cites the passage `key` in that form. */
const citedText = z.string().min(1);
const sampleBlockSchema = z.union([
  z.strictObject({ paragraph: citedText }),
  z.strictObject({ quotation: key }),
  z.strictObject({
    judgement: citedText,
    likelihood: z.string(),
    confidence: confidenceSchema,
    confidenceReason: z.string(),
    assumptions: z.string(),
    wouldChange: z.string(),
  }),
]);
const sampleMemoSchema = memoHeadSchema.pick({ title: true, for: true, from: true, asOf: true }).extend({
  marking: markingSchema,
  printedTasks: z.array(key),
  sections: z.array(
    z.strictObject({ role: z.enum(sectionRoles), blocks: z.array(sampleBlockSchema).min(1) }),
  ),
});

const sampleSchema = z.strictObject({
  sources: z.array(sampleSourceSchema),
  tags: z.array(sampleTagSchema),
  articles: z.array(sampleArticleSchema),
  memo: sampleMemoSchema,
});

export type Sample = z.infer<typeof sampleSchema>;
export type SampleArticle = z.infer<typeof sampleArticleSchema>;
export type SamplePassage = z.infer<typeof samplePassageSchema>;
export type SampleBlock = z.infer<typeof sampleBlockSchema>;
export type SampleMemo = z.infer<typeof sampleMemoSchema>;
export type TagPath = z.infer<typeof tagPathSchema>;

/** Parses `sample.json`. It is part of the app, so an invalid one is a bug, and throws. */
export const parseSample = (json: string): Sample => sampleSchema.parse(JSON.parse(json));

/** The value of `name` in `kept`; an unknown name in the sample is a bug. */
export const named = <T>(kept: ReadonlyMap<string, T>, name: string): T => {
  const value = kept.get(name);
  if (value === undefined) throw new Error(`the sample has no "${name}"`);
  return value;
};
