import { describe, expect, it } from 'vitest';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { everyError } from '../../../support/every-error.ts';

describe('the words for an error', () => {
  it.each(everyError)('say what happened and what to do: $code', (error) => {
    const { title, text } = errorWords(error);
    expect(title).toMatch(/^\p{Lu}?.+[.]$/u);
    expect(text).toMatch(/[.]$/);
    expect(`${title} ${text}`).not.toMatch(/undefined|null|\[object/);
  });

  it('name the file, the number and the reference that a person has to know', () => {
    expect(errorWords({ code: 'write-failed', file: 'tags.json', reason: 'disk-full' }).title).toContain(
      'tags.json',
    );
    expect(errorWords({ code: 'memo-is-sent', referenceNumber: 'PM-2024-017' }).title).toContain(
      'PM-2024-017',
    );
    expect(errorWords({ code: 'internal', reference: 'a0ede18e' }).text).toContain('a0ede18e');
  });
});
