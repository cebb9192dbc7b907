/**
 * Names and ids in the conditions of a search. A saved search holds ids: what they stand for may be renamed, moved and
 * merged, and it asks for the same.
 */
import { mapValues } from '#domain/search/written-conditions.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { parseNamePath, printNamePath } from '#domain/tree/name-path.ts';
import {
  indexTree,
  isLive,
  namePath,
  namesRecord,
  resolveRecord,
  type Tree,
  type TreeRecord,
} from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';

type Reader = Pick<ArchiveReader, 'tags' | 'sources'>;

type NameTree = Tree<TreeRecord>;

const readTrees = async (reader: Reader): Promise<Readonly<Record<string, NameTree>>> => {
  const [tags, sources] = [await reader.tags(), await reader.sources()];
  const sourceTree = indexTree<TreeRecord>(sources.ok ? sources.value.sources : []);
  return {
    tag: indexTree<TreeRecord>(tags.ok ? tags.value.tags : []),
    source: sourceTree,
    origin: sourceTree,
  };
};

/** The name of a record, of one that is deleted too; what is no id stays. */
const nameOf = (tree: NameTree, value: string): string => {
  const record = resolveRecord(tree, value) ?? tree.get(value) ?? null;
  return record === null ? value : printNamePath(namePath(tree, record.id));
};

/** The id of the one record that a name means; the name where there are none or several. */
const idOf = (tree: NameTree, value: string): string => {
  const typed = parseNamePath(value).map(foldName);
  const meant = [...tree.values()].filter((record) => isLive(record) && namesRecord(tree, record, typed));
  const [only] = meant;
  return only !== undefined && meant.length === 1 ? only.id : value;
};

/** Writes searches with the names that the records in their conditions have now. Articles keep their ids. */
export const nameRecords = async (reader: Reader): Promise<(text: string) => string> => {
  const trees = await readTrees(reader);
  return (text) =>
    mapValues(text, (field, value) => {
      const tree = trees[field];
      return tree === undefined ? value : nameOf(tree, value);
    });
};

/** The search with the ids of the records that its conditions name. */
export const pointToRecords = async (reader: Reader, text: string): Promise<string> => {
  const trees = await readTrees(reader);
  return mapValues(text, (field, value) => {
    const tree = trees[field];
    return tree === undefined ? value : idOf(tree, value);
  });
};
