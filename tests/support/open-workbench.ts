/** The use cases over a real archive in a temporary folder, with a clock and ids of their own. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { newAnnotation } from '#domain/article/new-annotation.ts';
import type { AppError } from '#domain/contract/errors.ts';
import {
  type ArticleId,
  articleIdSchema,
  judgementIdSchema,
  type MemoId,
  memoIdSchema,
  sha256Schema,
} from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { newMemo } from '#domain/memo/new-memo.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { calendarDateSchema, toTimestamp } from '#domain/time.ts';
import { createCatalogue } from '#electron/catalogue/create-catalogue.ts';
import { writeExportedFile } from '#electron/export/write-exported-file.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import { openLocalState } from '#electron/platform/open-local-state.ts';
import type { Archive, NewArticle } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { makeTemporaryFolder, removeFolder } from './temporary-folder.ts';

/** The value of a success; a failure fails the test and says its code. */
export const succeed = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The code of a failure; "ok" for a success. */
export const codeOf = (result: Result<unknown, AppError>): string => (result.ok ? 'ok' : result.error.code);

/** A clock that begins on 24 April 2024, 09:00 UTC, and goes a second at each look; ids that grow. */
export const createTestMachine = (): Machine => {
  let looks = 0;
  let made = 0;
  return {
    nowMs: () => Date.UTC(2024, 3, 24, 9, 0, looks++),
    newId: () => `018f0000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  };
};

const notPartOfTheTest = (): never => {
  throw new Error('not part of this test');
};

const noWriter = { write: notPartOfTheTest };
const noWriters = { pdf: noWriter, html: noWriter, md: noWriter, txt: noWriter };

export type Workbench = {
  readonly deps: HandlerDeps;
  readonly archive: Archive;
  /** What the desktop was asked to do. */
  readonly asked: string[];
  /** Closes the archive, lets `meanwhile` do something to its folder, and opens it as another start would. */
  reopen(meanwhile?: () => void): Promise<Workbench>;
  close(): Promise<void>;
};

type MakeCatalogue = (archive: Archive, machine: Machine) => Catalogue;

/** An empty archive with its use cases' dependencies. Whoever opens it closes it. */
export const openWorkbench = async (makeCatalogue: MakeCatalogue = createCatalogue): Promise<Workbench> =>
  openIn(await makeTemporaryFolder(), createTestMachine(), makeCatalogue);

const openIn = async (folder: string, machine: Machine, makeCatalogue: MakeCatalogue): Promise<Workbench> => {
  const opened = await openArchive({ folder: join(folder, 'archive'), machine, create: true });
  const archive = succeed(opened);
  const catalogue = makeCatalogue(archive, machine);
  await catalogue.ready;
  const asked: string[] = [];
  const deps: HandlerDeps = {
    archive,
    catalogue,
    machine,
    local: openLocalState(join(folder, 'user-data')),
    texts: createTextReader({ parse: notPartOfTheTest, close: notPartOfTheTest }),
    writeExportedFile: (path, bytes) => writeExportedFile(path, bytes, machine.newId),
    pdfMaker: { make: notPartOfTheTest, warmUp: () => undefined, close: notPartOfTheTest },
    memoWriters: noWriters,
    desktop: {
      chooseFiles: notPartOfTheTest,
      chooseNewVersion: notPartOfTheTest,
      chooseExportPath: notPartOfTheTest,
      readClipboard: notPartOfTheTest,
      revealFile: notPartOfTheTest,
      copyText: async (text) => void asked.push(`copy ${text}`),
      openLink: async (href) => asked.push(`open ${href}`) > 0,
      windowIsReadyToClose: () => void asked.push('close'),
      showEnabledCommands: () => undefined,
      windowStaysOpen: () => void asked.push('stay'),
    },
    emit: () => undefined,
    appInfo: { version: '0.0.0', platform: 'linux' },
  };
  return {
    deps,
    archive,
    asked,
    async reopen(meanwhile) {
      await catalogue.close();
      await archive.close();
      meanwhile?.();
      return openIn(folder, machine, makeCatalogue);
    },
    async close() {
      await catalogue.close();
      await archive.close();
      await removeFolder(folder);
    },
  };
};

export const sha256Of = (text: string) =>
  sha256Schema.parse(createHash('sha256').update(text, 'utf8').digest('hex'));

const bodyOf = (text: string): Body => ({
  type: 'doc',
  content: text.split('\n').map((line) => ({
    type: 'paragraph' as const,
    ...(line === '' ? {} : { content: [{ type: 'text' as const, text: line }] }),
  })),
});

/** An article of `text`, one paragraph a line, as an import would lay it into the archive. */
export const articleOf = (
  { newId, nowMs }: Machine,
  text: string,
  bibliography: Partial<Bibliography> = {},
  about: Partial<ArticleAnnotation> = {},
): NewArticle => {
  const id = articleIdSchema.parse(newId());
  const at = toTimestamp(nowMs());
  const body = bodyOf(text);
  return {
    article: {
      id,
      importedAt: at,
      format: 'txt',
      originalName: 'article.txt',
      originalFile: 'original.txt',
      originalSha256: sha256Of(text),
      originalEncoding: 'utf-8',
      textSha256: sha256Of(canonicalText(body)),
      words: text.split(/\s+/u).length,
      found: {},
      bibliography: { ...unknownBibliography, type: 'article-newspaper', language: 'en', ...bibliography },
      previousVersionId: null,
    },
    body,
    annotations: {
      about: { ...newAnnotation(id, at), ...about },
      passages: [],
      tasks: [],
    },
    original: new TextEncoder().encode(text),
  };
};

/** Lays an article of `text` into the archive and answers its id. */
export const layArticle = async (
  { archive, deps }: Pick<Workbench, 'archive' | 'deps'>,
  text: string,
  bibliography: Partial<Bibliography> = {},
  about: Partial<ArticleAnnotation> = {},
): Promise<ArticleId> => {
  const article = articleOf(deps.machine, text, bibliography, about);
  const laid = await archive.perform(async () =>
    ok({ value: article.article.id, name: 'import-article', changes: [], newArticles: [article] }),
  );
  return succeed(laid);
};

/** Lays a draft that cites `cited`, each as a quotation, into the archive and answers its id. */
export const layMemo = async (
  { archive, deps: { machine } }: Pick<Workbench, 'archive' | 'deps'>,
  title: string,
  cited: readonly CitedPassage[] = [],
  changed: Partial<Memo> = {},
): Promise<MemoId> => {
  const at = toTimestamp(machine.nowMs());
  const memo: Memo = {
    ...newMemo({
      id: memoIdSchema.parse(machine.newId()),
      template: 'bluf',
      head: {
        title,
        referenceNumber: `PM-2024-${title}`,
        from: '',
        language: 'en',
        lexicon: 'icd203-likely',
      },
      asOf: calendarDateSchema.parse('2024-04-24'),
      marking: null,
      evidenceMarkings: [],
      evidence: cited,
      judgementId: judgementIdSchema.parse(machine.newId()),
      at,
    }),
    ...changed,
  };
  const laid = await archive.perform(async () =>
    ok({ value: memo.id, name: 'add-memo', changes: [], newMemos: [{ memo, tasks: [] }] }),
  );
  return succeed(laid);
};

/** A citation of a passage as it stands now. */
export const cite = (articleId: ArticleId, passage: Passage): CitedPassage => ({
  articleId,
  passageId: passage.id,
  exactSha256: sha256Of(passageQuote(passage)),
});

/** The range of `quote` in `text`, UTF-16. */
export const rangeOf = (text: string, quote: string): { readonly start: number; readonly end: number } => {
  const start = text.indexOf(quote);
  if (start === -1) throw new Error(`"${quote}" is not in the text`);
  return { start, end: start + quote.length };
};
