import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { ExportFile } from '#domain/contract/importer-bridge.ts';
import type { BroughtArticle } from '#domain/exchange/brought.ts';
import { excerptsOf, type KeptArticle, writeKept } from '#domain/exchange/kept-article.ts';
import { MAX_EXPORT_BYTES, MAX_EXPORT_FILES, type Tool } from '#domain/exchange/tools.ts';
import { sha256Schema } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ExportReader } from '#electron/ports/export-reader.ts';
import type { ReviewedFiles } from '#electron/ports/exported-file.ts';
import type { Importer } from '#electron/ports/importer.ts';
import type { TextReader } from '#electron/ports/text-reader.ts';
import { readOriginal } from './read-original.ts';

const readFiles = async (paths: readonly string[]): Promise<Result<readonly ExportFile[], ImportFailure>> => {
  if (paths.length > MAX_EXPORT_FILES) return err('file-too-large');
  const files: ExportFile[] = [];
  let left = MAX_EXPORT_BYTES;
  for (const path of paths) {
    const bytes = await readOriginal(path, left);
    if (!bytes.ok) return bytes;
    left -= bytes.value.length;
    files.push({ name: basename(path), bytes: bytes.value });
  }
  return ok(files);
};

type Content = KeptArticle['content'];

/** The text in the export of the article itself, or its highlights; null for neither. */
const contentOf = (article: BroughtArticle): Content | null => {
  if (article.text !== null && article.text.kind !== 'file') return article.text;
  const excerpts = excerptsOf(article);
  return excerpts.length === 0 ? null : { kind: 'excerpts', excerpts };
};

const parseKept = async (
  importer: Pick<Importer, 'parse'>,
  tool: Tool,
  article: BroughtArticle,
  fileName: string,
): ReturnType<ExportReader['readArticle']> => {
  const content = contentOf(article);
  if (content === null) return err('no-text-brought');
  const { title, byline, url } = article.about;
  const original = new TextEncoder().encode(writeKept({ tool, title, byline, url, content }));
  const format = content.kind === 'excerpts' ? 'excerpts' : 'brought';
  const parsed = await importer.parse({ format, bytes: original });
  if (!parsed.ok) return parsed;
  return ok({
    ...parsed.value,
    format,
    originalName: article.fileName ?? fileName,
    originalFile: 'original.json',
    encoding: null,
    original,
  });
};

/** Whether a relative `path` leads out of its folder. */
const leadsOut = (path: string): boolean =>
  path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);

/**
 * The file that an export names by a path relative to the export's folder; null if there is none, or if the path, with
 * all links resolved, leads out of that folder: an export must never make Precis read files elsewhere.
 */
const findBeside = async (folder: string, path: string): Promise<string | null> => {
  try {
    const root = await realpath(folder);
    const found = await realpath(join(root, path.replaceAll('\\', '/')));
    return isAbsolute(path) || leadsOut(relative(root, found)) ? null : found;
  } catch {
    return null;
  }
};

/** Creates the reader of exports, which parses them in the sandboxed page. */
export const createExportReader = (
  importer: Pick<Importer, 'parse' | 'readExport'>,
  texts: Pick<TextReader, 'readFile'>,
): ExportReader => ({
  async read(tool, paths) {
    const files = await readFiles(paths);
    if (!files.ok) return files;
    const brought = await importer.readExport({ tool, files: files.value });
    const [path = '.'] = paths;
    const place = { folder: dirname(path), fileName: basename(path) };
    return brought.ok ? ok({ brought: brought.value, place }) : brought;
  },
  async readArticle(tool, article, { folder, fileName }) {
    if (article.text?.kind !== 'file') return parseKept(importer, tool, article, fileName);
    const path = await findBeside(folder, article.text.path);
    return path === null ? parseKept(importer, tool, article, fileName) : texts.readFile(path);
  },
});

/** Larger than any memo with its pictures. */
const MAX_REVIEWED_BYTES = 256 << 20;

/** Creates the reader of files saved by reviewers, which parses them in the sandboxed page. */
export const createReviewedFiles = (importer: Pick<Importer, 'readReviewed'>): ReviewedFiles => ({
  async read(path) {
    const bytes = await readOriginal(path, MAX_REVIEWED_BYTES);
    if (!bytes.ok) return bytes;
    const file = await importer.readReviewed({ reviewed: bytes.value });
    if (!file.ok) return file;
    const sha256 = sha256Schema.parse(createHash('sha256').update(bytes.value).digest('hex'));
    return ok({ fileName: basename(path), sha256, file: file.value });
  },
  readBytes: (bytes) => importer.readReviewed({ reviewed: bytes }),
});
