import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clipPath,
  clipText,
  nameColumn,
  printCountWithin,
  textWidth,
  wrapText,
} from '#renderer/insights/clip-text.ts';

describe('text that has to fit', () => {
  it('is left whole where it does', () => {
    expect(clipText('Ports', 200)).toBe('Ports');
    expect(wrapText('Ports and banks', 400, 3, 12)).toEqual(['Ports and banks']);
  });

  it('keeps the own name of a tag before the names above it', () => {
    expect(clipPath('China / Dual use', 200)).toBe('China / Dual use');
    expect(clipPath('China / Dual use / Machine tools', 130)).toBe('… / Machine tools');
    expect(clipPath('China / Dual use / Machine tools', 80)).toBe('… / Machin…');
    expect(clipPath('Inland water and what it carries', 80)).toBe('Inland wat…');
  });

  it('has the column that the widest name needs, within what there is', () => {
    const names = ['Ports', 'Nordhavn Trade Institute'].map((text) => ({ text, indent: 10 }));
    const needed = nameColumn(names, 100, 300);
    expect(clipPath('Nordhavn Trade Institute', needed - 10)).toBe('Nordhavn Trade Institute');
    expect(nameColumn(names, 280, 300)).toBe(280);
    expect(nameColumn(names, 80, 120)).toBe(120);
  });

  it('breaks between words, and says that there is more', () => {
    const lines = wrapText('no forwarder has been asked for a certificate since the autumn', 120, 2, 12);
    expect(lines).toEqual(['no forwarder has', 'been asked for a…']);
  });

  it('breaks a word that has no room of its own', () => {
    expect(wrapText('外相は北京市を訪問した', 60, 3, 12)).toEqual(['外相は北京', '市を訪問し', 'た']);
  });

  it('never takes more lines or room than there is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 4 }),
        (text, most) => {
          const lines = wrapText(text, 90, most, 12);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines)
            if ([...line].length > 1) expect(textWidth(line)).toBeLessThanOrEqual(90 + 12);
        },
      ),
    );
  });
});

describe('a number in a cell', () => {
  it('is printed whole where it has room, and in thousands where it has none', () => {
    expect([999, 9999, 11_665, 100_000].map((count) => printCountWithin(count, 60))).toEqual([
      '999',
      '9,999',
      '11,665',
      '100,000',
    ]);
    expect([9999, 11_665, 13_000, 99_960, 100_000].map((count) => printCountWithin(count, 34))).toEqual([
      '9,999',
      '11.7k',
      '13k',
      '100k',
      '100k',
    ]);
  });
});
