import { describe, expect, it, vi } from 'vitest';
import { buildNameTree, makeOnce } from '#renderer/parts/tree/build-name-tree.ts';
import type { NameNode } from '#renderer/parts/tree/names/tree-lines.ts';

const row = (id: string, parentId: string | null, name = id) => ({ id, name, parentId });
const shape = (nodes: readonly NameNode[]): unknown[] =>
  nodes.map(({ name, children }) => (children.length === 0 ? name : [name, ...shape(children)]));

describe('a tree of names', () => {
  it('stands below its parents, in the order of the names', () => {
    const rows = [row('b', null), row('a', null), row('z', 'a'), row('y', 'a')];
    expect(shape(buildNameTree(rows))).toEqual([['a', 'y', 'z'], 'b']);
  });
  it('shows at the top what a filter has parted from its parent', () => {
    expect(shape(buildNameTree([row('child', 'gone')]))).toEqual(['child']);
  });
});

it('makes what is asked with the same rows and unsaved inputs once, in whatever list the inputs come', () => {
  const made = vi.fn((rows: readonly string[] | undefined, unsaved: readonly object[]) => [rows, unsaved]);
  const once = makeOnce(made);
  const [rows, edit] = [['a'], {}];
  const first = once(rows, [edit]);
  expect(once(rows, [edit])).toBe(first);
  expect(once(rows, [])).not.toBe(first);
  expect(once(['a'], [])).toEqual([['a'], []]);
  expect(made).toHaveBeenCalledTimes(3);
});
