/**
 * A project of REFI-QDA (`.qdpx`), which MAXQDA, ATLAS.ti, NVivo and QualCoder exchange: a zip of `project.qde` and its
 * sources. A coded selection is a passage, its codes are tags, its description and memos are its note. Positions count
 * code points of a source's plain text; the words found there, with their context, are searched for in the stored text.
 */
import type { ExportFile } from '#domain/contract/importer-bridge.ts';
import {
  type Brought,
  type BroughtArticle,
  type BroughtPassage,
  newBrought,
  newBroughtPassage,
} from '#domain/exchange/brought.ts';
import { countLeftOut, type LeftOutCounter } from '#domain/exchange/left-out.ts';
import { joinNotes } from '#domain/exchange/merge-brought.ts';
import { joinBrought } from '#domain/exchange/read/export-file.ts';
import { readInstant, readLines, readName } from '#domain/exchange/read/values.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { requireXmlPart } from '../package/package-parts.ts';
import { elementsNamed } from '../package/parse-xml.ts';
import { childrenNamed, childText, codePaths } from './code-paths.ts';
import { decodeExport, isZip } from './decode-export.ts';
import { codebookOf } from './read-codebook.ts';

const PROJECT = 'project.qde';
const CONTEXT_LENGTH = 64;

const isWanted = (name: string): boolean => name === PROJECT || /^sources\/.*\.txt$/iu.test(name);

type Project = {
  readonly zip: Package;
  readonly codes: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, Element>;
  readonly leftOut: LeftOutCounter;
};

/** A file of the project by its address: `internal://name`. External ones are not read. */
const internalText = ({ names, part }: Package, address: string | null): string | null => {
  const [, path = null] = /^internal:\/\/(.+)$/iu.exec(address ?? '') ?? [];
  if (path === null) return null;
  const sought = `sources/${path.replace(/^sources\//iu, '')}`.toLowerCase();
  const name = names.find((each) => each.toLowerCase() === sought);
  const bytes = name === undefined ? null : part(name);
  return bytes === null ? null : decodeExport(bytes);
};

const plainText = ({ zip }: Project, source: Element): string | null =>
  internalText(zip, source.getAttribute('plainTextPath')) ??
  childrenNamed(source, 'PlainTextContent')[0]?.textContent ??
  null;

/** The texts about an element: its description, and the memos that it refers to. */
const saidOf = (project: Project, element: Element): string | null =>
  joinNotes([
    childText(element, 'Description'),
    ...childrenNamed(element, 'NoteRef').map((reference) => {
      const note = project.notes.get(reference.getAttribute('targetGUID') ?? '');
      return note === undefined ? null : readLines(plainText(project, note));
    }),
  ]);

const codesOf = ({ codes }: Project, element: Element): string[] => [
  ...new Set(
    childrenNamed(element, 'Coding').flatMap((coding) =>
      childrenNamed(coding, 'CodeRef').flatMap(
        (code) => codes.get(code.getAttribute('targetGUID') ?? '') ?? [],
      ),
    ),
  ),
];

const passageOf = (
  project: Project,
  selection: Element,
  points: readonly string[],
): BroughtPassage | null => {
  const start = Number(selection.getAttribute('startPosition'));
  const end = Number(selection.getAttribute('endPosition'));
  const exact = points.slice(start, end).join('');
  if (!(start >= 0 && end > start) || exact.trim() === '') {
    project.leftOut.add('empty-highlight');
    return null;
  }
  return newBroughtPassage(exact, {
    prefix: points.slice(Math.max(0, start - CONTEXT_LENGTH), start).join(''),
    suffix: points.slice(end, end + CONTEXT_LENGTH).join(''),
    note: saidOf(project, selection),
    tags: codesOf(project, selection),
    at: readInstant(selection.getAttribute('creationDateTime')),
  });
};

/** The element with the text of a source: itself, or for a PDF the program's text version of it. */
const textElement = (source: Element): Element => childrenNamed(source, 'Representation')[0] ?? source;

const articleOf = (project: Project, source: Element): BroughtArticle | null => {
  const element = textElement(source);
  const text = plainText(project, element);
  if (text === null || text.trim() === '') {
    project.leftOut.add('source-without-text');
    return null;
  }
  project.leftOut.add('drawing', childrenNamed(source, 'PDFSelection').length);
  const points = [...text];
  return newBrought(
    { title: readName(source.getAttribute('name')) },
    {
      text: { kind: 'plain', text },
      note: saidOf(project, source),
      tags: codesOf(project, source),
      passages: childrenNamed(element, 'PlainTextSelection').flatMap(
        (selection) => passageOf(project, selection, points) ?? [],
      ),
    },
  );
};

/** Sources that are not text. */
const OTHERS = ['PictureSource', 'AudioSource', 'VideoSource'];

const readFile = ({ bytes }: ExportFile): Brought | null => {
  if (!isZip(bytes)) return null;
  const zip = openPackage(bytes, isWanted);
  if (!zip.names.includes(PROJECT)) return null;
  const xml = requireXmlPart(zip, PROJECT);
  if (xml.documentElement.tagName !== 'Project') return null;
  const leftOut = countLeftOut();
  const notes = new Map(elementsNamed(xml, 'Note').map((note) => [note.getAttribute('guid') ?? '', note]));
  const project: Project = { zip, codes: codePaths(xml), notes, leftOut };
  const sources = ['TextSource', 'PDFSource'].flatMap((name) => elementsNamed(xml, name));
  leftOut.add('source-without-text', OTHERS.flatMap((name) => elementsNamed(xml, name)).length);
  const articles = sources.flatMap((source) => articleOf(project, source) ?? []);
  const codebook = codebookOf(xml, leftOut);
  return { articles, codebook, leftOut: leftOut.list() };
};

/** Projects of REFI-QDA; null if a file is not one. */
export const readRefi = async (files: readonly ExportFile[]): Promise<Brought | null> =>
  joinBrought(files.map(readFile));
