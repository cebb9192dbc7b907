/** A PDF whose font states wrong widths: its letters are drawn where they belong, but words come apart. */
import { pdfOf, tree } from './hostile-pdfs.ts';

/** The widths of Helvetica, in thousandths of its size. */
const widths: Readonly<Record<string, number>> = {
  ...{
    a: 556,
    b: 556,
    c: 500,
    d: 556,
    e: 556,
    f: 278,
    g: 556,
    h: 556,
    i: 222,
    j: 222,
    k: 500,
    l: 222,
    m: 833,
  },
  ...{
    n: 556,
    o: 556,
    p: 556,
    q: 556,
    r: 333,
    s: 500,
    t: 278,
    u: 556,
    v: 500,
    w: 722,
    x: 500,
    y: 500,
    z: 500,
  },
  ...{ ' ': 278, ',': 278, '.': 278, T: 611, I: 278, S: 667, N: 722, C: 722 },
};
const widthOf = (letter: string): number => widths[letter] ?? 600;

/** The letters of a line, each moved to its place; spaces are not drawn. */
const placed = (line: string, stated: number): string => {
  let left = 0;
  const parts = [...line].map((letter) => {
    if (letter === ' ') {
      left += widthOf(letter);
      return '';
    }
    const moved = left === 0 ? '' : `${-left} `;
    left = widthOf(letter) - stated;
    return `${moved}(${letter}) `;
  });
  return `[${parts.join('')}] TJ T*`;
};

/** A page with `lines`, in a font that states the width `stated` for all of its letters. */
export const unusualFontPdf = (lines: readonly string[], stated = 420): Uint8Array => {
  const drawn = `BT /F1 11 Tf 16 TL 72 760 Td\n${lines.map((line) => placed(line, stated)).join('\n')}\nET`;
  const all = Array.from({ length: 95 }, () => stated).join(' ');
  return pdfOf([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    tree('3 0 R', 1),
    [
      3,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ],
    [4, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`],
    [
      5,
      `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${all}] >>`,
    ],
  ]);
};

/** Enough words for a page to be judged. */
export const UNUSUAL_LINES = [
  'The harbour authority said on Tuesday that the channel would stay closed',
  'for another week, since the pilots had refused to sail, and told the captains',
  'to expect delays. Insurers raised their rates by a third, and the owners of the',
  'vessels that wait outside have asked the ministry for an answer. Nobody could',
  'say on Wednesday when the first of them will be let in, or who will pay for the',
  'cargo that was lost. The committee meets again next month, and its members',
  'will hear the pilots, the owners and the families of those who were on board.',
  'Some of the smaller ports along the coast have offered their quays, but none',
  'has cranes for ships of that size, and the roads are closed for heavy lorries.',
] as const;
