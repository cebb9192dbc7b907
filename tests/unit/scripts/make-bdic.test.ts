import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBdic } from '../../../scripts/dictionaries/make-bdic.mjs';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../fixtures/spelling', name));
const of = (affixes: string, words: string) =>
  makeBdic({ affixes: Buffer.from(affixes), words: Buffer.from(words) });

describe('a dictionary for Chromium', () => {
  it("is to the byte what Chromium's own tool makes of the same words", () => {
    const made = makeBdic({ affixes: fixture('small.aff'), words: fixture('small.dic') });
    expect(made.equals(fixture('small.bdic'))).toBe(true);
  });

  it('is refused where its words would be read wrongly', () => {
    expect(() => of('SET ISO8859-1\n', '1\nword\n')).toThrow('is in ISO8859-1, not in UTF-8');
    expect(() => of('TRY a\n', '1\nword\n')).toThrow('is in an unnamed encoding');
    expect(() => of('SET UTF-8\nIGNORE áé\n', '1\nword\n')).toThrow('the format has no IGNORE');
  });
});
