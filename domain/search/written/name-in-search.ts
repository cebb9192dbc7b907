import { foldName } from '../../text/fold-text.ts';
import { parseNamePath, printNamePath } from '../../tree/name-path.ts';
import { isLive, namePath, namesRecord, type Tree, type TreeRecord } from '../../tree/record-tree.ts';

/**
 * How a search names a live record and no other: the path of its names, or its id where that path may mean another too or
 * can't be written between quotation marks.
 */
export const nameInSearch = <T extends TreeRecord>(tree: Tree<T>, id: T['id']): string => {
  const path = printNamePath(namePath(tree, id));
  const typed = parseNamePath(path).map(foldName);
  const meant = [...tree.values()].filter((record) => isLive(record) && namesRecord(tree, record, typed));
  return meant.length === 1 && !/["“”„«»]/u.test(path) ? path : id;
};
