/**
 * Links the mark of each footnote to its note, and the note back to its mark. The template links both to coded
 * positions on no page (`note-mark` in resources/templates/blocks.typ), because Typst lays out the paragraph of a mark
 * that it counts twice. Here each link is pointed to the position of the other, gets a name for screen readers, and is
 * tagged as a label, as Typst tags its own footnotes.
 */
import { footnoteMark, type NoteMarks } from '#domain/memo/document/footnote-mark.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import { objectAt, type PdfFile, pdfString } from './pdf-file.ts';

/** The mark of a footnote in the text, or the one before the note itself. */
type End = { readonly index: number; readonly isNote: boolean };

/** A link in the tree of tags, by its object numbers. */
type EndLink = End & {
  readonly link: number;
  readonly parent: number;
  readonly annotation: number;
  readonly page: number;
};

/** The offset that the template adds to the index of the footnote, and to 0 for its mark or 1 for its note. */
const INDEX_BASE = 200_000;
const END_BASE = 100_000;
/** Typst makes a link open the page this far above its target, and a reader sees this much above a mark. */
const ABOVE = 10;

const codedDestination = /^\d+ 0 obj\s+\[\d+ 0 R \/XYZ (2\d{5}) (-\d+(?:\.\d+)?) 0\]/;
const pageHeight = /\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/;
const taggedLink = /\/S \/Link\s+\/P (\d+) 0 R[\s\S]*?\/Pg (\d+) 0 R\s+\/Obj (\d+) 0 R/;
const linkDestination = /\/Dest (\d+) 0 R/;
const linkContents = /\/Contents \([^()\\]*\)/;
const linkRectangle = /\/Rect \[([\d.-]+) [\d.-]+ [\d.-]+ ([\d.-]+)\]/;
const HEAD_LENGTH = 64;

const readEnds = ({ objects }: PdfFile): ReadonlyMap<number, End> => {
  const height = Number(pageHeight.exec(objects.find((object) => pageHeight.test(object)) ?? '')?.[1]);
  const ends = new Map<number, End>();
  objects.forEach((object, at) => {
    const coded = codedDestination.exec(object.slice(0, HEAD_LENGTH));
    if (coded === null) return;
    const end = Math.round(height - Number(coded[2]) + ABOVE - END_BASE);
    ends.set(at + 1, { index: Number(coded[1]) - INDEX_BASE, isNote: end === 1 });
  });
  return ends;
};

const endLinks = (file: PdfFile, ends: ReadonlyMap<number, End>): readonly EndLink[] =>
  file.objects.flatMap((object, at) => {
    if (!object.slice(0, HEAD_LENGTH).includes('/S /Link')) return [];
    const [parent = 0, page = 0, annotation = 0] = (taggedLink.exec(object) ?? []).slice(1).map(Number);
    const destination = linkDestination.exec(objectAt(file, annotation))?.[1];
    const end = ends.get(Number(destination));
    return end === undefined ? [] : [{ ...end, link: at + 1, parent, annotation, page }];
  });

const keyOf = ({ index, isNote }: End): string => `${index} ${isNote}`;

/** Throws if a mark has no note, or a note no mark. */
export const joinFootnotes = (
  file: PdfFile,
  { citation: words }: PrintedWords,
  marks: NoteMarks = 'letters',
): PdfFile => {
  const ends = readEnds(file);
  if (ends.size === 0) return file;
  const links = endLinks(file, ends);
  const byEnd = new Map(links.map((link) => [keyOf(link), link]));
  const objects = [...file.objects];
  const rewrite = (number: number, change: (object: string) => string): void => {
    objects[number - 1] = change(objects[number - 1] ?? '');
  };
  for (const [number, { index, isNote }] of ends) {
    const other = byEnd.get(keyOf({ index, isNote: !isNote }));
    if (other === undefined)
      throw new Error(`the footnote ${footnoteMark(index)} has lost its mark or its note`);
    const [, left, top] = linkRectangle.exec(objectAt(file, other.annotation)) ?? [];
    const opened = `[${other.page} 0 R /XYZ ${left} ${Number((Number(top) + ABOVE).toFixed(3))} 0]`;
    rewrite(number, () => `${number} 0 obj\n${opened}\nendobj\n\n`);
  }
  for (const { index, link, parent, annotation } of links) {
    const label = objects.length + 1;
    rewrite(annotation, (object) =>
      object.replace(
        linkContents,
        () => `/Contents ${pdfString(`${words.footnote} ${footnoteMark(index, marks)}`)}`,
      ),
    );
    rewrite(link, (object) => object.replace(`/P ${parent} 0 R`, `/P ${label} 0 R`));
    rewrite(parent, (object) => object.replace(new RegExp(`(?<=[[ ])${link} 0 R`), `${label} 0 R`));
    objects.push(
      `${label} 0 obj\n<<\n  /Type /StructElem\n  /S /Lbl\n  /P ${parent} 0 R\n  /K [${link} 0 R]\n>>\nendobj\n\n`,
    );
  }
  return { ...file, objects };
};
