import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfStandard } from '#domain/memo/export/pdf-standard.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { MadePdf } from '#electron/ports/pdf-maker.ts';
import { leadCitationsToSources, type SourcePlace } from '../pdf/file/citation-links.ts';
import { joinFootnotes } from '../pdf/file/footnote-links.ts';
import { pageKeysOf } from '../pdf/file/page-keys.ts';
import { withManifestPiece } from '../pdf/file/page-piece.ts';
import { readPdfFile, writePdfFile } from '../pdf/file/pdf-file.ts';
import { joinSplitClusters } from '../pdf/file/split-clusters.ts';
import type { TypstInputs } from './page/typst-input.ts';
import { type PdfFailure, parsePdfError } from './parse-pdf-error.ts';
import type { TypstResources } from './typst-resources.ts';

type CompiledPdf = Omit<MadePdf, 'missingGlyphs'>;

/** Compiles one template with one input; the creation date makes the bytes the same for the same input. */
export type CompileTypst = (job: {
  readonly template: string;
  readonly inputs: TypstInputs;
  /** The families that the memo needs beside those of every memo, in the order in which they are tried. */
  readonly families: readonly string[];
  readonly createdAtEpochSeconds: number;
  /** Pictures of the memo, by the names under which the template asks for them. */
  readonly pictures: ReadonlyMap<string, Buffer>;
  readonly standard: PdfStandard;
  /**
   * What the file is checked by; null for nothing. It is no part of what is laid out: an export with it finds laid out what
   * the window has shown without.
   */
  readonly manifestPiece: string | null;
}) => Result<CompiledPdf, PdfFailure>;

/** A folder that is on no disk: the sources live in memory, and a path to elsewhere leads nowhere. */
const WORKSPACE = process.platform === 'win32' ? 'C:\\precis-templates' : '/precis-templates';
const inWorkspace = (name: string): string =>
  process.platform === 'win32' ? `${WORKSPACE}\\${name}` : `${WORKSPACE}/${name}`;

/** Without eviction memory passes 2 GB after some hundred compiles; what the last two used is kept. */
const CACHE_AGE = 2;

type Diagnostic = { readonly message: string; readonly path?: string; readonly range?: Range | null };
type Range = { readonly start: { readonly line: number } };

const printDiagnostic = ({ message, path, range }: Diagnostic): string => {
  const file = path?.split(/[\\/]/).at(-1) ?? '';
  const line = range === null || range === undefined ? '' : `:${range.start.line + 1}`;
  return file === '' ? message : `${file}${line}: ${message}`;
};

const createCompiler = (resources: TypstResources, families: readonly string[]): NodeCompiler => {
  const fontBlobs = [...resources.fonts, ...families.map(resources.readScriptFont)];
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] });
  for (const [name, source] of resources.templates) compiler.addSource(inWorkspace(name), source);
  return compiler;
};

/**
 * A compiler for each set of families. The one for the faces of every memo stays, and the last other one: a face of
 * Chinese takes as much room as all else.
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

/** Where the template has put the sources; lengths come as text, "92.27pt". */
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

const thrownText = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The compiler over `resources`. Always under a standard: there a missing glyph is an error, not a blank. */
export const createTypstCompiler = (resources: TypstResources): CompileTypst => {
  const compilerFor = createCompilers(resources);

  const compile = (
    compiler: NodeCompiler,
    {
      template,
      inputs,
      families,
      createdAtEpochSeconds,
      standard,
      manifestPiece,
    }: Parameters<CompileTypst>[0],
  ): ReturnType<CompileTypst> => {
    const compiled = compiler.compile({
      mainFilePath: inWorkspace(template),
      inputs: { ...inputs, families: JSON.stringify(families) },
    });
    const document = compiled.result;
    if (document === null) {
      const error = compiled.takeError();
      const diagnostics: Diagnostic[] = error === null ? [] : compiler.fetchDiagnostics(error);
      return err({ characters: [], messages: diagnostics.map(printDiagnostic) });
    }
    try {
      const options = { pdfStandard: standard, creationTimestamp: createdAtEpochSeconds };
      const made = readPdfFile(compiler.pdf(document, options));
      const file = families.length === 0 ? made : joinSplitClusters(made);
      const led = leadCitationsToSources(joinFootnotes(file), placesIn(compiler, document));
      const whole = withManifestPiece(led, manifestPiece, createdAtEpochSeconds);
      return ok({ pdf: writePdfFile(whole), pages: document.numOfPages, pageKeys: pageKeysOf(file) });
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
