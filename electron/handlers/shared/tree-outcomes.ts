import type { StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import {
  deleteBranch,
  mergeBranches,
  type TreeEdit,
  type TreeEdits,
  type TreeRefusal,
} from '#domain/tree/change-tree.ts';
import { indexTree, resolveRecord, type Tree, type TreeRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader, Outcome } from '../../ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from './failures.ts';
import { recordChanges } from './record-changes.ts';

/** Why an act on a tree was refused. */
export const treeFailure = (what: 'tag' | 'source', refusal: TreeRefusal): AppError =>
  refusal.code === 'missing' ? notFound(what, refusal.id).error : refusal;

/** The tree after `edits`. */
const edited = <T extends TreeRecord>(tree: Tree<T>, edits: readonly TreeEdit<T>[]): Tree<T> =>
  new Map([...tree, ...edits.map(({ after }): [string, T] => [after.id, after])]);

/** The edits as changes of tags.json. */
export const tagChanges = (edits: readonly TreeEdit<Tag>[]): Outcome<unknown>['changes'] =>
  edits.flatMap(({ before, after }) => recordChanges({ kind: 'tags' }, 'tags', before, after));

/** The edits as changes of sources.json. */
export const sourceChanges = (edits: readonly TreeEdit<Source>[]): Outcome<unknown>['changes'] =>
  edits.flatMap(({ before, after }) => recordChanges({ kind: 'sources' }, 'sources', before, after));

export type EditCounts = { readonly made: number; readonly changed: number };

/** The number of records that `edits` create and change. */
export const countEdits = (edits: readonly TreeEdit<unknown>[]): EditCounts => {
  const made = edits.filter(({ before }) => before === null).length;
  return { made, changed: edits.length - made };
};

export type TreeAct<T extends TreeRecord, Answer> = {
  readonly name: StepName;
  readonly edit: (tree: Tree<T>, at: Timestamp) => TreeEdits<T>;
  /** Computes the answer from the tree after the act. */
  readonly answer: (after: Tree<T>) => Answer;
};

type Acting = Pick<HandlerDeps, 'archive' | 'machine'>;

/** For each tree its file, and how its edits become changes of that file. */
export type TreeFile<T extends TreeRecord> = {
  readonly what: 'tag' | 'source';
  readonly read: (reader: ArchiveReader) => Promise<Result<readonly T[], AppError>>;
  readonly changes: (edits: readonly TreeEdit<T>[]) => Outcome<unknown>['changes'];
};

/** Performs an act on one tree, with one write of its file. */
const performOn =
  <T extends TreeRecord>({ what, read, changes: changesOf }: TreeFile<T>) =>
  <Answer>(
    { archive, machine }: Acting,
    { name, edit, answer }: TreeAct<T, Answer>,
  ): Promise<Result<Answer, AppError>> =>
    archive.perform(async (reader) => {
      const records = await read(reader);
      if (!records.ok) return records;
      const tree = indexTree(records.value);
      const edits = edit(tree, toTimestamp(machine.nowMs()));
      if (!edits.ok) return err(treeFailure(what, edits.error));
      const changes = changesOf(edits.value);
      return ok({ value: answer(changes.length === 0 ? tree : edited(tree, edits.value)), name, changes });
    });

export const tagTree: TreeFile<Tag> = {
  what: 'tag',
  read: async (reader) => {
    const file = await reader.tags();
    return file.ok ? ok(file.value.tags) : file;
  },
  changes: tagChanges,
};

export const sourceTree: TreeFile<Source> = {
  what: 'source',
  read: async (reader) => {
    const file = await reader.sources();
    return file.ok ? ok(file.value.sources) : file;
  },
  changes: sourceChanges,
};

/** Performs one act on the codebook, with one write of tags.json. */
export const performOnTags = performOn(tagTree);

/** Performs one act on the sources, with one write of sources.json. */
export const performOnSources = performOn(sourceTree);

/** Merges a branch into another, and returns the latter. */
export const merging = <T extends TreeRecord>(
  name: StepName,
  goesId: T['id'],
  intoId: T['id'],
): TreeAct<T, T> => ({
  name,
  edit: (tree, at) => mergeBranches(tree, goesId, intoId, at),
  answer: (tree) => recordLeft(tree, intoId),
});

/** Marks a record and all those below it as deleted. */
export const deleting = <T extends TreeRecord>(name: StepName, id: T['id']): TreeAct<T, null> => ({
  name,
  edit: (tree, at) => deleteBranch(tree, id, at),
  answer: () => null,
});

/** The live record of `id` in a tree in which an act has just kept it. */
export const recordLeft = <T extends TreeRecord>(tree: Tree<T>, id: T['id']): T => {
  const record = resolveRecord(tree, id);
  if (record === null) throw new Error(`the act has lost ${id}`);
  return record;
};
