import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { BroughtPreview } from '#domain/contract/import-brought.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import type { Out } from '#domain/exchange/outs.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import type { ArticleId } from '#domain/ids.ts';
import { passageQuote } from '#domain/passage/passage.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createExportReader } from '#electron/import/create-export-reader.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { createJsdomImporter } from '../importer-in-jsdom.ts';
import { openWorkbench, type Workbench } from '../workbench/open-workbench.ts';
import { succeed } from '../workbench/results.ts';

type Content = string | Uint8Array;

/** An archive into which exports are brought as by a person, and queries on the result. */
export type BringingIn = {
  readonly bench: Workbench;
  readonly handlers: Handlers;
  readonly folder: string;
  /** Reads an export of those files, by name; `beside` are written next to them. */
  readonly preview: (
    tool: Tool,
    files: Readonly<Record<string, Content>>,
    beside?: Readonly<Record<string, Content>>,
  ) => ReturnType<Handlers['import:choose-export']>;
  /** Reads an export and takes it. */
  readonly take: (
    tool: Tool,
    files: Readonly<Record<string, Content>>,
    beside?: Readonly<Record<string, Content>>,
  ) => Promise<BroughtPreview>;
  /** Writes the archive for another tool to that folder. */
  readonly exportTo: (out: Out, to: string, hasNotes: boolean) => ReturnType<Handlers['exchange:export']>;
  readonly articles: () => Promise<readonly OpenArticle[]>;
  readonly close: () => Promise<void>;
};

const writeAll = async (
  folder: string,
  files: Readonly<Record<string, Content>>,
): Promise<readonly string[]> => {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    paths.push(path);
  }
  return paths;
};

export const openBringingIn = async (): Promise<BringingIn> => {
  const bench = await openWorkbench();
  const folder = await makeTemporaryFolder();
  const importer: Importer = await createJsdomImporter();
  const texts = createTextReader(importer);
  let chosen: readonly string[] = [];
  let chosenFolder = '';
  const handlers = createHandlers({
    ...bench.deps,
    texts,
    exports: createExportReader(importer, texts),
    desktop: {
      ...bench.deps.desktop,
      chooseExportOf: async () => chosen,
      chooseFiles: async () => chosen,
      chooseFolderFor: async () => chosenFolder,
    },
  });
  const preview: BringingIn['preview'] = async (tool, files, beside = {}) => {
    chosen = await writeAll(folder, files);
    await writeAll(folder, beside);
    return handlers['import:choose-export']({ tool });
  };
  return {
    bench,
    handlers,
    folder,
    preview,
    async take(tool, files, beside) {
      const read = succeed(await preview(tool, files, beside));
      succeed(await handlers['import:take-brought']({ draftId: read.draftId, label: 'context' }));
      return read;
    },
    exportTo(out, to, hasNotes) {
      chosenFolder = to;
      return handlers['exchange:export']({ out, hasNotes });
    },
    async articles() {
      const opened: OpenArticle[] = [];
      for (const articleId of await bench.archive.articleIds())
        opened.push(succeed(await handlers['article:open']({ articleId })));
      return opened;
    },
    async close() {
      await importer.close();
      await bench.close();
      await removeFolder(folder);
    },
  };
};

/** The passages of an article as quote and note. */
export const quotesOf = ({
  passages,
}: Pick<OpenArticle, 'passages'>): readonly (readonly [string, string])[] =>
  passages.map((passage) => [
    passageQuote(passage),
    passage.note === null ? '' : richTextToPlain(passage.note),
  ]);

/** Imports a text with its metadata, as a person does. */
export const importText = async (
  { handlers, folder }: BringingIn,
  text: string,
  about: Partial<OpenArticle['article']['bibliography']>,
): Promise<ArticleId> => {
  const path = join(folder, 'article.txt');
  await writeFile(path, text);
  const read = succeed(await handlers['import:drop']({ paths: [path] }));
  if (read.kind !== 'draft') throw new Error('one file came back as a report');
  const { draftId, body, bibliography } = read.draft;
  const sealed = await handlers['import:seal']({
    draftId,
    body,
    bibliography: { ...bibliography, ...about },
    marking: null,
  });
  return succeed(sealed).articleId;
};
