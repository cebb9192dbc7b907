/** Files of an import of new versions that somebody has to look at first: scans, doubtful encodings, passwords. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { DraftId } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { outcomesOf } from '../../support/exchange/take-files.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const PASSWORD = 'open sesame';

/**
 * Reads PDFs as the page does: one that begins with "scan" holds pictures of text, one with "lock" asks for a password.
 */
const importer: Pick<Importer, 'parse'> = {
  async parse({ bytes, password }) {
    const text = new TextDecoder().decode(bytes).replace(/^%PDF-1\.7\n/, '');
    if (text.startsWith('lock') && password !== PASSWORD)
      return err(password === undefined ? 'password-needed' : 'password-wrong');
    const isScan = text.startsWith('scan');
    const block = { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] };
    const picture = { type: 'paragraph' as const };
    return ok({
      body: { type: 'doc', content: [isScan ? picture : block] },
      found: {},
      ...(isScan ? { remarks: [{ kind: 'pages-scanned', pages: [1] }] } : {}),
    } as never);
  },
};

let bench: Workbench;
let folder: string;
let handlers: ReturnType<typeof createHandlers>;
beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  handlers = createHandlers({ ...bench.deps, texts: createTextReader(importer) });
});
afterEach(async () => {
  await bench.close();
  await removeFolder(folder);
});

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}`);
/** "Niš i Čačak" in ISO 8859-2, which may be other words in other encodings. */
const doubtful = (): Buffer => Buffer.from('Ni\u00b9 i \u00c8a\u00e8ak', 'latin1');
const harbour = 'Forty ships lay at the pier for days, and no one knew why they waited there.';

const importNew = async (
  files: Readonly<Record<string, Buffer | string>>,
  onKnown: 'skip' | 'new-version' = 'new-version',
): Promise<readonly ImportOutcome[]> => {
  const paths = Object.entries(files).map(async ([name, content]) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  });
  const chosen = await handlers['import:drop']({ paths: await Promise.all(paths), isMany: true });
  return outcomesOf(handlers, chosen, { onKnown });
};
const importFirst = async (name: string, content: Buffer | string) => {
  const [outcome] = await importNew({ [name]: content }, 'skip');
  if (outcome?.status !== 'imported') throw new Error('nothing was imported');
  return outcome.articleId;
};
const draftNamed = async (draftId: DraftId): Promise<ImportDraft> => {
  const draft = succeed(await handlers['import:drafts']({})).find((each) => each.draftId === draftId);
  if (draft === undefined) throw new Error('the draft is gone');
  return draft;
};
const draftOf = (outcome: ImportOutcome | undefined): Promise<ImportDraft> => {
  if (outcome === undefined || !('draftId' in outcome)) throw new Error('nothing waits');
  return draftNamed(outcome.draftId);
};
const lockedIn = (outcome: ImportOutcome | undefined) => {
  if (outcome?.status !== 'failed' || outcome.lockedId === null) throw new Error('nothing is locked');
  return outcome.lockedId;
};

describe('a file of an import of new versions that waits', () => {
  it('is a draft of a new version, and becomes one when it is sealed', async () => {
    const report = await importFirst('report.pdf', pdf(harbour));
    const town = await importFirst('nis.txt', harbour.toUpperCase());
    const [scan, uncertain] = await importNew({ 'x/report.pdf': pdf('scan'), 'x/nis.txt': doubtful() });
    expect(scan).toMatchObject({ status: 'scanned', follows: { kind: 'version', of: report, by: 'name' } });
    expect(uncertain).toMatchObject({ status: 'uncertain', follows: { kind: 'version', of: town } });
    expect((await draftOf(scan)).previousVersionId).toBe(report);

    const { draftId } = await draftOf(uncertain);
    const draft = succeed(await handlers['import:set-encoding']({ draftId, encoding: 'iso-8859-2' }));
    expect(draft.previousVersionId).toBe(town);
    const { body, bibliography, marking } = draft;
    const sealed = succeed(await handlers['import:seal']({ draftId, body, bibliography, marking }));
    const { article } = succeed(await bench.archive.article(sealed.articleId));
    expect(article.previousVersionId).toBe(town);
  });

  it('becomes an article of its own where the analyst says so', async () => {
    await importFirst('report.pdf', pdf(harbour));
    const [scan] = await importNew({ 'x/report.pdf': pdf('scan') });
    const { draftId } = await draftOf(scan);
    expect(succeed(await handlers['import:detach']({ draftId })).previousVersionId).toBeNull();
    expect((await draftNamed(draftId)).previousVersionId).toBeNull();
    succeed(await handlers['import:discard']({ draftId }));
    expect(codeOf(await handlers['import:detach']({ draftId }))).toBe('not-found');
  });

  it('is none where another file of the import follows the same article', async () => {
    const report = await importFirst('report.pdf', pdf(harbour));
    const own = { kind: 'own', why: 'several-files', candidates: [report] };
    const [scan, other] = await importNew({
      'x/report.pdf': pdf('scan 1'),
      'y/report.pdf': pdf(`${harbour} More of it came.`),
    });
    expect(scan).toMatchObject({ status: 'scanned', follows: own });
    expect(other).toMatchObject({ status: 'imported', followed: { kind: 'version', of: report } });
    const both = await importNew({ 'v/report.pdf': pdf('scan 2'), 'w/report.pdf': pdf('scan 3') });
    expect(both.map((each) => ('follows' in each ? each.follows?.kind : null))).toEqual(['own', 'own']);
    expect((await draftOf(both[0])).previousVersionId).toBeNull();
  });

  it('is one draft with a file of the same bytes, be it of versions or not', async () => {
    const report = await importFirst('report.pdf', pdf(harbour));
    const files = { 'x/report.pdf': pdf('scan'), 'y/copy.pdf': pdf('scan') };
    for (const how of ['new-version', 'skip'] as const) {
      const [scan, copy] = await importNew(files, how);
      expect(scan).toMatchObject({ status: 'scanned', sameAs: null });
      expect(copy).toMatchObject({ status: 'scanned', sameAs: 'report.pdf' });
      const [draft, ...others] = succeed(await handlers['import:drafts']({}));
      expect([scan, copy]).toMatchObject([{ draftId: draft?.draftId }, { draftId: draft?.draftId }]);
      expect(others).toEqual([]);
      expect(draft?.previousVersionId).toBe(how === 'skip' ? null : report);
      succeed(await handlers['import:discard']({ draftId: (await draftOf(scan)).draftId }));
    }
  });

  it('is a new version by whichever of its names an article is known', async () => {
    const report = await importFirst('report.pdf', pdf(harbour));
    const [copy, scan] = await importNew({ 'x/copy.pdf': pdf('scan'), 'y/report.pdf': pdf('scan') });
    expect(copy).toMatchObject({ status: 'scanned', sameAs: null });
    expect(scan).toMatchObject({ sameAs: 'copy.pdf', follows: { kind: 'version', of: report } });
    expect((await draftOf(copy)).previousVersionId).toBe(report);
  });

  it('is none where its names are those of two articles', async () => {
    await importFirst('report.pdf', pdf(harbour));
    await importFirst('other.pdf', pdf(`${harbour} More of it came.`));
    const both = await importNew({ 'x/report.pdf': pdf('scan'), 'y/other.pdf': pdf('scan') });
    expect(both.map((each) => ('follows' in each ? each.follows?.kind : null))).toEqual(['own', 'own']);
    expect((await draftOf(both[0])).previousVersionId).toBeNull();
  });

  it('is skipped where its very file is here', async () => {
    const [uncertain] = await importNew({ 'nis.txt': doubtful() });
    const { draftId } = await draftOf(uncertain);
    const read = succeed(await handlers['import:set-encoding']({ draftId, encoding: 'iso-8859-2' }));
    const { body, bibliography, marking } = read;
    const { articleId } = succeed(await handlers['import:seal']({ draftId, body, bibliography, marking }));
    expect(await importNew({ 'x/nis.txt': doubtful() })).toMatchObject([{ status: 'duplicate', articleId }]);
    expect(succeed(await handlers['import:drafts']({}))).toEqual([]);
  });

  it('follows nothing where only what is not here is asked for', async () => {
    await importFirst('report.pdf', pdf(harbour));
    const [scan] = await importNew({ 'x/report.pdf': pdf('scan') }, 'skip');
    expect(scan).toMatchObject({ status: 'scanned', follows: null });
    expect((await draftOf(scan)).previousVersionId).toBeNull();
  });
});

describe('a locked file of an import of new versions', () => {
  it('is judged by the articles that are here when it is opened', async () => {
    const [locked] = await importNew({ 'x/report.pdf': pdf(`lock ${harbour}`) });
    const report = await importFirst('report.pdf', pdf(harbour));
    const lockedId = lockedIn(locked);
    expect(codeOf(await handlers['import:unlock']({ lockedId, password: 'wrong' }))).toBe('password-wrong');
    const draft = succeed(await handlers['import:unlock']({ lockedId, password: PASSWORD }));
    expect(draft.previousVersionId).toBe(report);
  });

  it('is an article of its own where it shares its name alone', async () => {
    await importFirst('index.pdf', pdf(harbour));
    const [locked] = await importNew({ 'x/index.pdf': pdf('lock of gulls and nothing else whatever') });
    const lockedId = lockedIn(locked);
    const draft = succeed(await handlers['import:unlock']({ lockedId, password: PASSWORD }));
    expect(draft.previousVersionId).toBeNull();
  });
});
