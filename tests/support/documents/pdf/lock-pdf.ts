import { writeFile } from 'node:fs/promises';
import { outputOf } from '../../files/read-pdf.ts';

/** Writes a PDF to `path` that only opens with `password` (AES-256, revision 6 of PDF 2.0). */
export const lockPdf = async (pdf: Uint8Array, password: string, path: string): Promise<void> => {
  const plain = `${path}.plain`;
  await writeFile(plain, pdf);
  await outputOf('qpdf', ['--encrypt', password, 'the owner', '256', '--', plain, path]);
};
