import { basename } from 'node:path';
import type { ArticleRecord } from '#domain/article/article.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { readablePages } from '#domain/article/draft/import-remarks.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { ImportAnswer, ImportDraft, ReadScan } from '#domain/contract/import.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { ArticleId, DraftId, LockedId } from '#domain/ids.ts';
import { leftOutUnmarked } from '#domain/passage/marks/left-out-unmarked.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadText } from '../../ports/text-reader.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { createReturnedFiles, type ReturnedFiles } from '../memo/round/add-review.ts';
import { invalidInput, notFound } from '../shared/failures.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { createBroughtHandlers } from './brought/brought-handlers.ts';
import { createImportDrafts, type DraftOrigin, type ImportDrafts } from './draft/import-drafts.ts';
import { createLockedFiles, type LockedFiles, type OpenFile } from './draft/locked-files.ts';
import { sealDraft } from './draft/seal-draft.ts';
import { createManyFiles } from './many-handlers.ts';
import { createRunningImports } from './running-imports.ts';
import { createMarkHandlers } from './take-marks.ts';

type Imported = Result<ImportAnswer, AppError>;

type HowTaken = Omit<Input<'import:drop'>, 'paths'>;

/** If there are more files, returned ones are only detected when each file is read. */
const MAX_LOOKED_AT = 50;

const returnedAmong = async (known: ReturnedFiles, paths: readonly string[]): Promise<readonly string[]> => {
  const returned: string[] = [];
  for (const path of paths) if (await known.isReturned(path)) returned.push(path);
  return returned;
};

/** Files returned by reviewers are stored with their memo; the others are imported. */
const takeReturned = async (
  deps: HandlerDeps,
  paths: readonly string[],
  how: HowTaken,
  importOthers: (paths: readonly string[], how: HowTaken) => Promise<Imported>,
): Promise<Imported> => {
  const known = createReturnedFiles(deps);
  const isLookedAt = how.isArticle !== true && paths.length <= MAX_LOOKED_AT;
  const returned = isLookedAt ? await returnedAmong(known, paths) : [];
  if (returned.length === 0) return importOthers(paths, how);
  const added = await known.add(returned);
  if (!added.ok) return added;
  const rest = paths.filter((path) => !returned.includes(path));
  const others = rest.length === 0 ? null : await importOthers(rest, how);
  if (others !== null && !others.ok) return others;
  return ok({ kind: 'reviewed', added: added.value, others: others?.value ?? null });
};

type Opened = Result<ImportDraft, AppError>;

const toDraft = async (
  drafts: ImportDrafts,
  read: Result<ReadText, ImportFailure>,
  origin: DraftOrigin = {},
): Promise<Opened> => (read.ok ? ok(await drafts.add(read.value, origin)) : err({ code: read.error }));

const asAnswer = (opened: Opened): Imported =>
  opened.ok ? ok({ kind: 'draft', draft: opened.value }) : opened;

type HowOpened = Pick<Input<'import:drop'>, 'encoding'> & { readonly previousVersionId: ArticleId | null };

/** Reads a file on the disk. */
const openNew =
  ({ texts }: HandlerDeps, drafts: ImportDrafts, path: string, how: HowOpened): OpenFile =>
  async (password) => {
    const { encoding, previousVersionId } = how;
    return toDraft(drafts, await texts.readFile(path, { encoding, password }), {
      previousVersionId,
      password,
    });
  };

/** Reads the original of an article again, for a new version of it. */
const openAgain =
  ({ texts }: HandlerDeps, drafts: ImportDrafts, article: ArticleRecord, original: Uint8Array): OpenFile =>
  async (password) => {
    const read = await texts.readOriginal(article, original, password);
    if (!read.ok) return err({ code: read.error });
    const { body, leftOut = [], remarks = [], marks = [] } = read.value;
    const isSame =
      readablePages(remarks).length === 0 &&
      [leftOut, leftOutUnmarked(body, leftOut, marks)].some(
        (places) => sha256Of(canonicalText(withoutLeftOut(body, places))) === article.textSha256,
      );
    return isSame
      ? err({ code: 'reads-the-same' })
      : toDraft(drafts, read, { previousVersionId: article.id, password });
  };

/** After a wrong password the file stays locked. */
const unlock = async (
  locked: LockedFiles,
  { lockedId, password }: Input<'import:unlock'>,
): Promise<Opened> => {
  const open = locked.get(lockedId);
  if (open === undefined) return notFound('draft', lockedId);
  const opened = await open(password);
  if (opened.ok || opened.error.code !== 'password-wrong') locked.remove(lockedId);
  return opened;
};

const readInEncoding = async (
  { texts }: HandlerDeps,
  drafts: ImportDrafts,
  { draftId, encoding }: Input<'import:set-encoding'>,
): Promise<Opened> => {
  const kept = drafts.get(draftId);
  if (kept === undefined) return notFound('draft', draftId);
  const read = await texts.readAs(kept.read, encoding);
  if (!read.ok) return err({ code: read.error });
  const draft = await drafts.replace(draftId, read.value);
  return draft === undefined ? notFound('draft', draftId) : ok(draft);
};

type Deps = Pick<HandlerDeps, 'scans' | 'texts' | 'emit'>;

/**
 * Reads the scanned pages of a draft, and those whose letters are garbled, by OCR, and rebuilds the draft with their
 * words; uses the password that opened the file. What was read before the reading was cancelled is kept. Fails as
 * `OcrFailure` says, and the draft is then unchanged, and with `cancelled` if it was sealed or discarded meanwhile.
 */
const readScanned = async (
  { scans, texts, emit }: Deps,
  drafts: ImportDrafts,
  { draftId, language }: Input<'import:read-scanned'>,
  signal: AbortSignal,
): Promise<Result<ReadScan, AppError>> => {
  const kept = drafts.get(draftId);
  if (kept === undefined) return notFound('draft', draftId);
  const pages = readablePages(kept.draft.remarks);
  if (pages.length === 0) return invalidInput('import:read-scanned', 'the text has no scanned pages');
  const onProgress = (done: number): void => emit('ocr-progress', { done, total: pages.length });
  const { password } = kept;
  const laid = await texts.pagesOf(kept.read.original, kept.read.format);
  if (!laid.ok) return err({ code: laid.error });
  const bytes = laid.value;
  const reading = await scans.readPictures({ bytes, password, pages, language }, { onProgress, signal });
  // The end is sent even after a failure.
  onProgress(pages.length);
  if (!reading.ok) return err({ code: reading.error });
  const { pages: read, unread } = reading.value;
  if (read.length === 0) return ok({ draft: kept.draft, read: 0, unread });
  const anew = await texts.readWithPages(kept.read, read, password);
  if (!anew.ok && anew.error === 'no-text-found')
    return ok({
      draft: kept.draft,
      read: 0,
      unread: [...unread, ...read.map(({ index }) => ({ page: index, why: 'no-words' }) as const)],
    });
  if (!anew.ok) return err({ code: anew.error });
  const draft = await drafts.replace(draftId, anew.value);
  return draft === undefined ? err({ code: 'cancelled' }) : ok({ draft, read: read.length, unread });
};

/** The marks of a draft as they look on their pages; those that can't be drawn are left out. */
const drawMarks = async (
  { texts }: HandlerDeps,
  drafts: ImportDrafts,
  { draftId, at }: Input<'import:draw-marks'>,
): Promise<Result<Output<'import:draw-marks'>, AppError>> => {
  const kept = drafts.get(draftId);
  if (kept === undefined) return notFound('draft', draftId);
  const { original, marks = [] } = kept.read;
  const places = at.filter((place) => marks[place] !== undefined);
  const drawn = await texts.drawMarks(
    original,
    places.flatMap((place) => marks[place] ?? []),
    { password: kept.password },
  );
  return ok(
    drawn.map((each) => ({
      at: places[each.at] ?? each.at,
      address: `data:image/png;base64,${Buffer.from(each.bytes).toString('base64')}`,
    })),
  );
};

/** Imports the clipboard; a picture without text becomes a separate file. */
const importClipboard = async (
  { desktop, texts }: Pick<HandlerDeps, 'desktop' | 'texts'>,
  drafts: ImportDrafts,
): Promise<Imported> => {
  const content = await desktop.readClipboard();
  const { picture, text, html } = content;
  const hasText = text.trim() !== '';
  if (!hasText && picture !== null)
    return asAnswer(await toDraft(drafts, await texts.readBytes('Clipboard.png', picture)));
  if (!hasText && html.trim() === '') return err({ code: 'clipboard-empty' });
  return asAnswer(await toDraft(drafts, await texts.readPaste(content)));
};

/**
 * The use cases of importing. A single text is reviewed by the analyst before it is sealed; several files are sealed as
 * they are found and reported. A text that can't be read leaves nothing behind.
 */
export const createImportHandlers = (deps: HandlerDeps): HandlersOn<'import'> => {
  const settle = (id: DraftId | LockedId): void => deps.inbox.settle(id);
  const drafts = createImportDrafts(deps, settle);
  const locked = createLockedFiles(() => deps.machine.newId(), settle);
  const running = createRunningImports();
  const many = createManyFiles({ ...deps, drafts, locked }, running);

  const openFile = (
    path: string,
    encoding: Input<'import:drop'>['encoding'],
    previousVersionId: ArticleId | null = null,
  ): Promise<Opened> =>
    locked.openOrWait(basename(path), openNew(deps, drafts, path, { encoding, previousVersionId }));

  const importPaths = async (
    paths: readonly string[],
    { encoding, isMany = false, isArticle = false }: HowTaken = {},
  ): Promise<Imported> => {
    const { files, holdsMany } = await deps.files.laidOpen(paths);
    const [file, second] = files;
    if (file === undefined) return err({ code: 'cancelled' });
    if (second || holdsMany || isMany) return ok({ kind: 'files', files: many.choose(files, isArticle) });
    return asAnswer(await openFile(file.path, encoding));
  };

  return {
    ...createBroughtHandlers(deps, running),
    ...createMarkHandlers(deps, running),
    ...many.handlers,

    /** Fails with `cancelled` if no file was chosen. */
    'import:choose': async () => takeReturned(deps, await deps.desktop.chooseFiles(), {}, importPaths),

    /** Fails with `cancelled` if no folder was chosen, `file-is-folder` if the folder contains no file. */
    'import:choose-folder': async () => importPaths(await deps.desktop.chooseFolderToImport()),

    /** An encoding applies to one file: fails with `encoding-mismatch` if the file is not in it. */
    'import:drop': ({ paths, ...how }) => takeReturned(deps, paths, how, importPaths),

    /** Fails with `cancelled` if no files are waiting, because another window has taken them. */
    'import:handed': async () => takeReturned(deps, deps.desktop.takeHandedFiles(), {}, importPaths),

    /**
     * A picture alone becomes a separate file. Fails with `clipboard-empty` if there is neither text, HTML nor picture.
     */
    'import:clipboard': () => importClipboard(deps, drafts),

    /** Fails with `cancelled` if no file was chosen, and as a single file does; `not-found` for a deleted article. */
    'import:new-version': async ({ articleId, encoding }) => {
      const article = await deps.archive.article(articleId);
      if (!article.ok) return article;
      const path = await deps.desktop.chooseNewVersion();
      if (path === null) return err({ code: 'cancelled' });
      return openFile(path, encoding, articleId);
    },

    /**
     * Fails with `not-found` for a deleted article, as an import does if the original can't be read, and with
     * `reads-the-same` if it gives the sealed text and has no scanned pages to read.
     */
    'import:reread': async ({ articleId }) => {
      const record = await deps.archive.article(articleId);
      if (!record.ok) return record;
      const { article } = record.value;
      const original = await deps.archive.original(articleId);
      if (!original.ok) return original;
      const name = article.originalName ?? article.originalFile;
      return locked.openOrWait(name, openAgain(deps, drafts, article, original.value));
    },

    /**
     * Fails with `password-wrong`, and the file stays locked; `not-found` for one that is no longer waiting; else as a
     * single file does.
     */
    'import:unlock': (input) => unlock(locked, input),

    'import:detach': async ({ draftId }) => {
      const draft = await drafts.follow(draftId, null);
      return draft === undefined ? notFound('draft', draftId) : ok(draft);
    },

    /** Fails with `ocr-language-unusable`; the draft is then unchanged. */
    'import:read-scanned': (input) => running.run((signal) => readScanned(deps, drafts, input, signal)),

    'import:draw-marks': (input) => drawMarks(deps, drafts, input),

    /** Fails with `encoding-mismatch` if the bytes are not in that encoding; the draft is then unchanged. */
    'import:set-encoding': (input) => readInEncoding(deps, drafts, input),

    /** Cancels imports after the current file, and OCR after the current page; what was read is kept. */
    'import:cancel': async () => {
      running.cancel();
      return ok(null);
    },

    /**
     * Fails with `encoding-uncertain` if the encoding was not confirmed, `no-text-found` if all text was left out,
     * `pages-are-pictures` if the only text is on scanned pages that were not read, `already-here` if an article has
     * the same text and provenance, `invalid-input` if the text contains a character that was not read, and `cancelled`
     * if reading its attachments was cancelled. The draft still exists then.
     */
    'import:seal': (input) => running.run((signal) => sealDraft(deps, drafts, input, signal)),

    'import:discard': async ({ draftId }) => {
      drafts.remove(draftId);
      return ok(null);
    },

    'import:drafts': async () => ok(drafts.list()),
  };
};
