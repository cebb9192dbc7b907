import { describe, expect, it } from 'vitest';
import { type AppError, importFailures } from '#domain/contract/errors.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';

const id = '0190f000-0000-7000-8000-000000000001';
const errors: readonly AppError[] = [
  { code: 'archive-not-found' },
  { code: 'archive-locked', host: 'desk', pid: 7, isSameHost: false },
  { code: 'folder-not-an-archive' },
  { code: 'archive-newer', file: 'tags.json', version: 9 },
  { code: 'archive-damaged', file: 'tags.json', quarantinedAs: 'tags.json.corrupt-1' },
  { code: 'write-failed', file: 'tags.json', reason: 'disk-full' },
  { code: 'not-found', what: 'passage', id },
  { code: 'changed-since', what: 'memo', id },
  { code: 'nothing-to-undo' },
  { code: 'nothing-to-redo' },
  { code: 'invalid-input', request: 'tag:rename', problems: ['too long'] },
  { code: 'cancelled' },
  ...importFailures.map((code) => ({ code })),
  { code: 'already-here', articleId: id },
  { code: 'clipboard-empty' },
  { code: 'quote-not-found' },
  { code: 'quote-ambiguous', matches: 3 },
  { code: 'range-not-on-grapheme' },
  { code: 'name-taken', name: 'G7' },
  { code: 'would-be-cycle' },
  { code: 'memo-is-sent', referenceNumber: 'PM-2024-017' },
  { code: 'held-by-memo', referenceNumbers: ['PM-2024-017'] },
  { code: 'evidence-changed', count: 2 },
  { code: 'missing-glyphs', glyphs: [{ character: '😀', codePoint: 'U+1F600', place: 'title' }] },
  { code: 'pdf-failed', diagnostics: ['line 3'] },
  { code: 'internal', reference: 'a0ede18e' },
];

describe('the words for an error', () => {
  it.each(errors)('say what happened and what to do: $code', (error) => {
    const { title, text } = errorWords(error);
    expect(title).toMatch(/^\p{Lu}?.+[.]$/u);
    expect(text).toMatch(/[.]$/);
    expect(`${title} ${text}`).not.toMatch(/undefined|null|\[object/);
  });

  it('name the file, the number and the reference that a person has to know', () => {
    expect(errorWords({ code: 'write-failed', file: 'tags.json', reason: 'disk-full' }).text).toContain(
      'tags.json',
    );
    expect(errorWords({ code: 'held-by-memo', referenceNumbers: ['PM-2024-017'] }).text).toContain(
      'PM-2024-017',
    );
    expect(errorWords({ code: 'internal', reference: 'a0ede18e' }).text).toContain('a0ede18e');
  });
});
