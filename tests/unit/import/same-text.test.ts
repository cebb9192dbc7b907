import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { Input } from '#domain/contract/requests.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createImportHandlers } from '#electron/handlers/import/import-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { outcomesOf as takeOutcomes } from '../../support/exchange/take-files.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let files: string;
let importer: Importer;
let handlers: ReturnType<typeof createImportHandlers>;

beforeEach(async () => {
  bench = await openWorkbench();
  files = await makeTemporaryFolder();
  importer = await createJsdomImporter();
  handlers = createImportHandlers({ ...bench.deps, texts: createTextReader(importer) });
});
afterEach(async () => {
  await importer.close();
  await bench.close();
  await removeFolder(files);
});

const writeText = async (name: string, content: string): Promise<string> => {
  const path = join(files, name);
  await writeFile(path, content);
  return path;
};
const outcomesOf = async (paths: string[]): Promise<readonly ImportOutcome[]> =>
  takeOutcomes(handlers, await handlers['import:drop']({ paths }));
const dropOne = async (path: string): Promise<ImportDraft> => {
  const value = succeed(await handlers['import:drop']({ paths: [path] }));
  if (value.kind !== 'draft') throw new Error('a report was answered');
  return value.draft;
};
const seal = (
  { draftId, body, bibliography, marking }: ImportDraft,
  changed: Partial<Input<'import:seal'>> = {},
) => handlers['import:seal']({ draftId, body, bibliography, marking, ...changed });
const sealed = async (draft: ImportDraft) => succeed(await seal(draft)).articleId;
const articleIds = () => bench.archive.articleIds();

describe('the same text in another paper', () => {
  const lines = Array.from(
    { length: 9 },
    (_, n) => `Note ${n * 7}: ship ${n + 30} lay at pier ${n * 3} for ${n + 2} days.`,
  );
  const page = (publisher: string, date: string, text = lines.join('\n\n')) =>
    `---\npublisher: ${publisher}\ndate: ${date}\nurl: https://${publisher.toLowerCase()}.example/a\n---\n${text}`;
  const drop = async (...contents: readonly string[]) => {
    const names = contents.map((_, index) => `${index}.md`);
    const paths = await Promise.all(names.map((name, index) => writeText(name, contents[index] ?? '')));
    return outcomesOf(paths);
  };
  const same = (outcome: ImportOutcome | undefined) =>
    outcome?.status === 'imported'
      ? outcome.duplicates.map((one) => [one.publisher, one.isSameText])
      : outcome?.status;

  it('is another article, and both say so', async () => {
    const outcomes = await drop(page('Tribune', '2024-04-22'), page('Herald', '2024-04-23'));
    expect(outcomes.map(same)).toEqual([[['Herald', true]], [['Tribune', true]]]);
    expect(await articleIds()).toHaveLength(2);
  });

  it('is there already where nothing known of it is other', async () => {
    const [first, again, bare] = await drop(
      page('Tribune', '2024-04-22'),
      page('Tribune', '2024-04-22'),
      lines.join('\n\n'),
    );
    expect([first?.status, again?.status, bare?.status]).toEqual(['imported', 'duplicate', 'duplicate']);
  });

  it('is kept where only the date is other, and where a bare text was here first', async () => {
    const outcomes = await drop(
      lines.join('\n\n'),
      page('Tribune', '2024-04-22'),
      page('Tribune', '2024-05-01'),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['imported', 'imported', 'imported']);
  });

  it('is there already after the publisher was corrected in the archive', async () => {
    const id = await sealed(await dropOne(await writeText('a.md', page('tribune', '2024-04-22'))));
    succeed(
      await createArticleHandlers(bench.deps)['article:correct']({
        articleId: id,
        corrections: { publisher: 'The Tribune' },
      }),
    );
    const draft = await dropOne(await writeText('b.md', page('tribune', '2024-04-22')));
    expect(await seal(draft)).toEqual({ ok: false, error: { code: 'already-here', articleId: id } });
    const corrected = { ...draft.bibliography, publisher: 'Herald' };
    expect(codeOf(await seal(draft, { bibliography: corrected }))).toBe('ok');
  });

  it('may differ a little: what is nearly the same is kept, and said in the check and in the report', async () => {
    const cut = page('Herald', '2024-04-23', ['Our headline', ...lines.slice(0, 7)].join('\n\n'));
    const outcomes = await drop(page('Tribune', '2024-04-22'), cut);
    expect(outcomes.map(same)).toEqual([[['Herald', false]], [['Tribune', false]]]);
    const draft = await dropOne(
      await writeText('c.md', page('Gazette', '2024-04-24', lines.slice(1).join('\n\n'))),
    );
    expect(draft.duplicates.map(({ publisher }) => publisher)).toEqual(['Tribune', 'Herald']);
  });

  it('may have a publication that is written otherwise: it is another, and named', async () => {
    const [, second] = await drop(page('Tribune', '2024-04-22'), page('TRIBUNE', '2024-04-23'));
    expect(second).toMatchObject({ status: 'imported', nearPublications: ['Tribune'] });
  });
});
