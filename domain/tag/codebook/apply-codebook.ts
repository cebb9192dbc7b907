/**
 * Another codebook laid over this one: tags are found by the names of their path, what is missing is made, and what nobody
 * has said here is filled. What both say otherwise stays as it is here, and is told of.
 */
import { z } from 'zod';
import type { TagId } from '../../ids.ts';
import type { Steps } from '../../steps.ts';
import type { Timestamp } from '../../time.ts';
import { addAliases } from '../../tree/add-aliases.ts';
import { ensurePath } from '../../tree/ensure-path.ts';
import { childNamed } from '../../tree/record-tree.ts';
import { parseTagPath } from '../parse-tag-path.ts';
import { type Tag, tagGroupSchema } from '../tag.ts';
import { groupOf, type TagTree } from '../tag-tree.ts';

const MAX_TEXT = 20_000;
const definitionText = z.string().max(MAX_TEXT);

/** A tag as another codebook has it; a path as it is typed, "China/dual use". */
export const codebookEntrySchema = z.strictObject({
  path: z.string().trim().min(1).max(1_500),
  definition: z.strictObject({ useWhen: definitionText, notWhen: definitionText, example: definitionText }),
  aliases: z.array(z.string().trim().min(1).max(1_000)).max(200),
  group: z.string().trim().min(1).max(1_000).nullable(),
});
export type CodebookEntry = z.infer<typeof codebookEntrySchema>;

/** So many tags a codebook holds at most. */
export const MAX_CODEBOOK_ENTRIES = 5_000;

/** A part of what a codebook says of a tag, by its name within a sentence. */
export const codebookParts = ['use when', 'not when', 'example', 'aliases', 'group'] as const;
export type CodebookPart = (typeof codebookParts)[number];

export type CodebookRow = {
  /** Names from the root. */
  readonly path: readonly string[];
  readonly becomes: 'new' | 'changed' | 'same';
  /** What is filled of a tag that is here. */
  readonly takes: readonly CodebookPart[];
  /** What the two say otherwise, or what can't be said of a tag: it stays as it is here. */
  readonly keeps: readonly CodebookPart[];
};

export type AppliedCodebook = {
  readonly tags: TagTree;
  readonly rows: readonly CodebookRow[];
  /** Entries whose path no tag can have. */
  readonly refused: number;
};

type Said = { readonly tag: Tag; readonly takes: CodebookPart[]; readonly keeps: CodebookPart[] };

const definitionParts = { useWhen: 'use when', notWhen: 'not when', example: 'example' } as const;

const fillDefinition = (said: Said, definition: Tag['definition']): Tag['definition'] => {
  const filled = { ...said.tag.definition };
  for (const field of ['useWhen', 'notWhen', 'example'] as const) {
    const [here, there] = [filled[field].trim(), definition[field].trim()];
    if (there === '' || there === here) continue;
    if (here !== '') said.keeps.push(definitionParts[field]);
    else {
      filled[field] = there;
      said.takes.push(definitionParts[field]);
    }
  }
  return filled;
};

const aliasesFor = (tags: TagTree, { tag, takes, keeps }: Said, more: readonly string[]): string[] => {
  if (more.length === 0) return [...tag.aliases];
  const others = new Map([...tags].filter(([id]) => id !== tag.id));
  const isTaken = (alias: string): boolean => childNamed(others, tag.parentId, alias) !== null;
  const { aliases, taken } = addAliases(tag, more, isTaken);
  if (aliases.length > tag.aliases.length) takes.push('aliases');
  if (taken.length > 0) keeps.push('aliases');
  return aliases;
};

const groupFor = (tags: TagTree, said: Said, group: string | null): string | null => {
  const { tag } = said;
  const here = groupOf(tags, tag.id);
  if (group === null || group === here) return tag.group;
  const isFree = tag.group === null && tagGroupSchema.safeParse(group).success;
  (isFree ? said.takes : said.keeps).push('group');
  return isFree ? group : tag.group;
};

type MakeTag = (name: string, parentId: TagId | null) => Tag;

/** Makes or fills the tag of an entry in `known`; null where no tag can have its path. */
const applyEntry = (
  known: Map<string, Tag>,
  entry: CodebookEntry,
  make: MakeTag,
  at: Timestamp,
): (Said & { readonly path: readonly string[] }) | null => {
  const path = parseTagPath(entry.path);
  if (path === null) return null;
  const { record: tag, added } = ensurePath(known, path, make);
  for (const each of added) known.set(each.id, each);
  const said: Said = { tag, takes: [], keeps: [] };
  const definition = fillDefinition(said, entry.definition);
  const aliases = aliasesFor(known, said, entry.aliases);
  const group = groupFor(known, said, entry.group);
  if (said.takes.length > 0) known.set(tag.id, { ...tag, definition, aliases, group, updatedAt: at });
  return { ...said, path };
};

/** A codebook over `tags`, a tag a step. `make` makes a tag of which nothing is said yet. */
export function* applyCodebook(
  tags: TagTree,
  entries: readonly CodebookEntry[],
  make: MakeTag,
  at: Timestamp,
): Steps<AppliedCodebook> {
  const known = new Map(tags);
  const rows: CodebookRow[] = [];
  for (const entry of entries) {
    yield;
    const said = applyEntry(known, entry, make, at);
    if (said === null) continue;
    const { tag, path, takes, keeps } = said;
    if (!tags.has(tag.id)) rows.push({ path, becomes: 'new', takes: [], keeps });
    else rows.push({ path, becomes: takes.length > 0 ? 'changed' : 'same', takes, keeps });
  }
  return { tags: known, rows, refused: entries.length - rows.length };
}
