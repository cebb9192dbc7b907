import type { PdfFile } from './pdf-file.ts';

/** The type of the stream that holds the manifest of a memo. */
export const MANIFEST_STREAM = 'PrecisManifest';

const catalog = /\/Type \/Catalog\b/;

/** "D:20240424090000Z" */
const printDate = (epochSeconds: number): string =>
  `D:${new Date(epochSeconds * 1000).toISOString().slice(0, 19).replace(/[-:T]/gu, '')}Z`;

/**
 * Returns the file with `manifest` as private data of this app: a page-piece dictionary of the document (ISO 32000-1,
 * 14.5), which PDF/A allows, unlike an attachment, and which no reader shows. With null the file is unchanged. Throws
 * if the file has no catalogue.
 */
export const withManifestPiece = (
  file: PdfFile,
  manifest: string | null,
  modifiedAtEpochSeconds: number,
): PdfFile => {
  if (manifest === null) return file;
  const number = file.objects.length + 1;
  const content = Buffer.from(manifest, 'utf8').toString('latin1');
  const dictionary = `<<\n  /Type /${MANIFEST_STREAM}\n  /Length ${content.length}\n>>`;
  const stream = `${number} 0 obj\n${dictionary}\nstream\n${content}\nendstream\nendobj\n\n`;
  const modified = `/LastModified (${printDate(modifiedAtEpochSeconds)})`;
  const piece = `/PieceInfo <<\n    /Precis <<\n      ${modified}\n      /Private ${number} 0 R\n    >>\n  >>`;
  const at = file.objects.findIndex((object) => catalog.test(object.slice(0, 64)));
  if (at === -1) throw new Error('the PDF has no catalogue');
  const objects = file.objects.map((object, index) =>
    index === at ? object.replace(catalog, (type) => `${type}\n  ${piece}`) : object,
  );
  return { ...file, objects: [...objects, stream] };
};
