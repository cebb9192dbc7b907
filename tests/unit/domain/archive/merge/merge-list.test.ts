import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListRule, mergeList } from '#domain/archive/merge/merge-list.ts';

const rule: ListRule = { keyOf: (item) => JSON.stringify(item), most: Infinity, isSorted: false };
const list = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f'));
const maybeList = fc.option(list);

describe('a list that two sides have changed', () => {
  it('has what either has added, and not what either has removed', () => {
    fc.assert(
      fc.property(list, list, list, (base, ours, theirs) => {
        const isKept = (item: string) => [ours, theirs].every((side) => side.includes(item));
        const isAdded = (item: string) => !base.includes(item);
        const wanted = [...new Set([...ours, ...theirs])].filter((item) => isKept(item) || isAdded(item));
        expect(mergeList(base, ours, theirs, rule)?.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  it('is all of both where nothing is known of before', () => {
    fc.assert(
      fc.property(list, list, (ours, theirs) => {
        const both = [...new Set([...ours, ...theirs])].toSorted();
        expect(mergeList(null, ours, theirs, rule)?.toSorted()).toEqual(both);
      }),
    );
  });

  it('is the same whichever is ours', () => {
    fc.assert(
      fc.property(maybeList, list, list, (base, ours, theirs) => {
        expect(mergeList(base, ours, theirs, rule)).toEqual(mergeList(base, theirs, ours, rule));
      }),
    );
  });

  it('keeps the order in which things stood', () => {
    expect(mergeList(['c', 'a'], ['c', 'a', 'z'], ['c', 'a', 'b'], rule)).toEqual(['c', 'a', 'b', 'z']);
  });

  it('can not be merged where both changed one item, or where it would be too long', () => {
    const keyed: ListRule = { ...rule, keyOf: (item) => String(item).slice(0, 1) };
    expect(mergeList(['a'], ['a1'], ['a2'], keyed)).toBeNull();
    expect(mergeList(['a'], ['a1'], ['a'], keyed)).toEqual(['a1']);
    expect(mergeList([], ['a'], ['b'], { ...rule, most: 1 })).toBeNull();
  });
});
