import { describe, expect, it } from 'vitest';
import { passageFilterSchema } from '#domain/search/filters.ts';
import { changeFilter, isEmptyFilter, isSameFilter } from '#renderer/passages/filters/change-filter.ts';

describe('a filter', () => {
  it('takes a condition on and away', () => {
    const narrowed = changeFilter({ text: 'chips' }, { label: 'gap', isUngraded: true });
    expect(narrowed).toEqual({ text: 'chips', label: 'gap', isUngraded: true });
    expect(changeFilter(narrowed, { label: null })).toEqual({ text: 'chips', isUngraded: true });
  });
  it('stays one that main accepts, down to the last condition', () => {
    const empty = changeFilter({ text: 'chips' }, { text: null });
    expect(isEmptyFilter(empty)).toBe(true);
    expect(passageFilterSchema.safeParse(empty).success).toBe(true);
  });
  it('is the same in whatever order its conditions were set', () => {
    expect(isSameFilter({ label: 'gap', text: 'x' }, { text: 'x', label: 'gap' })).toBe(true);
    expect(isSameFilter({ label: 'gap' }, { label: 'view' })).toBe(false);
    expect(isSameFilter({ label: 'gap' }, {})).toBe(false);
  });
});
