import { describe, expect, it } from 'vitest';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import {
  isPlaceholder,
  placeholderFor,
  readRecoverable,
  recoveredAs,
  recoveredKinds,
} from '#domain/archive/recovered.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { sampleTag } from '../../../support/archive/sample-records.ts';

const referenceTo = (to: (typeof recoveredKinds)[number], id: string) => ({
  ...{ collection: 'passages', recordId: 'x', field: 'tagIds', to, id, articleId: null, isOptional: true },
});

const placeholder = (kind: (typeof recoveredKinds)[number], id: string) =>
  placeholderFor(kind, referenceTo(kind, id) as Parameters<typeof placeholderFor>[1]);

describe('a placeholder', () => {
  it.each(recoveredKinds)('of a lost %s has its id, a name that says so, and the time of its id', (kind) => {
    const { id } = sampleTag('lost');
    const made = placeholder(kind, id);
    if (made === null) throw new Error('nothing was made');
    expect(readRecoverable(kind, made)).toEqual(made);
    expect(recoveredAs(made)).toBe(kind);
    expect(made.id).toBe(id);
    expect(JSON.stringify(made)).toContain(`Recovered ${kind} ${id}`);
    expect(placeholder(kind, id)).toEqual(made);
  });

  it('waits until it is renamed or deleted', () => {
    const made = placeholder('tag', sampleTag('lost').id) as Tag;
    expect(isPlaceholder(made)).toBe(true);
    expect(isPlaceholder({ ...made, name: 'China' })).toBe(false);
    expect(isPlaceholder({ ...made, deletedAt: made.createdAt })).toBe(false);
    expect(isPlaceholder(sampleTag(`Recovered tag ${made.id}`))).toBe(false);
  });

  it('has no say beside the lost record, whichever side has it', () => {
    const lost = sampleTag('China', { aliases: ['PRC'] });
    const made = placeholder('tag', lost.id) as Tag;
    const [ours, theirs] = [
      { version: 4, tags: [made] },
      { version: 4, tags: [lost] },
    ];
    for (const [a, b] of [[ours, theirs] as const, [theirs, ours] as const]) {
      const { merged, conflicts } = mergeRecords(undefined, a as never, b as never);
      expect(conflicts).toEqual([]);
      expect((merged as { tags: readonly Tag[] }).tags).toMatchObject([{ name: 'China', aliases: ['PRC'] }]);
    }
  });
});
