import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Writes a PDF to `path` that opens with `password` alone (AES-256, revision 6 of PDF 2.0). */
export const lockPdf = (pdf: Uint8Array, password: string, path: string): void => {
  const plain = `${path}.plain`;
  writeFileSync(plain, pdf);
  execFileSync('qpdf', ['--encrypt', password, 'the owner', '256', '--', plain, path]);
};
