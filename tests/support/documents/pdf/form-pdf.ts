/** A PDF whose form fields were filled in: see ISO 32000-2, 12.7. */
import { type PdfObject, pdfOf, tree } from './hostile-pdfs.ts';

type FilledField = {
  /** Left, bottom, right, top in points. */
  readonly rect: readonly [number, number, number, number];
  /** The field's own entries, such as its type and its value. */
  readonly entries: string;
};

const FIRST_FIELD = 5;

/** One page with these labels, of 11 points, and these fields. */
export const formPdf = (
  labels: readonly (readonly [text: string, x: number, y: number])[],
  fields: readonly FilledField[],
): Uint8Array => {
  const drawn = labels.map(([text, x, y]) => `BT /F1 11 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');
  const ids = fields.map((_, at) => `${FIRST_FIELD + at} 0 R`).join(' ');
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  return pdfOf([
    [
      1,
      `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${ids}] /NeedAppearances true /DR << /Font << /Helv ${font} >> >> /DA (/Helv 11 Tf 0 g) >> >>`,
    ],
    tree('3 0 R', 1),
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [${ids}] /Resources << /Font << /F1 ${font} >> >> >>`,
    ],
    [4, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`],
    ...fields.map(
      ({ rect, entries }, at): PdfObject => [
        FIRST_FIELD + at,
        `<< /Type /Annot /Subtype /Widget /Rect [${rect.join(' ')}] /F 4 /P 3 0 R /T (field${at}) ${entries} >>`,
      ],
    ),
  ]);
};

/** A visitor's form with a text, a choice, a ticked and an empty box, a remark of two lines, and a password. */
export const visitorForm = (): Uint8Array =>
  formPdf(
    [
      ['Name:', 60, 700],
      ['Harbour of arrival:', 60, 670],
      ['Pilot on board', 80, 640],
      ['Cargo declared', 80, 620],
      ['Remarks', 60, 590],
      ['Code:', 60, 480],
    ],
    [
      { rect: [160, 695, 360, 711], entries: '/FT /Tx /V (Ada Brandt) /DA (/Helv 11 Tf 0 g)' },
      {
        rect: [160, 665, 360, 681],
        entries: '/FT /Ch /Ff 131072 /Opt [[(n) (North quay)] [(s) (South quay)]] /V (s)',
      },
      { rect: [60, 637, 72, 649], entries: '/FT /Btn /V /Yes /AS /Yes' },
      { rect: [60, 617, 72, 629], entries: '/FT /Btn /V /Off /AS /Off' },
      {
        rect: [60, 510, 460, 580],
        entries: '/FT /Tx /Ff 4096 /V (The crew was told to wait.\\nNobody went ashore.)',
      },
      { rect: [160, 475, 360, 491], entries: '/FT /Tx /Ff 8192 /V (a secret word)' },
    ],
  );

/** A filled field on a page that draws nothing. */
export const wordlessForm = (): Uint8Array =>
  formPdf(
    [],
    [{ rect: [60, 700, 400, 716], entries: '/FT /Tx /V (The north quay is closed until Friday.)' }],
  );
