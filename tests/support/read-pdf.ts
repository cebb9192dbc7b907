import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

// A PDF as others read it: by the tools of Poppler and by qpdf, not by the library that made it.

const run = promisify(execFile);
const maxOutputBytes = 64 * 1024 * 1024;

const outputOf = async (program: string, args: readonly string[]): Promise<string> =>
  (await run(program, [...args], { maxBuffer: maxOutputBytes })).stdout;

/** The text in reading order; pages end with a form feed. `layout` keeps it where it stands on the page. */
export const pdfText = (file: string, options: { layout?: boolean } = {}): Promise<string> =>
  outputOf('pdftotext', [...(options.layout ? ['-layout'] : []), file, '-']);

/** The text of each page. */
export async function pdfPageTexts(file: string, options: { layout?: boolean } = {}): Promise<string[]> {
  return (await pdfText(file, options)).split('\f').slice(0, -1);
}

/** What `pdfinfo` prints: `Title`, `Pages`, `Tagged`, `Page size` and so on, as text. */
export async function pdfInfo(file: string): Promise<Record<string, string>> {
  const lines = (await outputOf('pdfinfo', [file])).split('\n');
  return Object.fromEntries(
    lines
      .map((line) => /^([^:]+):\s*(.*)$/.exec(line))
      .filter((match) => match !== null)
      .map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** The tree of tags with the text under each. */
export const pdfStructure = (file: string): Promise<string> => outputOf('pdfinfo', ['-struct-text', file]);

/** The raw XMP metadata, where a PDF/UA claim stands. */
export const pdfMetadata = (file: string): Promise<string> => outputOf('pdfinfo', ['-meta', file]);

/** Throws with qpdf's complaint when the file is not a sound PDF. */
export async function checkPdf(file: string): Promise<void> {
  await outputOf('qpdf', ['--check', file]);
}
