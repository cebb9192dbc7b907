import { describe, expect, it } from 'vitest';
import { newTag, type Tag } from '#domain/tag/tag.ts';
import { resolveTags, type TagTree } from '#domain/tag/tag-tree.ts';
import {
  changeRecord,
  deleteBranch,
  giveBranch,
  mergeBranches,
  restoreBranch,
  type TreeEdits,
} from '#domain/tree/change-tree.ts';
import { ensurePath } from '#domain/tree/ensure-path.ts';
import { namePath, resolveRecord } from '#domain/tree/record-tree.ts';
import { applyEdits, at, tagId, tagTree } from './build-tree.ts';

const applied = (tags: TagTree, edits: TreeEdits<Tag>): TagTree => {
  if (!edits.ok) throw new Error(`refused: ${edits.error.code}`);
  return applyEdits(tags, edits.value);
};
const codeOf = (edits: TreeEdits<Tag>): string => (edits.ok ? 'done' : edits.error.code);

describe('renaming and moving', () => {
  const tags = tagTree([1, 'China'], [2, 'Russia'], [3, 'Dual use', 1], [4, 'Drones', 3], [5, 'Łódź']);

  it('refuses a name that a sibling bears', () => {
    expect(codeOf(changeRecord(tags, tagId(1), { name: ' Russia' }, at(1)))).toBe('name-taken');
    expect(codeOf(changeRecord(tags, tagId(1), { name: 'Łódź'.normalize('NFD') }, at(1)))).toBe('name-taken');
  });

  it('takes a name that is written otherwise for another name', () => {
    expect(codeOf(changeRecord(tags, tagId(1), { name: 'RUSSIA' }, at(1)))).toBe('done');
    expect(codeOf(changeRecord(tags, tagId(1), { name: 'lodz' }, at(1)))).toBe('done');
  });

  it('refuses an alias that a sibling is known under', () => {
    expect(codeOf(changeRecord(tags, tagId(1), { aliases: ['Russia'] }, at(1)))).toBe('name-taken');
  });

  it('lets a tag change the case of its own name, and bear the name of a tag elsewhere', () => {
    expect(codeOf(changeRecord(tags, tagId(1), { name: 'CHINA' }, at(1)))).toBe('done');
    expect(codeOf(changeRecord(tags, tagId(4), { name: 'Russia' }, at(1)))).toBe('done');
  });

  it('refuses to move a tag below itself', () => {
    expect(codeOf(changeRecord(tags, tagId(1), { parentId: tagId(4) }, at(1)))).toBe('would-be-cycle');
    expect(codeOf(changeRecord(tags, tagId(1), { parentId: tagId(1) }, at(1)))).toBe('would-be-cycle');
  });

  it('takes what stands below along', () => {
    const moved = applied(tags, changeRecord(tags, tagId(3), { parentId: tagId(2) }, at(1)));
    expect(namePath(moved, tagId(4))).toEqual(['Russia', 'Dual use', 'Drones']);
  });

  it('keeps each alias once and none that is the name', () => {
    const defined = applied(
      tags,
      changeRecord(tags, tagId(1), { aliases: [' PRC ', 'PRC', 'prc', 'China', ''] }, at(1)),
    );
    expect(defined.get(tagId(1))?.aliases).toEqual(['PRC', 'prc']);
  });
});

describe('merging', () => {
  const tags = tagTree(
    [1, 'China'],
    [2, 'PRC'],
    [3, 'Trade', 1],
    [4, 'Trade', 2],
    [5, 'Tools', 4],
    [6, 'Army', 2],
    [7, 'Asia'],
    [8, 'résumé', 1],
    [9, 'resume', 2],
  );
  const merged = applied(tags, mergeBranches(tags, tagId(2), tagId(1), at(1)));

  it('leaves a redirect that every reader follows', () => {
    expect(resolveRecord(merged, tagId(2))?.name).toBe('China');
    expect(resolveTags(merged, [tagId(2), tagId(1), tagId(6)]).map(({ name }) => name)).toEqual([
      'China',
      'Army',
    ]);
  });

  it('merges children of one name and moves the others over', () => {
    expect(namePath(merged, tagId(4))).toEqual(['China', 'Trade']);
    expect(namePath(merged, tagId(5))).toEqual(['China', 'Trade', 'Tools']);
    expect(namePath(merged, tagId(6))).toEqual(['China', 'Army']);
    expect(namePath(merged, tagId(8))).toEqual(['China', 'résumé']);
    expect(namePath(merged, tagId(9))).toEqual(['China', 'resume']);
  });

  it('keeps the old name as an alias, so that it is found by it', () => {
    expect(merged.get(tagId(1))?.aliases).toEqual(['PRC']);
  });

  it('is followed through a chain of merges', () => {
    const chain = applied(merged, mergeBranches(merged, tagId(1), tagId(7), at(2)));
    expect(resolveRecord(chain, tagId(2))?.name).toBe('Asia');
    expect(chain.get(tagId(7))?.aliases).toEqual(['China', 'PRC']);
    expect(namePath(chain, tagId(4))).toEqual(['Asia', 'Trade']);
  });

  it('refuses to merge a tag into itself or into what stands below it', () => {
    expect(codeOf(mergeBranches(tags, tagId(1), tagId(1), at(1)))).toBe('would-be-cycle');
    expect(codeOf(mergeBranches(tags, tagId(1), tagId(3), at(1)))).toBe('would-be-cycle');
  });

  it('merges a tag into the one above it', () => {
    const up = applied(tags, mergeBranches(tags, tagId(4), tagId(2), at(1)));
    expect(namePath(up, tagId(5))).toEqual(['PRC', 'Tools']);
  });
});

describe('deleting and restoring', () => {
  const tags = tagTree([1, 'China'], [2, 'Trade', 1], [3, 'Tools', 2], [4, 'Army', 1]);
  const withoutArmy = applied(tags, deleteBranch(tags, tagId(4), at(1)));
  const deleted = applied(withoutArmy, deleteBranch(withoutArmy, tagId(1), at(2)));

  it('takes all that stands below along', () => {
    expect([1, 2, 3, 4].map((n) => resolveRecord(deleted, tagId(n)))).toEqual([null, null, null, null]);
  });

  it('brings back what was deleted together, and no more', () => {
    const restored = applied(deleted, restoreBranch(deleted, tagId(1), at(3)));
    expect(namePath(restored, tagId(3))).toEqual(['China', 'Trade', 'Tools']);
    expect(resolveRecord(restored, tagId(4))).toBeNull();
  });

  it('can be given to another, which is meant from then on, without an alias', () => {
    const trade = tagTree([1, 'China'], [2, 'Trade', 1], [3, 'Tools', 2], [5, 'Goods']);
    const given = applied(trade, giveBranch(trade, tagId(2), tagId(5), at(1)));
    expect([2, 3, 5].map((n) => resolveRecord(given, tagId(n))?.name)).toEqual(['Goods', 'Goods', 'Goods']);
    expect(resolveRecord(given, tagId(5))?.aliases).toEqual([]);
    const toParent = applied(trade, giveBranch(trade, tagId(2), tagId(1), at(1)));
    expect(resolveRecord(toParent, tagId(3))?.name).toBe('China');
    expect(codeOf(giveBranch(trade, tagId(2), tagId(3), at(1)))).toBe('would-be-cycle');
    expect(codeOf(giveBranch(trade, tagId(2), tagId(8), at(1)))).toBe('missing');
  });

  it('brings a tag back at the root where all above it is gone', () => {
    const restored = applied(deleted, restoreBranch(deleted, tagId(3), at(3)));
    expect(namePath(restored, tagId(3))).toEqual(['Tools']);
  });

  it('refuses to bring back a name that was given away since', () => {
    const replaced = new Map([...deleted, [tagId(9), newTag(tagId(9), 'China', null, at(3))]]);
    expect(codeOf(restoreBranch(replaced, tagId(1), at(4)))).toBe('name-taken');
  });
});

describe('a tree that two machines have tied into a ring', () => {
  const [one, two] = [newTag(tagId(1), 'A', tagId(2), at(0)), newTag(tagId(2), 'B', tagId(1), at(0))];
  const parents: TagTree = new Map([one, two].map((tag) => [tag.id, tag]));
  const redirects: TagTree = new Map([
    [one.id, { ...one, mergedInto: two.id }],
    [two.id, { ...two, mergedInto: one.id }],
  ]);

  it('is walked once and not for ever', () => {
    expect(namePath(parents, tagId(1))).toEqual(['B', 'A']);
    expect(resolveRecord(redirects, tagId(1))).toBeNull();
  });
});

describe('the tag at a path', () => {
  const make = (n: number) => {
    let next = n;
    return (name: string, parentId: Tag['parentId']): Tag => newTag(tagId(next++), name, parentId, at(5));
  };
  const tags = tagTree([1, 'China'], [2, 'Dual use', 1], [3, 'PRC']);

  it('is found level by level, and nothing is made', () => {
    const { record: tag, added, near } = ensurePath(tags, ['China', 'Dual use'], make(10));
    expect(tag.id).toBe(tagId(2));
    expect([added, near]).toEqual([[], []]);
  });

  it('is none that is written otherwise: that one is named', () => {
    const written = tagTree([1, '²'], [2, 'résumé'], [3, 'China'], [4, 'Dual use', 3]);
    for (const [name, other] of [
      ['2', '²'],
      ['resume', 'résumé'],
    ] as const) {
      const { added, near } = ensurePath(written, [name], make(10));
      expect(added.map((tag) => tag.name)).toEqual([name]);
      expect(near).toEqual([other]);
    }
    expect(ensurePath(written, ['China', 'dual use'], make(10))).toMatchObject({ near: ['Dual use'] });
  });

  it('is made where it is missing, with its parents', () => {
    const { record: tag, added } = ensurePath(tags, ['China', 'Chips', 'Drones'], make(10));
    expect(added.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Chips', tagId(1)],
      ['Drones', tagId(10)],
    ]);
    expect(tag.id).toBe(tagId(11));
  });

  it('is the one into which a tag of that name was merged', () => {
    const merged = applied(tags, mergeBranches(tags, tagId(3), tagId(1), at(1)));
    expect(ensurePath(merged, ['PRC', 'Dual use'], make(10)).record.id).toBe(tagId(2));
  });

  it('is a new one where the old one was deleted', () => {
    const deleted = applied(tags, deleteBranch(tags, tagId(1), at(1)));
    expect(ensurePath(deleted, ['China'], make(10)).added).toHaveLength(1);
  });
});
