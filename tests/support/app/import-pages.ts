import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Body, bodySchema } from '#domain/article/body/body.ts';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { runCli } from './run-cli.ts';

export type ImportedPage = {
  readonly body: Body | null;
  readonly hiddenWords: number | null;
  readonly error: string | null;
};

type Answer = {
  readonly id: string | null;
  readonly hiddenWords: number | null;
  readonly error?: { readonly code: string };
};

/**
 * Imports pages with the command line of the built app, as users do: each is read in the importer's own sandboxed page.
 * Returns the sealed articles in order. No two pages may have the same text.
 */
export async function importPages(pages: readonly string[]): Promise<readonly ImportedPage[]> {
  const folder = await makeTemporaryFolder();
  try {
    const archive = join(folder, 'archive');
    const files = pages.map((_, index) => join(folder, 'pages', `${index}.html`));
    await mkdir(join(folder, 'pages'));
    await Promise.all(files.map((file, index) => writeFile(file, pages[index] ?? '')));
    const answer = await runCli(['import', ...files, '--archive', archive, '--json'], { timeoutMs: 240_000 });
    const read = async ({ id, hiddenWords, error }: Answer): Promise<ImportedPage> => {
      const file = join(archive, 'articles', id ?? '', 'body.json');
      const body = id === null ? null : bodySchema.parse(JSON.parse(await readFile(file, 'utf8')).body);
      return { body, hiddenWords, error: error?.code ?? null };
    };
    return await Promise.all((answer.json() as readonly Answer[]).map(read));
  } finally {
    await removeFolder(folder);
  }
}
