import type { StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Source, SourceTree } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { TagTree } from '#domain/tag/tag-tree.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { TreeEdit, TreeEdits, TreeRefusal } from '#domain/tree/change-tree.ts';
import { indexTree, resolveRecord, type Tree, type TreeRecord } from '#domain/tree/record-tree.ts';
import type { Outcome } from '../../ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from './failures.ts';
import { recordChanges } from './record-changes.ts';

const failureOf = (what: 'tag' | 'source', refusal: TreeRefusal): AppError =>
  refusal.code === 'missing' ? notFound(what, refusal.id).error : refusal;

/** The tree after `edits`. */
const edited = <T extends TreeRecord>(tree: Tree<T>, edits: readonly TreeEdit<T>[]): Tree<T> =>
  new Map([...tree, ...edits.map(({ after }): [string, T] => [after.id, after])]);

/** The changes of tags.json that `edits` are. */
export const tagChanges = (edits: readonly TreeEdit<Tag>[]): Outcome<unknown>['changes'] =>
  edits.flatMap(({ before, after }) => recordChanges({ kind: 'tags' }, 'tags', before, after));

/** The changes of sources.json that `edits` are. */
export const sourceChanges = (edits: readonly TreeEdit<Source>[]): Outcome<unknown>['changes'] =>
  edits.flatMap(({ before, after }) => recordChanges({ kind: 'sources' }, 'sources', before, after));

export type TreeAct<T extends TreeRecord, Answer> = {
  readonly name: StepName;
  readonly edit: (tree: Tree<T>, at: Timestamp) => TreeEdits<T>;
  /** The answer, from the tree as the act leaves it. */
  readonly answer: (after: Tree<T>) => Answer;
};

type Acting = Pick<HandlerDeps, 'archive' | 'machine'>;

/** Performs one act on the codebook: one write of tags.json, whatever it changes. */
export const performOnTags = <Answer>(
  { archive, machine }: Acting,
  { name, edit, answer }: TreeAct<Tag, Answer>,
): Promise<Result<Answer, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.tags();
    if (!file.ok) return file;
    const tags: TagTree = indexTree(file.value.tags);
    const edits = edit(tags, toTimestamp(machine.nowMs()));
    if (!edits.ok) return err(failureOf('tag', edits.error));
    const changes = tagChanges(edits.value);
    return ok({ value: answer(changes.length === 0 ? tags : edited(tags, edits.value)), name, changes });
  });

/** Performs one act on the sources: one write of sources.json, whatever it changes. */
export const performOnSources = <Answer>(
  { archive, machine }: Acting,
  { name, edit, answer }: TreeAct<Source, Answer>,
): Promise<Result<Answer, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.sources();
    if (!file.ok) return file;
    const sources: SourceTree = indexTree(file.value.sources);
    const edits = edit(sources, toTimestamp(machine.nowMs()));
    if (!edits.ok) return err(failureOf('source', edits.error));
    const changes = sourceChanges(edits.value);
    return ok({
      value: answer(changes.length === 0 ? sources : edited(sources, edits.value)),
      name,
      changes,
    });
  });

/** The live record of `id` in a tree in which an act has just left it there. */
export const recordLeft = <T extends TreeRecord>(tree: Tree<T>, id: T['id']): T => {
  const record = resolveRecord(tree, id);
  if (record === null) throw new Error(`the act has lost ${id}`);
  return record;
};
