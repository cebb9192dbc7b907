import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#domain/archive/apply-changes.ts';
import { invertChange, type RecordChange } from '#domain/archive/changes.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { isSortedById } from '#domain/archive/content/sort-by-id.ts';
import {
  ANNOTATIONS_VERSION,
  type AnnotationsFile,
  TAGS_VERSION,
  type TagsFile,
} from '#domain/archive/files.ts';
import { articleIdSchema, tagIdSchema } from '#domain/ids.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { addTag, changeTag } from '../../../support/archive/sample-changes.ts';
import { sampleAnnotations } from '../../../support/archive/sample-folders.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';
import { sampleTag } from '../../../support/archive/sample-records.ts';

const tagNumbered = (number: number, name: string): Tag =>
  sampleTag(name, { id: tagIdSchema.parse(sampleId(number)) });

const tagsFile = (...tags: Tag[]): TagsFile => ({ version: TAGS_VERSION, tags });

/** Sets, changes or removes the tag of a number, whatever is there at that moment. */
const wishes = fc.array(
  fc.record({
    number: fc.nat(12),
    name: fc.option(fc.string({ minLength: 1, maxLength: 8 }), { nil: null }),
  }),
  { maxLength: 30 },
);

/** Changes that follow on each other from the empty file. */
const toChanges = (wanted: readonly { number: number; name: string | null }[]): RecordChange[] => {
  const current = new Map<number, Tag>();
  return wanted.flatMap(({ number, name }) => {
    const before = current.get(number) ?? null;
    const after = name === null ? null : tagNumbered(number, name);
    if (before === null && after === null) return [];
    if (after === null) current.delete(number);
    else current.set(number, after);
    return [changeTag(before, after)];
  });
};

describe('changes of a file', () => {
  it('are taken back by their inverses, last first, to the byte', () => {
    fc.assert(
      fc.property(wishes, wishes, (first, second) => {
        const changes = toChanges([...first, ...second]);
        const kept = toChanges(first).length;
        const start = applyChanges(tagsFile(), changes.slice(0, kept));
        if (!start.ok) throw new Error('The first changes do not follow on each other.');
        const after = applyChanges(start.value, changes.slice(kept));
        if (!after.ok) throw new Error('The changes do not follow on each other.');
        const back = applyChanges(
          after.value,
          changes.slice(kept).toReversed().map(invertChange) as RecordChange[],
        );
        expect(back.ok && serialiseContent(back.value)).toBe(serialiseContent(start.value));
      }),
    );
  });

  it('leave the records sorted by id, whatever their order', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const applied = applyChanges(tagsFile(), toChanges(wanted));
        expect(applied.ok && isSortedById(applied.value.tags)).toBe(true);
      }),
    );
  });

  it('never mutate the content or its records', () => {
    const first = tagNumbered(1, 'first');
    const content = tagsFile(first);
    const bytes = serialiseContent(content);
    applyChanges(content, [changeTag(first, { ...first, name: 'other' }), addTag(tagNumbered(2, 'second'))]);
    expect(serialiseContent(content)).toBe(bytes);
  });

  it('are refused as a whole where one record is not as it was, and that change is named', () => {
    const first = tagNumbered(1, 'first');
    const stale = changeTag({ ...first, name: 'as it never was' }, { ...first, name: 'renamed' });
    expect(applyChanges(tagsFile(first), [addTag(tagNumbered(2, 'second')), stale])).toEqual({
      ok: false,
      error: stale,
    });
  });

  it.each([
    ['a record that should be new is there', tagsFile(tagNumbered(1, 'a')), addTag(tagNumbered(1, 'a'))],
    [
      'a record that should be there is gone',
      tagsFile(),
      changeTag(tagNumbered(1, 'a'), tagNumbered(1, 'b')),
    ],
    ['a record that should go is gone', tagsFile(), changeTag(tagNumbered(1, 'a'), null)],
  ])('are refused where %s', (_, content, change) => {
    expect(applyChanges(content, [change]).ok).toBe(false);
  });

  it('replace the one record that speaks of an article as a whole', () => {
    const articleId = articleIdSchema.parse(sampleId(1));
    const content: AnnotationsFile = { version: ANNOTATIONS_VERSION, ...sampleAnnotations(articleId) };
    const change: RecordChange = {
      type: 'record',
      file: { kind: 'annotations', articleId },
      collection: 'about',
      recordId: articleId,
      before: content.about,
      after: { ...content.about, state: 'read' },
    };
    const applied = applyChanges(content, [change]);
    expect(applied.ok && applied.value.about.state).toBe('read');
    expect(() => applyChanges(content, [{ ...change, after: null }])).toThrow(/comes and goes/);
  });

  it('throw where a file has no such collection, since that is a mistake in the program', () => {
    const change = { ...addTag(tagNumbered(1, 'a')), collection: 'sources' } as unknown as RecordChange;
    expect(() => applyChanges(tagsFile(), [change])).toThrow(/without sources/);
  });
});
