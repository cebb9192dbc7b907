/** Reads one file as a draft, with its password if it needs one, and with its scanned pages if they are to be read. */
import { readablePages } from '#domain/article/draft/import-remarks.ts';
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { UnreadPage } from '#domain/article/machine/machine-page.ts';
import { type OcrLanguage, ocrLanguageOf } from '#domain/article/machine/ocr-languages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  type ImportDraft,
  importDrop,
  importNewVersion,
  importReadScanned,
  importUnlock,
} from '#domain/contract/import.ts';
import type { LockedId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { readPassphraseFile } from '#electron/cli/passphrase/read-passphrase.ts';
import type { CommandContext } from '../../command-context.ts';
import { findId } from '../find-id.ts';
import type { TranslationHow } from './translations.ts';

/** The options that apply to all files; null for those not given. */
export type ImportHow = {
  readonly asVersionOf: string | null;
  /** Whether a file is a new version of the article that it matches. */
  readonly asNewVersions: boolean;
  readonly encoding: TextEncoding | null;
  readonly passwordFile: string | null;
  /** Whether the attachments of an e-mail are imported with it. */
  readonly hasAttachments: boolean;
  /** Whether the marks of a PDF become passages. */
  readonly takesMarks: boolean;
  readonly hasOcr: boolean;
  readonly ocrLanguage: OcrLanguage | null;
  /** For a file that is the translation of an article; absent for any other. */
  readonly translation?: TranslationHow | undefined;
};

/** The number of scanned pages that were read, and the unread ones with their reasons. */
export type Scanned = { readonly read: number; readonly unread: readonly UnreadPage[] };

type Read = { readonly draft: ImportDraft; readonly scanned: Scanned | null };

/**
 * With --ocr the scanned pages of a file are read too, unless the person has interrupted the import. If none of them
 * could be read, the rest of the file is imported, if there is any.
 */
export async function readWithScans(
  context: CommandContext,
  file: string,
  how: ImportHow,
  interrupted: AbortSignal,
): Promise<Result<Read, AppError>> {
  const opened = await readUnlocked(context, file, how);
  if (!opened.ok) return opened;
  const draft = opened.value;
  const hasScans = readablePages(draft.remarks).length > 0;
  if (!how.hasOcr || !hasScans || interrupted.aborted) return ok({ draft, scanned: null });
  const { draftId, bibliography } = draft;
  const language = how.ocrLanguage ?? ocrLanguageOf(bibliography.language) ?? 'eng';
  const read = await context.call(importReadScanned, { draftId, language });
  if (!read.ok) return read;
  const { draft: anew, ...scanned } = read.value;
  if (draft.format !== 'picture' && scanned.unread.some(({ why }) => why === 'no-words'))
    return err({ code: 'no-text-found' });
  return ok({ draft: anew, scanned });
}

/** Reads a file, with a password if the file requires one. */
async function readUnlocked(
  context: CommandContext,
  file: string,
  how: ImportHow,
): Promise<Result<ImportDraft, AppError>> {
  const read = await readDraft(context, context.resolvePath(file), how);
  if (read.ok || read.error.code !== 'file-locked') return read;
  return unlockFile(context, read.error, how.passwordFile);
}

async function readDraft(
  context: CommandContext,
  path: string,
  { asVersionOf, encoding }: ImportHow,
): Promise<Result<ImportDraft, AppError>> {
  const { call, importFrom } = context;
  const inEncoding = encoding === null ? {} : { encoding };
  if (asVersionOf !== null) {
    const articleId = await findId(context, 'article', asVersionOf);
    if (!articleId.ok) return articleId;
    importFrom(path);
    return call(importNewVersion, { articleId: articleId.value, ...inEncoding });
  }
  const read = await call(importDrop, { paths: [path], isArticle: true, ...inEncoding });
  if (!read.ok) return read;
  if (read.value.kind !== 'draft') throw new Error('One file was taken for several.');
  return ok(read.value.draft);
}

/** The number of times a person at the terminal is asked for the password of one file. */
const TRIES = 3;

type Locked = { readonly lockedId: LockedId; readonly fileName: string };
type Unlocking = Result<ImportDraft, AppError>;

const unlockWith = ({ call }: CommandContext, lockedId: LockedId, password: string): Promise<Unlocking> =>
  call(importUnlock, { lockedId, password });

const askAndUnlock = async (context: CommandContext, { lockedId, fileName }: Locked): Promise<Unlocking> => {
  let answer: Unlocking = err({ code: 'file-locked', lockedId, fileName });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const question = `${tries === 0 ? '' : 'That is not the password of the file. '}Password of ${fileName}: `;
    const password = await context.askHidden(question);
    if (password === null) return answer;
    answer = await unlockWith(context, lockedId, password);
    if (answer.ok || answer.error.code !== 'password-wrong') return answer;
  }
  return answer;
};

/**
 * Reads a password-protected file: with the password in the named file (null: none is named), else with what a person
 * types at the terminal. Fails with `file-locked` if nobody is at a terminal, and with `password-wrong`.
 */
const unlockFile = async (
  context: CommandContext,
  locked: Locked,
  passwordFile: string | null,
): Promise<Unlocking> => {
  if (passwordFile === null) return askAndUnlock(context, locked);
  const read = readPassphraseFile(passwordFile, context.resolvePath);
  return read.ok ? unlockWith(context, locked.lockedId, read.value) : read;
};
