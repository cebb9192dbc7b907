/** A PDF of two lines with annotations as programs write them: see ISO 32000-2, 12.5.6. */
import { type PdfObject, pdfOf, tree } from './hostile-pdfs.ts';

export const MARKED_LINES = [
  'The strait is closed to tankers until May.',
  'Insurers raised their rates by a third.',
] as const;

/** Every letter of Courier is 0.6 of its size wide. */
const WIDTH = 12 * 0.6;
const LEFT = 72;
const TOPS = [760, 700] as const;

/** The box of the letters from `start` to `end` of a line: left, bottom, right, top. */
const boxOf = (line: 0 | 1, start: number, end: number) =>
  [LEFT + WIDTH * start, TOPS[line] - 3, LEFT + WIDTH * end, TOPS[line] + 10] as const;

const boxOfWords = (line: 0 | 1, words: string) => {
  const start = MARKED_LINES[line].indexOf(words);
  return boxOf(line, start, start + words.length);
};

const onWords = (subtype: string, box: readonly [number, number, number, number], rest: string): string => {
  const [left, bottom, right, top] = box;
  const quad = [left, top, right, top, left, bottom, right, bottom].join(' ');
  return `<< /Type /Annot /Subtype /${subtype} /Rect [${box.join(' ')}] /QuadPoints [${quad}] /F 4 ${rest} >>`;
};

const textOf = (content: string): PdfObject => [
  4,
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
];

/**
 * A yellow highlight with a note and a reply, a green one over half a word, a hidden one, a sticky note, and a drawing
 * of two strokes.
 */
export const markedPdf = (): Uint8Array =>
  pdfOf([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    tree('3 0 R', 1),
    [
      3,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R 6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> >>',
    ],
    textOf(
      MARKED_LINES.map(
        (line, at) => `BT /F1 12 Tf ${LEFT} ${TOPS[at === 0 ? 0 : 1]} Td (${line}) Tj ET`,
      ).join('\n'),
    ),
    [
      5,
      onWords(
        'Highlight',
        boxOfWords(0, 'closed to tankers'),
        '/C [1 0.92 0.2] /T (J. Miller) /Contents (Since when?) /M (D:20240426101500Z)',
      ),
    ],
    [6, onWords('Underline', boxOfWords(1, 'urers raised their ra'), '/C [0.2 0.8 0.3]')],
    [
      7,
      `<< /Type /Annot /Subtype /Text /Rect [500 780 520 800] /F 4 /T (K. Osei) /Contents (Ask the port.) >>`,
    ],
    [
      8,
      `<< /Type /Annot /Subtype /Text /Rect [0 0 10 10] /F 4 /IRT 5 0 R /T (K. Osei) /Contents (Since Monday.) >>`,
    ],
    [9, onWords('Highlight', boxOfWords(1, 'a third'), '/C [1 0 0]').replace('/F 4', '/F 2')],
    [
      10,
      '<< /Type /Annot /Subtype /Ink /Rect [100 400 200 500] /F 4 /C [0 0 1] /InkList [[100 400 150 500 200 400]] /T (J. Miller) >>',
    ],
    [
      11,
      '<< /Type /Annot /Subtype /Ink /Rect [120 440 180 445] /F 4 /C [0 0 1] /InkList [[120 442 180 442]] /T (J. Miller) >>',
    ],
  ]);
