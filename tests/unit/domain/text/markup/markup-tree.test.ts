import { describe, expect, it } from 'vitest';
import { elementsIn, printTree, treeOf } from '#domain/text/markup/markup-tree.ts';
import { readMarkup } from '#domain/text/markup/read-markup.ts';

const read = (text: string) => {
  const parts = readMarkup(text);
  if (!parts.ok) throw new Error(parts.error.message);
  return treeOf(parts.value);
};

describe('XML as a tree', () => {
  const text = '<a b="1 &amp; &quot;2&quot;">x &lt;y&gt;<c/><d>z<e f="\'"/></d></a>';

  it('has the elements where they stand', () => {
    expect(elementsIn(read(text)).map(({ name }) => name)).toEqual(['a', 'c', 'd', 'e']);
    expect(read('<a>x<b/></a>')).toEqual({
      name: '',
      attributes: new Map(),
      inner: [
        { name: 'a', attributes: new Map(), inner: ['x', { name: 'b', attributes: new Map(), inner: [] }] },
      ],
    });
  });

  it('is the same when it was written and is read again', () => {
    const tree = read(text);
    expect(read(printTree(tree))).toEqual(tree);
  });
});
