import { describe, expect, it } from 'vitest';
import { statedDateSchema } from '#domain/time.ts';
import { certaintyFor, readField } from '#renderer/parts/read-field.ts';

describe('a field of the bibliography', () => {
  it('holds what was typed without the white space around it', () => {
    expect(readField('title', '  Envoy  ')).toEqual({ ok: true, value: { title: 'Envoy' } });
  });
  it('is empty when nothing was typed', () => {
    expect(readField('url', '  ')).toEqual({ ok: true, value: { url: null } });
  });
  it('takes a date as it is said', () => {
    expect(readField('publishedAt', '22 April 2024')).toEqual({
      ok: true,
      value: { publishedAt: '2024-04-22' },
    });
    expect(readField('accessedAt', '2024-04-23')).toEqual({ ok: true, value: { accessedAt: '2024-04-23' } });
  });
  it.each([
    ['publishedAt', 'last week'],
    ['publishedAt', '2024-02-30'],
    ['url', 'example.org/a'],
    ['url', 'javascript:alert(1)'],
    ['language', 'x'],
  ] as const)('says what to enter instead of %s “%s”', (field, typed) => {
    const read = readField(field, typed);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error).toMatch(/^Enter /);
  });
});

describe('how sure a date is', () => {
  const date = statedDateSchema.parse('2024-04-22');
  it('is unknown without a date, and at least stated with one', () => {
    expect(certaintyFor({ publishedAt: null }, 'stated')).toBe('unknown');
    expect(certaintyFor({ publishedAt: date }, 'unknown')).toBe('stated');
    expect(certaintyFor({ publishedAt: date }, 'inferred')).toBe('inferred');
  });
});
