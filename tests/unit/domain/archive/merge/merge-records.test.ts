import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANNOTATIONS_VERSION,
  type AnnotationsFile,
  TAGS_VERSION,
  type TagsFile,
  TRANSLATIONS_VERSION,
  type TranslationsFile,
} from '#domain/archive/files.ts';
import { type MergeConflict, mergeRecords } from '#domain/archive/merge/merge-records.ts';
import {
  type ArticleId,
  articleIdSchema,
  sha256Schema,
  sourceIdSchema,
  translationIdSchema,
} from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { toTimestamp } from '#domain/time.ts';
import {
  byAnalyst,
  type Maker,
  type Rendering,
  renderingIdOf,
  type Translation,
} from '#domain/translation/translation.ts';
import { sampleAnnotations } from '../../../../support/archive/sample-folders.ts';
import { sampleId } from '../../../../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../../../../support/archive/sample-records.ts';

const at = (second: number) => toTimestamp(Date.UTC(2024, 3, 24, 9, 0, second));
const tagsFile = (tags: readonly Tag[]): TagsFile => ({ version: TAGS_VERSION, tags: [...tags] });
const [first, second, third] = [sampleTag('first'), sampleTag('second'), sampleTag('third')];
const base = tagsFile([first, second]);

const merge = (ours: readonly Tag[], theirs: readonly Tag[]) =>
  mergeRecords(base, tagsFile(ours), tagsFile(theirs));
const annotationsFile = (
  id: ArticleId,
  passages: readonly Passage[],
  about: Partial<AnnotationsFile['about']> = {},
): AnnotationsFile => {
  const annotations = sampleAnnotations(id, passages);
  return { version: ANNOTATIONS_VERSION, ...annotations, about: { ...annotations.about, ...about } };
};

describe('two contents of one file', () => {
  it('give all that either side has added, in the order of ids', () => {
    const fourth = sampleTag('fourth');
    const { merged, conflicts } = merge([first, second, fourth], [first, second, third]);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(tagsFile([first, second, third, fourth]));
  });

  it('are one where each changed another record, or another field of one', () => {
    const renamed = { ...first, name: 'renamed', updatedAt: at(1) };
    const aliased = { ...first, aliases: ['other'], updatedAt: at(2) };
    const moved = { ...second, parentId: first.id };
    const { merged, conflicts } = merge([renamed, second], [aliased, moved]);
    expect(conflicts).toEqual([]);
    expect(merged.tags).toEqual([{ ...first, name: 'renamed', aliases: ['other'], updatedAt: at(2) }, moved]);
  });

  it('conflict where both changed one field, and the other fields are merged all the same', () => {
    const ours = { ...first, name: 'ours', aliases: ['our alias'] };
    const theirs = { ...first, name: 'theirs', parentId: second.id };
    const { merged, conflicts } = merge([ours, second], [theirs, second]);
    expect(conflicts).toEqual([
      {
        collection: 'tags',
        recordId: first.id,
        field: 'name',
        base: 'first',
        ours: 'ours',
        theirs: 'theirs',
      },
    ]);
    expect(merged.tags).toEqual([{ ...ours, parentId: second.id }, second]);
  });

  it('bear the name of whoever wrote last, which is no conflict, and say of a conflict who is on either side', () => {
    const ours = { ...first, name: 'ours', updatedAt: at(2), by: 'Anna' };
    const theirs = { ...first, name: 'theirs', updatedAt: at(1), by: 'Ben' };
    for (const [one, other, kept] of [
      [ours, theirs, 'ours'],
      [theirs, ours, 'theirs'],
    ] as const) {
      const { merged, conflicts } = merge([one, second], [other, second]);
      expect(merged.tags[0]).toMatchObject({ name: kept, by: 'Anna', updatedAt: at(2) });
      expect(conflicts).toMatchObject([{ field: 'name', oursBy: one.by, theirsBy: other.by }]);
    }
    const unsigned = { ...first, aliases: ['other'], updatedAt: at(3) };
    expect(merge([ours, second], [unsigned, second]).merged.tags[0]).not.toHaveProperty('by');
    const signedAlone = { ...first, by: 'Ben' };
    expect(merge([first, second], [signedAlone, second]).conflicts).toEqual([]);
  });

  it('do not conflict where both changed a field to the same', () => {
    const same = { ...first, name: 'same' };
    expect(merge([{ ...same, updatedAt: at(1) }, second], [{ ...same, updatedAt: at(2) }, second])).toEqual({
      merged: tagsFile([{ ...same, updatedAt: at(2) }, second]),
      conflicts: [],
      removed: [],
    });
  });

  it('merge the fields of a definition one by one', () => {
    const ours = { ...first, definition: { ...first.definition, useWhen: 'always' } };
    const theirs = { ...first, definition: { ...first.definition, notWhen: 'never' } };
    expect(merge([ours, second], [theirs, second])).toMatchObject({
      merged: { tags: [{ definition: { useWhen: 'always', notWhen: 'never', example: '' } }, second] },
      conflicts: [],
    });
  });

  it('take out what one side removed for good, unless the other has changed it', () => {
    expect(merge([first], [first, second])).toEqual({
      merged: tagsFile([first]),
      conflicts: [],
      removed: [{ id: second.id, by: 'ours' }],
    });
    const changed = { ...second, name: 'changed' };
    expect(merge([first], [first, changed])).toEqual({
      merged: tagsFile([first, changed]),
      conflicts: [
        { collection: 'tags', recordId: second.id, field: null, base: second, ours: null, theirs: changed },
      ],
      removed: [],
    });
  });

  it('conflict where one side deleted what the other has changed: no change goes to the trash unseen', () => {
    const deleted = { ...first, deletedAt: at(3), updatedAt: at(3) };
    const changed = { ...first, name: 'changed', updatedAt: at(4) };
    const conflict = { collection: 'tags', recordId: first.id, field: 'deletedAt' };
    expect(merge([deleted, second], [changed, second])).toMatchObject({
      merged: { tags: [{ deletedAt: at(3) }, second] },
      conflicts: [{ ...conflict, ours: at(3), theirs: null }],
    });
    expect(merge([changed, second], [deleted, second])).toMatchObject({
      merged: { tags: [{ deletedAt: null, name: 'changed' }, second] },
      conflicts: [{ ...conflict, ours: null, theirs: at(3) }],
    });
  });

  it('without a base keep everything, and conflict wherever they differ but in a list', () => {
    const other = { ...first, name: 'other', aliases: ['x'] };
    const ours = { ...first, aliases: ['y'] };
    const { merged, conflicts } = mergeRecords(undefined, tagsFile([ours]), tagsFile([other, third]));
    expect(merged).toEqual(tagsFile([{ ...first, aliases: ['x', 'y'] }, third]));
    expect(conflicts).toEqual([
      {
        collection: 'tags',
        recordId: first.id,
        field: 'name',
        base: undefined,
        ours: 'first',
        theirs: 'other',
      },
    ]);
  });

  it('take the names of both sides and leave out what either took away', () => {
    const before = tagsFile([{ ...first, aliases: ['a', 'b', 'c'] }]);
    const ours = tagsFile([{ ...first, aliases: ['a', 'c', 'ours'] }]);
    const theirs = tagsFile([{ ...first, aliases: ['a', 'b', 'also theirs'] }]);
    const { merged, conflicts } = mergeRecords(before, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.tags[0]?.aliases).toEqual(['a', 'also theirs', 'ours']);
  });

  it('stay a tree where each moved a tag below the other: both go back to where they were', () => {
    const ours = [{ ...first, parentId: second.id }, second];
    const theirs = [first, { ...second, parentId: first.id }];
    const { merged, conflicts } = merge(ours, theirs);
    expect(merged).toEqual(base);
    const conflict = { collection: 'tags', field: 'parentId', base: null, kept: 'base' };
    expect(conflicts).toEqual([
      { ...conflict, recordId: first.id, ours: second.id, theirs: null },
      { ...conflict, recordId: second.id, ours: null, theirs: first.id },
    ]);
  });

  it('stay a tree where one merged a tag into a tag that the other moved below it', () => {
    const ours = [first, { ...second, mergedInto: first.id }];
    const theirs = [{ ...first, parentId: second.id }, second];
    const { merged, conflicts } = merge(ours, theirs);
    expect(merged).toEqual(base);
    expect(conflicts.map(({ field }) => field)).toEqual(['parentId', 'mergedInto']);
  });
});

describe('fields that say one thing together', () => {
  const id = articleIdSchema.parse(sampleId(1));
  const passage = samplePassage('talks');
  const file = (passages: readonly Passage[], about = {}) => annotationsFile(id, passages, about);

  it('conflict as one: no grade is put together from two', () => {
    const ours = { ...passage, grade: { reliability: 'A', credibility: 3 } } as const;
    const theirs = {
      ...passage,
      grade: { reliability: 'B', credibility: 1 },
      confirmedBecause: 'a call',
    } as const;
    const { merged, conflicts } = mergeRecords(file([passage]), file([ours]), file([theirs]));
    expect(merged.passages).toEqual([ours]);
    expect(conflicts.map(({ field }) => field)).toEqual(['grade', 'confirmedBecause']);
  });

  it('are taken from one side as one', () => {
    const theirs = {
      ...passage,
      grade: { reliability: 'B', credibility: 1 },
      confirmedBecause: 'a call',
    } as const;
    const ours = { ...passage, label: 'gap' } as const;
    const { merged, conflicts } = mergeRecords(file([passage]), file([ours]), file([theirs]));
    expect(conflicts).toEqual([]);
    expect(merged.passages).toEqual([{ ...theirs, label: 'gap' }]);
  });

  it('and the single record of an article is merged by field, its corrections one by one', () => {
    const merged = mergeRecords(
      file([]),
      file([], { state: 'read', corrections: { title: 'Ours' } }),
      file([], { corrections: { publisher: 'Theirs' } }),
    );
    expect(merged.conflicts).toEqual([]);
    expect(merged.merged.about).toMatchObject({
      state: 'read',
      corrections: { title: 'Ours', publisher: 'Theirs' },
    });
  });
});

describe('any two sides', () => {
  const ids = Array.from({ length: 6 }, (_, n) => sampleTag(`tag ${n}`).id);
  const tag = (n: number): fc.Arbitrary<Tag> =>
    fc
      .record({
        name: fc.constantFrom('a', 'b', 'c'),
        aliases: fc.constantFrom<string[][]>([], ['x'], ['y']),
        parentId: fc.constantFrom(null, ...ids.slice(0, 2).filter((_, at) => at !== n)),
        useWhen: fc.constantFrom('', 'always', 'never'),
        deletedAt: fc.constantFrom(null, null, null, at(40)),
        updatedAt: fc.integer({ min: 1, max: 30 }).map(at),
      })
      .map(({ useWhen, ...changed }) => {
        const sample = { ...first, id: ids[n] ?? first.id, ...changed };
        return { ...sample, definition: { ...sample.definition, useWhen } };
      });
  const file: fc.Arbitrary<TagsFile> = fc
    .tuple(...ids.map((_, n) => fc.option(tag(n), { freq: 4 })))
    .map((tags) => {
      const there = tags.filter((each) => each !== null);
      const hasParent = ({ parentId }: Tag): boolean => there.some(({ id }) => id === parentId);
      return tagsFile(there.map((each) => (hasParent(each) ? each : { ...each, parentId: null })));
    });
  const sides = fc.tuple(fc.option(file, { nil: undefined, freq: 5 }), file, file);

  const swap = ({ ours, theirs, ...where }: MergeConflict): MergeConflict => ({
    ...where,
    ours: theirs,
    theirs: ours,
  });
  const idsOf = ({ tags }: TagsFile): readonly string[] => tags.map(({ id }) => id);
  const find = ({ tags }: TagsFile, id: string): Tag | undefined => tags.find((each) => each.id === id);

  it('lose no record that either has added or changed', () => {
    fc.assert(
      fc.property(sides, ([before, ours, theirs]) => {
        const { merged } = mergeRecords(before, ours, theirs);
        const known = new Set(before?.tags.map((record) => JSON.stringify(record)));
        const news = [...ours.tags, ...theirs.tags].filter((record) => !known.has(JSON.stringify(record)));
        expect(idsOf(merged)).toEqual(expect.arrayContaining(news.map(({ id }) => id)));
        expect(idsOf(merged)).toEqual(idsOf(merged).toSorted());
      }),
    );
  });

  it('leave no name behind that one of them gave, unless it is listed', () => {
    fc.assert(
      fc.property(sides, fc.constantFrom(0, 1), ([before, ours, theirs], which) => {
        const { merged, conflicts } = mergeRecords(before, ours, theirs);
        const listed = new Set(
          conflicts.filter(({ field }) => field === null || field === 'name').map(({ recordId }) => recordId),
        );
        const given = [ours, theirs][which]?.tags.filter(({ id }) => !listed.has(id)) ?? [];
        const changed = given.filter(({ id, name }) => before && find(before, id)?.name !== name);
        expect(changed.map(({ id }) => find(merged, id)?.name)).toEqual(changed.map(({ name }) => name));
      }),
    );
  });

  it('give the same whichever is ours, but for what is listed', () => {
    fc.assert(
      fc.property(sides, ([before, ours, theirs]) => {
        const one = mergeRecords(before, ours, theirs);
        const other = mergeRecords(before, theirs, ours);
        const byName = (a: MergeConflict, b: MergeConflict) =>
          `${a.recordId} ${a.field}` < `${b.recordId} ${b.field}` ? -1 : 1;
        // Whether a move closes a ring can depend on which of two contested moves of another tag is kept.
        const listed = (all: readonly MergeConflict[]) =>
          all.filter(({ field }) => field !== 'parentId').toSorted(byName);
        expect(listed(one.conflicts)).toEqual(listed(other.conflicts.map(swap)));
        const inConflict = new Set([...one.conflicts, ...other.conflicts].map(({ recordId }) => recordId));
        const agreed = ({ tags }: TagsFile) => tags.filter(({ id }) => !inConflict.has(id));
        expect(agreed(one.merged)).toEqual(agreed(other.merged));
      }),
    );
  });

  it('give theirs where ours changed nothing, and ours where theirs did not', () => {
    fc.assert(
      fc.property(file, file, (before, changed) => {
        expect(mergeRecords(before, before, changed)).toMatchObject({ merged: changed, conflicts: [] });
        expect(mergeRecords(before, changed, before)).toMatchObject({ merged: changed, conflicts: [] });
      }),
    );
  });

  it('give themselves where they are equal, and the merge again where one is the merge', () => {
    fc.assert(
      fc.property(sides, ([before, ours, theirs]) => {
        expect(mergeRecords(before, ours, ours)).toEqual({ merged: ours, conflicts: [], removed: [] });
        const { merged, conflicts } = mergeRecords(before, ours, theirs);
        if (conflicts.length === 0 && before !== undefined)
          expect(mergeRecords(theirs, merged, theirs)).toEqual({ merged, conflicts: [], removed: [] });
      }),
    );
  });
});

describe('two people who translate one article', () => {
  const articleId = articleIdSchema.parse(sampleId(1));
  const translationId = translationIdSchema.parse(sampleId(2));
  const head: Translation = {
    id: translationId,
    articleId,
    language: 'en',
    maker: byAnalyst,
    fromArticleId: null,
    createdAt: at(0),
    deletedAt: null,
    updatedAt: at(0),
  };
  const rendering = fc
    .record({
      block: fc.nat(6),
      text: fc.constantFrom('one', 'two', 'three'),
      maker: fc.constantFrom<Maker>(byAnalyst, { kind: 'machine', name: 'Marlin', version: '1.2' }),
      second: fc.nat(9),
    })
    .map(
      ({ block, text, maker, second }): Rendering => ({
        kind: 'block',
        id: renderingIdOf(translationId, block),
        translationId,
        maker,
        originalSha256: sha256Schema.parse(String(block).repeat(64)),
        block,
        text,
        updatedAt: at(second),
      }),
    );
  const file = fc.uniqueArray(rendering, { selector: ({ id }) => id, maxLength: 7 }).map(
    (renderings): TranslationsFile => ({
      version: TRANSLATIONS_VERSION,
      translations: [head],
      renderings: renderings.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      languages: [],
    }),
  );
  const sides = fc.tuple(fc.option(file, { nil: undefined, freq: 5 }), file, file);
  const said = ({ renderings }: TranslationsFile, id: string) => renderings.find((each) => each.id === id);

  const isAsBefore = (before: TranslationsFile | undefined, each: Rendering): boolean =>
    before !== undefined && JSON.stringify(said(before, each.id)) === JSON.stringify(each);
  const words = (each: Rendering | undefined) =>
    each?.kind === 'block' ? `${each.text} ${each.maker.kind}` : '';

  it('lose no paragraph that either has typed', () => {
    fc.assert(
      fc.property(sides, ([before, ours, theirs]) => {
        const { merged } = mergeRecords(before, ours, theirs);
        const typed = [...ours.renderings, ...theirs.renderings].filter((each) => !isAsBefore(before, each));
        expect(merged.renderings.map(({ id }) => id)).toEqual(
          expect.arrayContaining(typed.map(({ id }) => id)),
        );
      }),
    );
  });

  it('get no words under the name of another maker', () => {
    fc.assert(
      fc.property(sides, ([before, ours, theirs]) => {
        const { merged } = mergeRecords(before, ours, theirs);
        for (const each of merged.renderings)
          expect([ours, theirs].map((side) => words(said(side, each.id)))).toContain(words(each));
      }),
    );
  });

  it('have no conflict where they have translated different paragraphs', () => {
    fc.assert(
      fc.property(file, file, (ours, theirs) => {
        const others = theirs.renderings.filter(({ id }) => said(ours, id) === undefined);
        const base: TranslationsFile = { ...ours, renderings: [] };
        const { merged, conflicts } = mergeRecords(base, ours, { ...base, renderings: others });
        expect(conflicts).toEqual([]);
        expect(merged.renderings).toHaveLength(ours.renderings.length + others.length);
      }),
    );
  });
});

describe('two sides that have said whom a passage is about', () => {
  const ids = [1, 2, 3, 4].map((n) => sourceIdSchema.parse(sampleId(n)));
  const about = samplePassage('Tolvanen left the port.');
  const articleId = articleIdSchema.parse(sampleId(1));
  const naming = fc
    .record({
      concernedIds: fc.shuffledSubarray(ids),
      label: fc.constantFrom('claim' as const, 'gap' as const),
    })
    .map((said) => annotationsFile(articleId, [{ ...about, ...said }]));
  const named = ({ passages }: AnnotationsFile): ReadonlySet<string> =>
    new Set(passages.flatMap(({ concernedIds }) => concernedIds));

  it('keep whom either has named, without whom either has taken away, and never conflict over it', () => {
    fc.assert(
      fc.property(naming, naming, naming, (before, ours, theirs) => {
        const { merged, conflicts } = mergeRecords(before, ours, theirs);
        const expected = ids.filter((id) => {
          const sides = [named(ours).has(id), named(theirs).has(id)];
          return named(before).has(id) ? !sides.includes(false) : sides.includes(true);
        });
        expect([...named(merged)].toSorted()).toEqual(expected.toSorted());
        expect(conflicts.map(({ field }) => field)).not.toContain('concernedIds');
        const other = mergeRecords(before, theirs, ours).merged;
        expect(merged.passages[0]?.concernedIds).toEqual(other.passages[0]?.concernedIds);
      }),
    );
  });
});
