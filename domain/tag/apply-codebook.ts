/**
 * Another codebook laid over this one: tags are found by the names of their path, what is missing is made, and what
 * nobody has said here is filled. What both say otherwise stays as it is here, and is told of.
 */
import type { TagId } from '../ids.ts';
import type { Steps } from '../steps.ts';
import type { Timestamp } from '../time.ts';
import { addAliases, type ChildIndex, createChildIndex } from '../tree/child-index.ts';
import { growPath } from '../tree/ensure-path.ts';
import { joinRows, type LaidRow } from '../tree/join-rows.ts';
import { namePath } from '../tree/record-tree.ts';
import { type CodebookEntry, MAX_CODEBOOK_ALIASES } from './codebook-entry.ts';
import { parseTagPath } from './parse-tag-path.ts';
import { type Tag, tagGroupSchema } from './tag.ts';
import { groupOf, type TagTree } from './tag-tree.ts';

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

const aliasesFor = (
  index: ChildIndex<Tag>,
  { tag, takes, keeps }: Said,
  more: readonly string[],
): string[] => {
  const { aliases, taken } = addAliases(index, tag, more);
  // However many entries speak of one tag: each costs as much as its aliases.
  const fitting = aliases.slice(0, Math.max(tag.aliases.length, MAX_CODEBOOK_ALIASES));
  if (fitting.length > tag.aliases.length) takes.push('aliases');
  if (taken.length > 0 || fitting.length < aliases.length) keeps.push('aliases');
  return fitting;
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

const newRow = (index: ChildIndex<Tag>, { id }: Tag): LaidRow<CodebookRow> => ({
  id,
  row: { path: namePath(index.tree, id), becomes: 'new', takes: [], keeps: [] },
});

/** Makes or fills the tag of an entry, and makes what is missing above it; null where no tag can have its path. */
const applyEntry = (
  index: ChildIndex<Tag>,
  entry: CodebookEntry,
  make: MakeTag,
  at: Timestamp,
): readonly LaidRow<CodebookRow>[] | null => {
  const path = parseTagPath(entry.path);
  if (path === null) return null;
  const { record: tag, added } = growPath(index, path, make);
  const said: Said = { tag, takes: [], keeps: [] };
  const definition = fillDefinition(said, entry.definition);
  const aliases = aliasesFor(index, said, entry.aliases);
  const group = groupFor(index.tree, said, entry.group);
  const { takes, keeps } = said;
  if (takes.length > 0) index.put({ ...tag, definition, aliases, group, updatedAt: at });
  const becomes = takes.length > 0 ? 'changed' : 'same';
  const row = { path: namePath(index.tree, tag.id), becomes, takes, keeps } as const;
  return [...added.map((each) => newRow(index, each)), { id: tag.id, row }];
};

/** A codebook over `tags`, a tag a step; the rows are one a tag. `make` makes a tag of which nothing is said yet. */
export function* applyCodebook(
  tags: TagTree,
  entries: readonly CodebookEntry[],
  make: MakeTag,
  at: Timestamp,
): Steps<AppliedCodebook> {
  const index = createChildIndex(tags);
  const rows: LaidRow<CodebookRow>[] = [];
  let refused = 0;
  for (const entry of entries) {
    yield;
    const said = applyEntry(index, entry, make, at);
    if (said === null) refused++;
    else rows.push(...said);
  }
  return { tags: index.tree, rows: joinRows(rows), refused };
}
