import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { err, ok, type Result } from '#domain/result.ts';
import type { MadePdf } from '#electron/ports/pdf-maker.ts';
import { leadCitationsToSources, type SourcePlace } from '../pdf/citation-links.ts';
import { pageKeysOf } from '../pdf/page-keys.ts';
import { readPdfFile, writePdfFile } from '../pdf/pdf-file.ts';
import { type PdfFailure, parsePdfError } from './parse-pdf-error.ts';
import type { TypstResources } from './typst-resources.ts';

type CompiledPdf = Omit<MadePdf, 'missingGlyphs'>;

/** Compiles one template with one input; the creation date makes the bytes the same for the same input. */
export type CompileTypst = (job: {
  readonly template: string;
  readonly input: string;
  readonly createdAtEpochSeconds: number;
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

const createCompiler = ({ templates, fonts }: TypstResources): NodeCompiler => {
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: [...fonts] }] });
  for (const [name, source] of templates) compiler.addSource(inWorkspace(name), source);
  return compiler;
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

/** The compiler over `resources`. PDF/UA-1 always: under a standard a missing glyph is an error, not a blank. */
export const createTypstCompiler = (resources: TypstResources): CompileTypst => {
  const compiler = createCompiler(resources);

  const compile: CompileTypst = ({ template, input, createdAtEpochSeconds }) => {
    const compiled = compiler.compile({
      mainFilePath: inWorkspace(template),
      inputs: { memo: input },
    });
    const document = compiled.result;
    if (document === null) {
      const error = compiled.takeError();
      const diagnostics: Diagnostic[] = error === null ? [] : compiler.fetchDiagnostics(error);
      return err({ characters: [], messages: diagnostics.map(printDiagnostic) });
    }
    try {
      const options = { pdfStandard: 'ua-1', creationTimestamp: createdAtEpochSeconds };
      const file = readPdfFile(compiler.pdf(document, options));
      const pdf = writePdfFile(leadCitationsToSources(file, placesIn(compiler, document)));
      return ok({ pdf, pages: document.numOfPages, pageKeys: pageKeysOf(file) });
    } catch (thrown) {
      return err(parsePdfError(thrownText(thrown)));
    }
  };

  return (job) => {
    try {
      return compile(job);
    } finally {
      compiler.evictCache(CACHE_AGE);
    }
  };
};
