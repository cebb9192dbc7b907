import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, realpath, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { doiOf } from '#domain/article/bibliography/doi.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { OutArticle, OutFile, OutMaterial, OutSource, OutTag } from '#domain/exchange/material.ts';
import type { Out } from '#domain/exchange/outs.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { printPositionLine } from '#domain/source/list/position-line.ts';
import { descriptorFields } from '#domain/source/source.ts';
import { printCsv } from '#domain/text/print-csv.ts';
import { toWriteFailed } from '#electron/storage/file/system-error.ts';
import { findArchiveAround } from '#electron/storage/folder/find-archive-around.ts';
import type { ExchangeWriter, FolderOptions, WrittenFolder } from '../../ports/exchange-writer.ts';
import type { WriteExportedFile } from '../../ports/exported-file.ts';
import type { WritePassages } from '../../ports/memo-writer.ts';
import { writePassageCsv } from '../passages/write-passage-csv.ts';
import { printCodebook, tagCodes } from './refi-codes.ts';
import { writeCalendar } from './write-calendar.ts';
import { writeBibtex, writeCsl, writeRis } from './write-references.ts';
import { writeRefi } from './write-refi.ts';
import { writeVault } from './write-vault.ts';

type Writer = (material: OutMaterial, given: ReadonlyMap<string, string>) => readonly OutFile[];

/** Makes the files; `given` maps records to their paths in the last export. */
type MakeFiles = (given: ReadonlyMap<string, string>) => readonly OutFile[];

const one =
  (path: string, write: (material: OutMaterial) => string): Writer =>
  (material) => [{ path, of: path, content: write(material) }];

/** The archive as tables of comma-separated values, see printCsv. */

type Cell = string | number | null;

/** The columns of a table: each name with the function that gives the cell of a row. */
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** A table with the names of its columns as its head, see printCsv. */
const tableOf = <Row>(columns: Columns<Row>, rows: readonly Row[]): string =>
  printCsv([Object.keys(columns), ...rows.map((row) => Object.values(columns).map((of) => of(row)))]);

/** The columns of the tags, by their names in the head. */
const tagColumns: Columns<OutTag> = {
  id: ({ id }) => id,
  tag: ({ path }) => path,
  useWhen: ({ useWhen }) => useWhen,
  notWhen: ({ notWhen }) => notWhen,
  example: ({ example }) => example,
  // A name may contain any other character.
  aliases: ({ aliases }) => aliases.join('\n'),
  group: ({ group }) => group,
};

/** The codebook alone, for people and for programs: as a table, and as REFI-QDA codes. */
export const writeCodebook = ({ tags }: OutMaterial): readonly OutFile[] => [
  { path: 'codebook.csv', of: 'table', content: tableOf(tagColumns, tags) },
  { path: 'codebook.qdc', of: 'codes', content: printCodebook(`<Codes>${tagCodes(tags)}</Codes>`, tags) },
];

const ofArticles: Columns<OutArticle> = {
  id: ({ id }) => id,
  title: ({ bibliography }) => bibliography.title,
  author: ({ bibliography }) => bibliography.byline,
  publisher: ({ bibliography }) => bibliography.publisher,
  published: ({ bibliography }) => bibliography.publishedAt,
  dateCertainty: ({ bibliography }) => bibliography.dateCertainty,
  type: ({ bibliography }) => bibliography.type,
  url: ({ bibliography }) => bibliography.url,
  doi: ({ bibliography }) => doiOf(bibliography),
  accessed: ({ bibliography }) => bibliography.accessedAt,
  language: ({ bibliography }) => bibliography.language,
  state: ({ state }) => state,
  tags: ({ tags }) => tags.join('; '),
  marking: ({ marking }) => marking,
  words: ({ words }) => words,
  passages: ({ passages }) => passages.length,
  imported: ({ importedAt }) => importedAt,
  sha256: ({ textSha256 }) => textSha256,
  note: ({ note }) => note,
};

/** The tables of an archive, a file each. */
export const writeTables = ({ articles, tags, sources, tasks }: OutMaterial): readonly OutFile[] => [
  { path: 'articles.csv', of: 'articles', content: tableOf(ofArticles, articles) },
  {
    path: 'passages.csv',
    of: 'passages',
    content: writePassageCsv(articles.flatMap(({ passages }) => passages)),
  },
  {
    path: 'tags.csv',
    of: 'tags',
    content: tableOf(tagColumns, tags),
  },
  {
    path: 'sources.csv',
    of: 'sources',
    content: tableOf(
      {
        id: ({ id }) => id,
        source: ({ path }) => path,
        kind: ({ kind }) => kind,
        // A name may contain any other character.
        aliases: ({ aliases }) => aliases.join('\n'),
        reliability: ({ reliability }) => reliability,
        positions: ({ positions }) => positions.map(printPositionLine).join('\n'),
        ...Object.fromEntries(
          descriptorFields.map((field) => [field, ({ descriptor }: OutSource) => descriptor[field] ?? null]),
        ),
      },
      sources,
    ),
  },
  {
    path: 'tasks.csv',
    of: 'tasks',
    content: tableOf(
      {
        id: ({ id }) => id,
        title: ({ title }) => title,
        kind: ({ kind }) => kind,
        state: ({ state }) => state,
        due: ({ due }) => due,
        owner: ({ owner }) => owner,
        on: ({ place }) => place,
        created: ({ createdAt }) => createdAt,
      },
      tasks,
    ),
  },
];

const writersOf = (writePassages: WritePassages): Readonly<Record<Out, Writer>> => ({
  obsidian: writeVault,
  tables: writeTables,
  bibtex: one('sources.bib', ({ articles }) => writeBibtex(articles)),
  ris: one('sources.ris', ({ articles }) => writeRis(articles)),
  csl: one('sources.json', ({ articles }) => writeCsl(articles)),
  annotations: one('annotations.jsonld', ({ articles }) =>
    new TextDecoder().decode(
      writePassages(
        'jsonld',
        articles.flatMap(({ passages }) => passages),
      ),
    ),
  ),
  refi: writeRefi,
  codebook: writeCodebook,
  calendar: one('tasks.ics', ({ tasks }) => writeCalendar(tasks)),
});

/** A path in an export: names separated by slashes, none of which leads outside the folder. */
const pathSchema = z
  .string()
  .max(500)
  .refine((path) => path.split('/').every((name) => name !== '' && name !== '.' && name !== '..'))
  .refine((path) => !/[\\\0:]/u.test(path));

/** The manifest that an export writes beside its files, by which the next export recognises them. */
const manifestSchema = z.strictObject({
  archiveId: z.string(),
  files: z.array(z.strictObject({ path: pathSchema, of: z.string(), sha256: z.string() })),
});
type Manifest = z.infer<typeof manifestSchema>;
type Listed = Manifest['files'][number];

const manifestName = (out: Out): string => `.precis-${out}.json`;
const MAX_MANIFEST_BYTES = 64 * 1024 ** 2;

const bytesOf = (content: OutFile['content']): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The bytes of a regular file; null if there is none, 'other' for anything else, such as a link, which is not touched.
 */
const readPlain = async (path: string): Promise<Buffer | 'other' | null> => {
  try {
    const stats = await lstat(path);
    return stats.isFile() && stats.size <= MAX_MANIFEST_BYTES ? await readFile(path) : 'other';
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'other';
  }
};

const readManifest = async (
  folder: string,
  { out, archiveId }: Pick<FolderOptions, 'out' | 'archiveId'>,
): Promise<readonly Listed[]> => {
  const bytes = await readPlain(join(folder, manifestName(out)));
  if (bytes === null || bytes === 'other') return [];
  try {
    const manifest = manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
    return manifest.archiveId === archiveId ? manifest.files : [];
  } catch {
    return [];
  }
};

/** Whether the folders above `path`, with links resolved, are inside the export folder. */
const staysInside = async (folder: string, path: string): Promise<boolean> => {
  const above = dirname(join(folder, path));
  const leads = relative(await realpath(folder), await realpath(above));
  return leads !== '..' && !leads.startsWith(`..${sep}`);
};

type Writing = {
  readonly folder: string;
  readonly before: ReadonlyMap<string, string>;
  readonly writeFile: WriteExportedFile;
};

/** Writes a file if its content has changed, unless another program has changed it. */
const writeOne = async (
  { folder, before, writeFile }: Writing,
  { path, content }: OutFile,
): Promise<Result<'written' | 'unchanged' | 'kept', AppError>> => {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  if (!(await staysInside(folder, path))) return ok('kept');
  const bytes = bytesOf(content);
  const there = await readPlain(place);
  if (there === 'other') return ok('kept');
  if (there !== null) {
    if (there.equals(bytes)) return ok('unchanged');
    if (before.get(path) !== sha256Of(there)) return ok('kept');
  }
  const written = await writeFile(place, bytes, { replaces: there !== null });
  return written.ok ? ok('written') : written;
};

/** Removes a file of an earlier export, unless another program has changed it. */
const removeOne = async (
  { folder }: Writing,
  { path, sha256 }: Listed,
): Promise<'removed' | 'kept' | 'gone'> => {
  const place = join(folder, path);
  const there = await readPlain(place);
  if (there === null) return 'gone';
  if (there === 'other' || sha256Of(there) !== sha256 || !(await staysInside(folder, path))) return 'kept';
  await unlink(place);
  return 'removed';
};

type Report = { written: string[]; unchanged: number; removed: string[]; kept: string[] };

const writeAll = async (
  writing: Writing,
  files: readonly OutFile[],
  { onWritten, signal }: FolderOptions,
  report: Report,
): Promise<Result<null, AppError>> => {
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return err({ code: 'cancelled' });
    const done = await writeOne(writing, file);
    if (!done.ok) return done;
    if (done.value === 'unchanged') report.unchanged += 1;
    else report[done.value].push(file.path);
    onWritten(index + 1, files.length);
  }
  return ok(null);
};

const writeFolder = async (
  writeFile: WriteExportedFile,
  folder: string,
  make: MakeFiles,
  options: FolderOptions,
): Promise<Result<WrittenFolder, AppError>> => {
  const archive = findArchiveAround(join(folder, manifestName(options.out)));
  if (archive !== null) return err({ code: 'place-in-archive', folder: archive });
  const listed = await readManifest(folder, options);
  const files = make(new Map(listed.map(({ of, path }) => [of, path])));
  const before = new Map(listed.map(({ path, sha256 }) => [path, sha256]));
  const writing: Writing = { folder, before, writeFile };
  const report: Report = { written: [], unchanged: 0, removed: [], kept: [] };
  const done = await writeAll(writing, files, options, report);
  const paths = new Set(files.map(({ path }) => path));
  if (done.ok) {
    for (const old of listed.filter(({ path }) => !paths.has(path))) {
      const became = await removeOne(writing, old);
      if (became !== 'gone') report[became].push(old.path);
    }
  }
  // Files that were not reached or not written keep their previous entry.
  const kept = new Set(report.kept);
  const reached = new Set([...report.written, ...(done.ok ? files.map(({ path }) => path) : [])]);
  const entries = [
    ...files
      .filter(({ path }) => reached.has(path) && !kept.has(path))
      .map(({ path, of, content }) => ({ path, of, sha256: sha256Of(bytesOf(content)) })),
    ...listed.filter(({ path }) => (paths.has(path) && !reached.has(path)) || kept.has(path)),
  ];
  const manifest: Manifest = { archiveId: options.archiveId, files: entries };
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
  const noted = await writeFile(join(folder, manifestName(options.out)), bytes, { replaces: true });
  if (!noted.ok) return noted;
  return done.ok ? ok(report) : done;
};

/** Creates the writer of exports for other tools; `writeFile` writes a single file durably. */
export const createExchangeWriter = (
  writePassages: WritePassages,
  writeFile: WriteExportedFile,
): ExchangeWriter => {
  const writers = writersOf(writePassages);
  return {
    async write(folder, material, options) {
      const make: MakeFiles = (given) => writers[options.out](material, given);
      try {
        await mkdir(folder, { recursive: true });
        return await writeFolder(writeFile, folder, make, options);
      } catch (cause) {
        return err(toWriteFailed(folder, cause));
      }
    },
  };
};
