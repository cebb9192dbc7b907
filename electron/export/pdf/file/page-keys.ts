import { createHash } from 'node:crypto';
import { objectAt, type PdfFile, pagesOf } from './pdf-file.ts';

const fontsOfPage = /\/f\d+ (\d+) 0 R/g;
const contentsOfPage = /\/Contents (\d+) 0 R/;
/** A face with the tag of the glyphs that are taken from it: other glyphs give another tag. */
const faceName = /\/BaseFont \/(\S+)/;
const objectNumber = /^\d+/;

/**
 * One key for each page, in their order: two pages of one key look the same, in whatever PDF they stand. What is drawn
 * names glyphs by numbers that follow from all glyphs in use, so the faces with their tags belong to it.
 */
export const pageKeysOf = (file: PdfFile): readonly string[] =>
  pagesOf(file).map((number) => {
    const page = objectAt(file, number);
    const faces = Array.from(
      page.matchAll(fontsOfPage),
      ([, font]) => faceName.exec(objectAt(file, Number(font)))?.[1],
    );
    const contents = objectAt(file, Number(contentsOfPage.exec(page)?.[1])).replace(objectNumber, '');
    return createHash('sha256').update(faces.join(' ')).update(contents, 'latin1').digest('base64');
  });
