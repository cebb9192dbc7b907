import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBdic } from '#electron/spelling/bdic/check-bdic.ts';
import { makeBdic } from '#electron/spelling/bdic/make-bdic.ts';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../fixtures/spelling', name));
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const of = (affixes: string, words: string) => makeBdic({ affixes: bytesOf(affixes), words: bytesOf(words) });
const whyOf = (make: () => unknown): string => {
  try {
    make();
    return 'made';
  } catch (fault) {
    return fault instanceof Error ? fault.message : '';
  }
};

describe('a dictionary for Chromium', () => {
  it("is to the byte what Chromium's own tool makes of the same words", () => {
    const made = makeBdic({ affixes: fixture('small.aff'), words: fixture('small.dic') });
    expect(made.equals(fixture('small.bdic'))).toBe(true);
  });

  it('is the same from another encoding, whose flags stay as they are', () => {
    const affixes = 'SFX \xE4 Y 1\nSFX \xE4 0 \xFC .\nTRY \xF6\n';
    const inLatin = makeBdic({
      affixes: bytesOf(`SET ISO8859-1\n${affixes}`, 'latin1'),
      words: bytesOf('1\nM\xF6we/\xE4\n', 'latin1'),
    });
    const text = inLatin.toString('latin1');
    const utf8 = (word: string) => Buffer.from(word).toString('latin1');
    expect(text).toContain(utf8('TRY ö'));
    expect(text).toContain(`SFX \xE4 0 ${utf8('ü')} .`);
    expect(text).toContain('AF \xE4');
    const unnamed = makeBdic({
      affixes: bytesOf(affixes, 'latin1'),
      words: bytesOf('1\nM\xF6we/\xE4\n', 'latin1'),
    });
    expect(unnamed.equals(inLatin)).toBe(true);
  });

  it('lacks the characters that do not count', () => {
    const made = of('SET UTF-8\nIGNORE \u0301\n', '2\nза\u0301мок\nзамо\u0301к\n');
    expect(checkBdic(made)).toBe(1);
    expect(made.toString('utf8')).toContain('IGNORE \u0301');
  });

  it('says that its flags are in UTF-8 where a flag could not be read otherwise', () => {
    const made = of('SET UTF-8\nSFX Ë Y 1\nSFX Ë 0 s .\n', '1\nword/Ë\n');
    expect(made.toString('utf8')).toContain('FLAG UTF-8');
    expect(of('SET UTF-8\nSFX A Y 1\nSFX A 0 s .\n', '1\nword/A\n').toString('utf8')).not.toContain('FLAG');
  });

  it('is refused where its words would be read wrongly', () => {
    expect(whyOf(() => of('SET ISCII-DEVANAGARI\n', '1\nword\n'))).toBe('encoding');
    expect(whyOf(() => of('SET UTF-8\nCOMPLEXPREFIXES\n', '1\nword\n'))).toBe('complex-prefixes');
    expect(whyOf(() => of('SET UTF-8\n', 'word\n'))).toBe('damaged');
    expect(whyOf(() => of('SET UTF-8\n', '0\n'))).toBe('damaged');
    const cut = { affixes: bytesOf('SET UTF-8\n'), words: bytesOf('1\nM\xF6we\n', 'latin1') };
    expect(whyOf(() => makeBdic(cut))).toBe('damaged');
  });
});

describe('a file of a dictionary that is looked through', () => {
  const shipped = readFileSync(join(import.meta.dirname, '../../../resources/dictionaries/en-GB.bdic'));

  it('has the words that were put into it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-zäж]{1,9}$/u), { minLength: 1, maxLength: 300 }),
        (words) => {
          expect(checkBdic(of('SET UTF-8\n', `${words.length}\n${words.join('\n')}\n`))).toBe(words.length);
        },
      ),
    );
    expect(checkBdic(shipped)).toBeGreaterThan(40_000);
  });

  it('is refused where it is something else, cut off or altered', () => {
    expect(whyOf(() => checkBdic(bytesOf('%PDF-1.7')))).toBe('not-a-dictionary');
    expect(whyOf(() => checkBdic(bytesOf('')))).toBe('not-a-dictionary');
    expect(whyOf(() => checkBdic(shipped.subarray(0, 100_000)))).toBe('damaged');
    const altered = Buffer.from(shipped);
    altered.writeUInt8((altered.readUInt8(9000) + 1) % 256, 9000);
    expect(whyOf(() => checkBdic(altered))).toBe('damaged');
  });

  it('never leads out of the file, whatever it says with a right sum', async () => {
    const { createHash } = await import('node:crypto');
    const small = fixture('small.bdic');
    fc.assert(
      fc.property(fc.nat(small.length - 33), fc.nat(255), (at, value) => {
        const forged = Buffer.from(small);
        forged.writeUInt8(value, 32 + at);
        createHash('md5').update(forged.subarray(32)).digest().copy(forged, 16);
        const why = whyOf(() => checkBdic(forged));
        expect(['made', 'damaged']).toContain(why);
      }),
      { numRuns: 2000 },
    );
  });
});
