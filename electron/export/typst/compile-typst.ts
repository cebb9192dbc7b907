import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { NoteMarks } from '#domain/memo/document/footnote-mark.ts';
import type { PdfStandard } from '#domain/memo/export/pdf-standard.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { MadePdf } from '#electron/ports/pdf-maker.ts';
import { leadCitationsToSources, type SourcePlace } from '../pdf/file/citation-links.ts';
import { joinFootnotes } from '../pdf/file/footnote-links.ts';
import { withManifestPiece } from '../pdf/file/page-piece.ts';
import { pageKeysOf, readPdfFile, writePdfFile } from '../pdf/file/pdf-file.ts';
import { tagRowHeads } from '../pdf/file/row-heads.ts';
import { joinSplitClusters } from '../pdf/file/split-clusters.ts';
import { withUaIdentity } from '../pdf/file/ua-identity.ts';
import { withoutSpaceKerning } from '../pdf/space-kerning.ts';
import type { LaidPages, PagePlace } from './page/laid-pages.ts';
import type { TypstInputs } from './page/typst-input.ts';
import { scriptFontFile } from './script-fonts.ts';

type CompiledPdf = Omit<MadePdf, 'missingGlyphs'>;

/**
 * Reads what the compiler's `pdf()` throws: Rust's debug form of a list of diagnostics in one string. This is the
 * one place that knows its shape.
 *
 *   [SourceDiagnostic { severity: Error, span: Span(1), message: "PDF/UA-1 error: the text `\"😀\"` could not be
 *   displayed with font `\"Inter\"`", trace: [], hints: [] }]
 *
 * A message is escaped as a Rust string; the text within it is escaped again, as a string of Typst's.
 */
type PdfFailure = {
  /** Characters that no font has, or that PDF/UA forbids; each once, in the order of the text. */
  readonly characters: readonly string[];
  /** All other errors. */
  readonly messages: readonly string[];
};

const message = /\bmessage: "((?:[^"\\]|\\.)*)"/gsu;
const undisplayable =
  /the text `"((?:[^"\\]|\\.)*)"` could not be displayed|the disallowed codepoint `"((?:[^"\\]|\\.)*)"`/su;
const rustEscape = /\\(?:u\{([0-9a-fA-F]+)\}|(.))/gsu;
const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

const unescapeRust = (text: string): string =>
  text.replace(rustEscape, (_, hex: string | undefined, character: string) =>
    hex === undefined ? (named[character] ?? character) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );

/** Parses the text of the error. A text in another form is returned whole, as one message. */
export const parsePdfError = (debugText: string): PdfFailure => {
  const messages = Array.from(debugText.matchAll(message), (match) => unescapeRust(match[1] ?? ''));
  if (messages.length === 0) return { characters: [], messages: [debugText] };
  const characters = new Set<string>();
  const others = new Set<string>();
  for (const text of messages) {
    const match = undisplayable.exec(text);
    if (match === null) others.add(text);
    else characters.add(unescapeRust(match[1] ?? match[2] ?? ''));
  }
  return { characters: [...characters], messages: [...others] };
};

/** Compiles one template with one input; the creation date makes the bytes the same for the same input. */
export type CompileTypst = (job: {
  readonly template: string;
  readonly inputs: TypstInputs;
  /**
   * Returns new input if the layout should be improved, from where the blocks were laid out; null if no change is
   * needed.
   */
  readonly layAgain: (pages: LaidPages) => TypstInputs | null;
  /** The font families that the memo needs in addition to those of every memo, in the order of preference. */
  readonly families: readonly string[];
  readonly createdAtEpochSeconds: number;
  /** Pictures of the memo, by the file names in the template. */
  readonly pictures: ReadonlyMap<string, Buffer>;
  readonly standard: PdfStandard;
  /**
   * The manifest by which the file can be checked; null for none. It does not affect the layout, so an export with a
   * manifest reuses the layout of the window's preview without one.
   */
  readonly manifestPiece: string | null;
  /** The words for naming links for screen readers. */
  readonly words: PrintedWords;
  readonly noteMarks: NoteMarks;
}) => Result<CompiledPdf, PdfFailure>;

/** A folder that exists on no disk: the sources are in memory, and a path that leads out of it finds nothing. */
const WORKSPACE = process.platform === 'win32' ? 'C:\\precis-templates' : '/precis-templates';
const inWorkspace = (name: string): string =>
  process.platform === 'win32' ? `${WORKSPACE}\\${name}` : `${WORKSPACE}/${name}`;

/** Without eviction the memory exceeds 2 GB after some hundred compilations; the data used by the last two is kept. */
const CACHE_AGE = 2;

type Diagnostic = { readonly message: string; readonly path?: string; readonly range?: Range | null };
type Range = { readonly start: { readonly line: number } };

const printDiagnostic = ({ message, path, range }: Diagnostic): string => {
  const file = path?.split(/[\\/]/).at(-1) ?? '';
  const line = range === null || range === undefined ? '' : `:${range.start.line + 1}`;
  return file === '' ? message : `${file}${line}: ${message}`;
};

/** All that Typst compiles from, read into memory once: it opens no file itself. */
type TypstResources = {
  /** Source by file name. */
  readonly templates: ReadonlyMap<string, string>;
  readonly fonts: readonly Buffer[];
  /** Reads the font of a family that not every memo needs. */
  readonly readScriptFont: (family: string) => Buffer;
};

const filesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort();

/**
 * Typst downloads packages itself, past everything that keeps the app offline, so a template may import only a file
 * beside it, named by a plain string. An expression is refused too, since it could spell the name of a package.
 */
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const importing = /\b(?:import|include)\b\s*([^\n;]*)/g;
const neighbour = /^"[a-z0-9-]+\.typ"(?!\s*\+)/;

/** The imports of `source` that are refused, as written; empty if it may be compiled. */
export const refusedImports = (source: string): readonly string[] =>
  Array.from(source.replace(comment, '').matchAll(importing), (match) => match[1]?.trim() ?? '').filter(
    (what) => !neighbour.test(what),
  );

/**
 * Reads `templates/` and `fonts/` in the resources folder. Fonts are sorted by name, so that the same document gives
 * the same bytes everywhere. Throws on a template that imports anything but a file beside it.
 */
export const readTypstResources = (resourcesFolder: string): TypstResources => {
  const templatesFolder = join(resourcesFolder, 'templates');
  const fontsFolder = join(resourcesFolder, 'fonts');
  const templates = new Map(
    filesIn(templatesFolder, '.typ').map((name) => [name, readFileSync(join(templatesFolder, name), 'utf8')]),
  );
  for (const [name, source] of templates) {
    const [refused] = refusedImports(source);
    if (refused !== undefined) throw new Error(`the template ${name} may not import ${refused}`);
  }
  return {
    templates,
    fonts: filesIn(fontsFolder, '.ttf').map((name) =>
      withoutSpaceKerning(readFileSync(join(fontsFolder, name))),
    ),
    readScriptFont: (family) => readFileSync(join(fontsFolder, 'scripts', scriptFontFile(family))),
  };
};

const createCompiler = (resources: TypstResources, families: readonly string[]): NodeCompiler => {
  const fontBlobs = [...resources.fonts, ...families.map(resources.readScriptFont)];
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] });
  for (const [name, source] of resources.templates) compiler.addSource(inWorkspace(name), source);
  return compiler;
};

/**
 * Creates one compiler for each set of families. The one for the fonts of every memo is kept, and the last other one: a
 * Chinese font takes as much memory as everything else.
 */
const createCompilers = (resources: TypstResources): ((families: readonly string[]) => NodeCompiler) => {
  const common = createCompiler(resources, []);
  let other: { readonly key: string; readonly compiler: NodeCompiler } | null = null;
  return (families) => {
    if (families.length === 0) return common;
    const key = [...families].sort().join();
    if (other?.key !== key) other = { key, compiler: createCompiler(resources, families) };
    return other.compiler;
  };
};

type PlaceInTypst = {
  readonly number: number;
  readonly page: number;
  readonly x: string;
  readonly y: string;
};

/** The positions of the sources as reported by the template; lengths are text, "92.27pt". */
const placesIn = (compiler: NodeCompiler, document: NodeTypstDocument): readonly SourcePlace[] => {
  const found: readonly PlaceInTypst[] = compiler.query(document, {
    selector: '<source-place>',
    field: 'value',
  });
  return found.map(({ number, page, x, y }) => ({
    number,
    page,
    x: Number.parseFloat(x),
    y: Number.parseFloat(y),
  }));
};

/** The maximum number of layouts. The last one may leave a gap, and is printed all the same. */
const MAX_LAYOUTS = 8;

type PlaceOfBlock = { readonly id: string; readonly page: number; readonly y: string };
type LaidPagesInTypst = {
  readonly top: string;
  readonly bottom: string;
  readonly before: readonly PlaceOfBlock[];
  readonly inside: readonly PlaceOfBlock[];
};

/** The positions of blocks that could be moved; null if the memo has none. */
const laidPages = (compiler: NodeCompiler, document: NodeTypstDocument): LaidPages | null => {
  const [laid]: readonly LaidPagesInTypst[] = compiler.query(document, {
    selector: '<laid-pages>',
    field: 'value',
  });
  if (laid === undefined || laid.before.length === 0) return null;
  const byId = (places: readonly PlaceOfBlock[]): ReadonlyMap<string, PagePlace> =>
    new Map(places.map(({ id, page, y }) => [id, { id, page, y: Number.parseFloat(y) }]));
  return {
    area: { top: Number.parseFloat(laid.top), bottom: Number.parseFloat(laid.bottom) },
    before: byId(laid.before),
    inside: byId(laid.inside),
  };
};

const thrownText = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

const messagesOf = (compiler: NodeCompiler, error: NodeError | null): readonly string[] => {
  const diagnostics: Diagnostic[] = error === null ? [] : compiler.fetchDiagnostics(error);
  return diagnostics.map(printDiagnostic);
};

type Job = Parameters<CompileTypst>[0];

/**
 * Creates the compiler over `resources`. It always compiles to a standard, in which a missing glyph is an error and not
 * a blank.
 */
export const createTypstCompiler = (resources: TypstResources): CompileTypst => {
  const compilerFor = createCompilers(resources);

  const layOut = (
    compiler: NodeCompiler,
    job: Job,
    { page, memo }: TypstInputs,
    left = MAX_LAYOUTS,
  ): Result<NodeTypstDocument, PdfFailure> => {
    const compiled = compiler.compile({
      mainFilePath: inWorkspace(job.template),
      inputs: { page, memo, families: JSON.stringify(job.families) },
    });
    const document = compiled.result;
    if (document === null)
      return err({ characters: [], messages: messagesOf(compiler, compiled.takeError()) });
    const pages = left > 1 ? laidPages(compiler, document) : null;
    const again = pages === null ? null : job.layAgain(pages);
    return again === null ? ok(document) : layOut(compiler, job, again, left - 1);
  };

  const compile = (compiler: NodeCompiler, job: Job): ReturnType<CompileTypst> => {
    const { families, createdAtEpochSeconds, standard, manifestPiece } = job;
    const laid = layOut(compiler, job, job.inputs);
    if (!laid.ok) return laid;
    const document = laid.value;
    try {
      const options = { pdfStandard: standard, creationTimestamp: createdAtEpochSeconds };
      const made = tagRowHeads(readPdfFile(compiler.pdf(document, options)));
      const file = families.length === 0 ? made : joinSplitClusters(made);
      const led = leadCitationsToSources(
        joinFootnotes(file, job.words, job.noteMarks),
        placesIn(compiler, document),
        job.words,
      );
      const whole = withManifestPiece(led, manifestPiece, createdAtEpochSeconds);
      const claimed = standard === 'a-3a' ? withUaIdentity(whole) : whole;
      return ok({ pdf: writePdfFile(claimed), pages: document.numOfPages, pageKeys: pageKeysOf(file) });
    } catch (thrown) {
      return err(parsePdfError(thrownText(thrown)));
    }
  };

  return (job) => {
    const compiler = compilerFor(job.families);
    for (const [name, bytes] of job.pictures) compiler.mapShadow(inWorkspace(name), bytes);
    try {
      return compile(compiler, job);
    } finally {
      for (const name of job.pictures.keys()) compiler.unmapShadow(inWorkspace(name));
      compiler.evictCache(CACHE_AGE);
    }
  };
};
