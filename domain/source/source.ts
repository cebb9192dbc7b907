import { z } from 'zod';
import { partialByKey } from '../exact-partial.ts';
import { type SourceId, sourceIdSchema } from '../ids.ts';
import { type Timestamp, timestampSchema } from '../time.ts';
import { reliabilitySchema } from '../tradecraft/reliability.ts';
import { isSameName } from '../tree/compare-names.ts';
import { branchOf, isLive, isNamed, isNearlyNamed, resolveRecord, type Tree } from '../tree/record-tree.ts';
import { writerNameSchema } from '../written-by.ts';
import { positionsSchema } from './position.ts';

export const sourceKinds = ['organisation', 'body', 'person', 'publication', 'document', 'place'] as const;
export const sourceKindSchema = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKindSchema>;

export const sourceKindNames: Readonly<Record<SourceKind, string>> = {
  organisation: 'Organisation',
  body: 'Department',
  person: 'Person',
  publication: 'Publication',
  document: 'Document',
  place: 'Place',
};

/** The fields on the quality of a source (ICD 206, source descriptor). Free text; empty for none. */
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

/**
 * A speaker, or somebody who is spoken of: a node of a tree (organisation / body / person). Publications,
 * documents and places are outside this hierarchy.
 */
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

/** A source with only its name, kind and place. Its reliability is for the analyst to set. */
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

type Asked = Pick<Source, 'name' | 'kind' | 'parentId'>;

/** How well `source` matches the request; the highest is chosen. */
const fitOf = (source: Source, asked: Pick<Source, 'name' | 'kind'>): number =>
  (source.kind === asked.kind ? 4 : 0) +
  (source.parentId === null ? 2 : 0) +
  (isSameName(source.name, asked.name) ? 1 : 0);

/** With a parent only its direct children are searched; without one, all sources. */
const hereTest = (sources: SourceTree, { parentId }: Asked): ((source: Source) => boolean) => {
  const parent = resolveRecord(sources, parentId);
  return (source) => parentId === null || resolveRecord(sources, source.parentId) === parent;
};

const mergedSourceNamed = (sources: SourceTree, name: string, isHere: (source: Source) => boolean) => {
  const redirect = [...sources.values()].find(
    (source) => source.mergedInto !== null && isHere(source) && isSameName(source.name, name),
  );
  return redirect === undefined ? null : resolveRecord(sources, redirect.id);
};

/**
 * The source known under `name` as it is written (see isSameName): by name, by alias, or by the name of one that
 * was merged into it. See hereTest for the sources searched; one of the same kind comes before another, a root
 * before a branch. Null where there is none.
 */
export const findSource = (sources: SourceTree, asked: Asked): Source | null => {
  const isHere = hereTest(sources, asked);
  const [best] = [...sources.values()]
    .filter((source) => isLive(source) && isHere(source) && isNamed(source, asked.name))
    .sort((a, b) => fitOf(b, asked) - fitOf(a, asked));
  return best ?? mergedSourceNamed(sources, asked.name, isHere);
};

/** The live sources that do not match the request, but whose name may be meant: see isNearName. */
export const nearSources = (sources: SourceTree, asked: Asked): readonly Source[] => {
  const isHere = hereTest(sources, asked);
  return [...sources.values()].filter(
    (source) => isLive(source) && isHere(source) && isNearlyNamed(source, asked.name),
  );
};

/**
 * The origin of a branch, which is given from its root down: the organisation nearest the root, otherwise the node
 * nearest the root that is not a place, since two people of one city are two origins. Null for an empty branch.
 */
export const originOfBranch = <T extends Pick<Source, 'kind'>>(branch: readonly T[]): T | null =>
  branch.find(({ kind }) => kind === 'organisation') ??
  branch.find(({ kind }) => kind !== 'place') ??
  branch[0] ??
  null;

/**
 * The origin of a passage: the organisation at the top of the speaker's branch, otherwise the publication that
 * carries it. Passages of one origin do not confirm each other. A speaker without an organisation is an origin by
 * itself: one private person who is quoted in two newspapers is still one.
 */
export const originOf = (
  sources: SourceTree,
  speakerId: SourceId | null,
  publicationId: SourceId | null,
): Source | null => originOfBranch(branchOf(sources, speakerId)) ?? resolveRecord(sources, publicationId);

/**
 * The origins of a passage in a text that several articles carry: that of its speaker, otherwise every publication
 * that carries the text, each once, in the order given. Any of them may have written it, or an agency that none
 * names.
 */
export const namedOrigins = (
  sources: SourceTree,
  speakerId: SourceId | null,
  publicationIds: readonly (SourceId | null)[],
): readonly Source[] => [...new Set(publicationIds.flatMap((id) => originOf(sources, speakerId, id) ?? []))];
