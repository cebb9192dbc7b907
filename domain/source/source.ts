import { z } from 'zod';
import { sourceIdSchema } from '../ids.ts';
import { partialByKey } from '../partial-by-key.ts';
import { timestampSchema } from '../time.ts';
import { reliabilitySchema } from '../tradecraft/reliability.ts';
import type { Tree } from '../tree/record-tree.ts';
import { writerNameSchema } from '../written-by.ts';
import { positionsSchema } from './position.ts';

export const sourceKinds = ['organisation', 'body', 'person', 'publication', 'document'] as const;
export const sourceKindSchema = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKindSchema>;

export const sourceKindNames: Readonly<Record<SourceKind, string>> = {
  organisation: 'Organisation',
  body: 'Body',
  person: 'Person',
  publication: 'Publication',
  document: 'Document',
};

/** What bears on the quality of a source (ICD 206, source descriptor). Free text; empty where nothing is said. */
export const descriptorFields = [
  'accuracyAndCompleteness',
  'denialAndDeception',
  'ageAndCurrency',
  'technicalElements',
  'access',
  'validation',
  'motivation',
  'possibleBias',
  'expertise',
] as const;
export type DescriptorField = (typeof descriptorFields)[number];

export const descriptorFieldNames: Readonly<Record<DescriptorField, string>> = {
  accuracyAndCompleteness: 'Accuracy and completeness',
  denialAndDeception: 'Possible denial and deception',
  ageAndCurrency: 'Age and continued currency',
  technicalElements: 'Technical elements',
  access: 'Access',
  validation: 'Validation',
  motivation: 'Motivation',
  possibleBias: 'Possible bias',
  expertise: 'Expertise',
};

export const descriptorSchema = partialByKey(descriptorFields, z.string());

const reliabilityChangeSchema = z.strictObject({
  at: timestampSchema,
  from: reliabilitySchema.nullable(),
  to: reliabilitySchema.nullable(),
  why: z.string(),
});

/** Who says so: a node of a tree (organisation / body / person); publications and documents stand apart. */
export const sourceSchema = z.strictObject({
  id: sourceIdSchema,
  kind: sourceKindSchema,
  name: z.string().trim().min(1).max(200),
  parentId: sourceIdSchema.nullable(),
  aliases: z.array(z.string().min(1)),
  reliability: reliabilitySchema.nullable(),
  /** Oldest first. A change never rewrites a passage that is graded. */
  reliabilityHistory: z.array(reliabilityChangeSchema),
  descriptor: descriptorSchema,
  /** In the order of sortPositions. */
  positions: positionsSchema,
  mergedInto: sourceIdSchema.nullable(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  deletedAt: timestampSchema.nullable(),
  by: writerNameSchema.exactOptional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Every source by its id, tombstones and redirects included. */
export type SourceTree = Tree<Source>;
