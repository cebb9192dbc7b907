/**
 * Points the citations of a PDF to its list of sources. The template links each citation to a coded position on no page
 * (`coded-place` in resources/templates/citation.typ), because with a link to a label Typst would lay the paragraph out
 * twice; here each such position is replaced by that of the source, and the link gets a name for screen readers.
 */
import { sayPinpoint } from '#domain/memo/document/print-pinpoints.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import { objectAt, type PdfFile, pagesOf, pdfString } from './pdf-file.ts';

/** The position of a source's entry: points from the upper left of a page, pages from 1. */
export type SourcePlace = {
  readonly number: number;
  readonly page: number;
  readonly x: number;
  readonly y: number;
};

type CodedPlace = { readonly source: number; readonly paragraph: number };

/**
 * The offset that the template adds to the number of the source, and to that of the paragraph; 0 means no paragraph.
 */
const CODE_BASE = 100_000;
/** Typst makes a link open the page this far above the named position. */
const ABOVE = 10;

const codedDestination = /^\d+ 0 obj\s+\[\d+ 0 R \/XYZ (1\d{5}) (-\d+(?:\.\d+)?) 0\]/;
const pageHeight = /\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/;
const linkDestination = /\/Dest (\d+) 0 R/;
const linkContents = /\/Contents \([^()\\]*\)/;

const readCodedPlace = (object: string, height: number): CodedPlace | null => {
  const coded = codedDestination.exec(object);
  if (coded === null) return null;
  return {
    source: Number(coded[1]) - CODE_BASE,
    paragraph: Math.round(height - Number(coded[2]) + ABOVE - CODE_BASE),
  };
};

const printDestination = (number: number, page: number, { x, y }: SourcePlace, height: number): string =>
  `${number} 0 obj\n[${page} 0 R /XYZ ${x} ${Number((height - Math.max(0, y - ABOVE)).toFixed(3))} 0]\nendobj\n\n`;

const nameOf = ({ source, paragraph }: CodedPlace, words: PrintedWords): string =>
  sayPinpoint({ source, paragraph: paragraph === 0 ? null : paragraph, place: null }, words);

const nameLink = (object: string, places: ReadonlyMap<number, CodedPlace>, words: PrintedWords): string => {
  const destination = linkDestination.exec(object);
  const place = destination === null ? undefined : places.get(Number(destination[1]));
  return place === undefined
    ? object
    : object.replace(linkContents, () => `/Contents ${pdfString(nameOf(place, words))}`);
};

/** Throws if a cited source has no position. */
export const leadCitationsToSources = (
  file: PdfFile,
  sources: readonly SourcePlace[],
  words: PrintedWords,
): PdfFile => {
  const pages = pagesOf(file);
  const height = Number(pageHeight.exec(objectAt(file, pages[0] ?? 0))?.[1]);
  const byNumber = new Map(sources.map((source) => [source.number, source]));
  const places = new Map<number, CodedPlace>();
  const objects = file.objects.map((object, at) => {
    const place = readCodedPlace(object, height);
    if (place === null) return object;
    const source = byNumber.get(place.source);
    const page = source === undefined ? undefined : pages[source.page - 1];
    if (source === undefined || page === undefined) {
      throw new Error(`source ${place.source} is cited and not listed`);
    }
    places.set(at + 1, place);
    return printDestination(at + 1, page, source, height);
  });
  return { ...file, objects: objects.map((object) => nameLink(object, places, words)) };
};
