/** PDFs that ask for a password, as the window and the command line import them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { machineText } from '#domain/article/machine/machine-page.ts';
import type { ParseRequest } from '#domain/contract/importer-bridge.ts';
import type { LockedId } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createImportDrafts } from '#electron/handlers/import/draft/import-drafts.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import type { PdfToRead } from '#electron/ports/scan-reader.ts';
import { outcomesOf } from '../../support/exchange/take-files.ts';
import { filesBelow, filesWith } from '../../support/files/files-below.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';
import { runAtTerminal } from '../../support/workbench/run-at-terminal.ts';

const PASSWORD = 'open sesame';

/** Reads what it is given as the page does a locked PDF. */
const importer: Pick<Importer, 'parse'> = {
  async parse({ bytes, password }) {
    if (password === undefined) return err('password-needed');
    if (password !== PASSWORD) return err('password-wrong');
    const text = new TextDecoder().decode(bytes).slice(9);
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    } as const;
    return ok({ body: structuredClone(body) as never, found: {} });
  },
};

const word = { left: 0, right: 9, baseline: 10, size: 10, confidence: 90 };
const machinePage = { index: 1, words: ['From', 'a', 'picture.'].map((text) => ({ ...word, text })) };
const textOf = ({ machinePages = [] }: ParseRequest): string => machinePages.map(machineText).join('');

let bench: Workbench;
let folder: string;
let handlers: ReturnType<typeof createHandlers>;
const deps = () => ({ ...bench.deps, texts: createTextReader(importer) });

/** The same with a file of one scanned page, whose words come from its picture; it is opened anew for that. */
const scanDeps = () => ({
  ...deps(),
  texts: createTextReader({
    async parse(request) {
      const parsed = await importer.parse({
        ...request,
        bytes: new TextEncoder().encode(`%PDF-1.7\n${textOf(request) || 'Before.'}`),
      });
      const kind = request.machinePages === undefined ? 'pages-scanned' : 'pages-read-by-machine';
      return parsed.ok ? ok({ ...parsed.value, remarks: [{ kind, pages: [1] }] }) : parsed;
    },
  }),
  scans: {
    ...bench.deps.scans,
    readPictures: async ({ password }: PdfToRead) =>
      password === PASSWORD ? ok({ pages: [machinePage], unread: [] }) : err('password-needed' as const),
  },
});

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  handlers = createHandlers(deps());
});
afterEach(async () => {
  await bench.close();
  await removeFolder(folder);
});

const write = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, `%PDF-1.7\n${text}`);
  return path;
};

const lockedOf = async (path: string): Promise<LockedId> => {
  const answer = await handlers['import:drop']({ paths: [path] });
  if (answer.ok || answer.error.code !== 'file-locked') throw new Error('the file is not locked');
  expect(answer.error.fileName).toBe('report.pdf');
  return answer.error.lockedId;
};

describe('a locked file', () => {
  it('waits for its password, and goes on waiting after a wrong one', async () => {
    const lockedId = await lockedOf(await write('report.pdf', 'What it says.'));
    expect(codeOf(await handlers['import:unlock']({ lockedId, password: 'wrong' }))).toBe('password-wrong');
    const draft = succeed(await handlers['import:unlock']({ lockedId, password: PASSWORD }));
    expect(draft.originalName).toBe('report.pdf');
    expect(succeed(await handlers['import:drafts']({}))).toHaveLength(1);
    expect(codeOf(await handlers['import:unlock']({ lockedId, password: PASSWORD }))).toBe('not-found');
  });

  it('is told of among others, which are sealed, and can be unlocked afterwards', async () => {
    const paths = [await write('a.pdf', 'First.'), await write('b.pdf', 'Second.')];
    const [first] = await outcomesOf(handlers, await handlers['import:drop']({ paths }));
    if (first?.status !== 'failed' || first.lockedId === null) throw new Error('the file does not wait');
    expect(first.reason).toBe('password-needed');
    const draft = succeed(await handlers['import:unlock']({ lockedId: first.lockedId, password: PASSWORD }));
    expect(draft.originalName).toBe('a.pdf');
  });

  it('is restored only by hand: no password is kept', async () => {
    const lockedId = await lockedOf(await write('report.pdf', 'What it says.'));
    const { draftId, body, bibliography } = succeed(
      await handlers['import:unlock']({ lockedId, password: PASSWORD }),
    );
    const sealed = await handlers['import:seal']({ draftId, body, bibliography, marking: null });
    const { articleId } = succeed(sealed);
    expect(codeOf(await handlers['import:reread']({ articleId }))).toBe('file-locked');
  });
});

describe('the password of a locked scan', () => {
  const unlockScan = async () => {
    handlers = createHandlers(scanDeps());
    const lockedId = await lockedOf(await write('report.pdf', 'What it says.'));
    return succeed(await handlers['import:unlock']({ lockedId, password: PASSWORD })).draftId;
  };

  it('opens its pages without being asked for again, as often as they are read', async () => {
    const draftId = await unlockScan();
    const { draft } = succeed(await handlers['import:read-scanned']({ draftId, language: 'eng' }));
    expect(canonicalText(draft.body)).toContain('From a picture.');
    expect(JSON.stringify(succeed(await handlers['import:drafts']({})))).not.toContain(PASSWORD);
  });

  it('is gone once the draft is sealed, and stands in no file', async () => {
    const draftId = await unlockScan();
    const { draft } = succeed(await handlers['import:read-scanned']({ draftId, language: 'eng' }));
    const { body, bibliography } = draft;
    const { articleId } = succeed(
      await handlers['import:seal']({ draftId, body, bibliography, marking: null }),
    );
    expect(codeOf(await handlers['import:read-scanned']({ draftId, language: 'eng' }))).toBe('not-found');
    expect(codeOf(await handlers['import:reread']({ articleId }))).toBe('file-locked');
    const root = bench.archive.folder;
    expect([...filesBelow(root)].length).toBeGreaterThan(0);
    expect(filesWith(root, PASSWORD)).toEqual([]);
  });

  it('is gone once the draft is discarded, also while that is read anew', async () => {
    const drafts = createImportDrafts(bench.deps);
    const path = await write('report.pdf', 'What it says.');
    const opened = await deps().texts.readFile(path, { password: PASSWORD });
    if (!opened.ok) throw new Error(opened.error);
    const read = opened.value;
    const { draftId } = await drafts.add(read, { password: PASSWORD });
    await drafts.replace(draftId, read);
    expect(drafts.get(draftId)?.password).toBe(PASSWORD);
    const replacing = drafts.replace(draftId, read);
    drafts.remove(draftId);
    expect(await replacing).toBeUndefined();
    expect(drafts.get(draftId)).toBeUndefined();
    expect(drafts.list()).toEqual([]);
  });
});

describe('the command line', () => {
  const importedWith = async (using: ReturnType<typeof deps>, ...more: readonly string[]) => {
    const path = await write('report.pdf', 'What it says.');
    return succeed(await runAtTerminal(using, 'import', path, ...more)).json as readonly {
      readonly status: string;
      readonly error?: { readonly code: string; readonly message: string };
    }[];
  };
  const imported = (...more: readonly string[]) => importedWith(deps(), ...more);

  it('opens the pages of a locked scan with the password of the file', async () => {
    await writeFile(join(folder, 'right'), PASSWORD);
    const [scan] = await importedWith(scanDeps(), '--ocr', '--password-file', join(folder, 'right'));
    expect(scan).toMatchObject({
      status: 'imported',
      words: 3,
      remarks: [{ kind: 'pages-read-by-machine', pages: [1] }],
      scanned: { read: 1, unread: [] },
    });
  });

  it('reads the password from the first line of a file', async () => {
    await writeFile(join(folder, 'right'), `${PASSWORD}\nmore`);
    expect(await imported('--password-file', join(folder, 'right'))).toMatchObject([{ status: 'imported' }]);
  });

  it('says what to do where nobody can be asked, and where the password is wrong', async () => {
    const [unasked] = await imported();
    expect(unasked).toMatchObject({ status: 'failed', error: { code: 'file-locked' } });
    expect(unasked?.error?.message).toContain('--password-file');
    await writeFile(join(folder, 'wrong'), 'guess');
    expect(await imported('--password-file', join(folder, 'wrong'))).toMatchObject([
      { status: 'failed', error: { code: 'password-wrong' } },
    ]);
  });
});
