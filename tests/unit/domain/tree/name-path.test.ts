import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSourcePath } from '#domain/source/parse-source-path.ts';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import { parseNamePath, printNamePath } from '#domain/tree/name-path.ts';

/** Names as they are kept: trimmed and not empty; rich in what paths are made of. */
const name = fc
  .oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', '/', '\\', ' ', 'é') }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');

describe('a path of names', () => {
  it.each([
    ['Trade Union/Press desk', ['Trade Union', 'Press desk']],
    ['Trade Union / Press desk', ['Trade Union', 'Press desk']],
    ['Trade Union /Press desk', ['Trade Union', 'Press desk']],
    ['24\\/7 News', ['24/7 News']],
    ['Media / 24\\/7 News', ['Media', '24/7 News']],
    ['AC\\DC', ['AC\\DC']],
    ['C:\\\\/ below', ['C:\\', 'below']],
    ['A//B', ['A', '', 'B']],
    ['A/', ['A', '']],
  ])('is parted at each stroke that is not escaped: %s', (typed, names) => {
    expect(parseNamePath(typed)).toEqual(names);
  });

  it.each([' / ', '/'] as const)('is read as it was printed, whatever its names hold (%s)', (separator) => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (names) => {
        expect(parseNamePath(printNamePath(names, separator))).toEqual(names);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same of tags and of sources', () => {
    for (const typed of ['Union/Desk', 'Union / Desk', 'Union/24\\/7', 'One']) {
      const source = parseSourcePath(typed);
      expect(source && [...source.above.map((each) => each.name), source.name]).toEqual(parseTagPath(typed));
    }
  });

  it.each(['', ' / ', 'A//B', 'A/', '/A', 'x'.repeat(81)])('is none of a tag: “%s”', (typed) => {
    expect(parseTagPath(typed)).toBeNull();
  });
});
