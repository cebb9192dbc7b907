/** Importing, from anywhere in the window: a single file opens the import check, for several one is asked how. */

import type { AnswerOf } from '#domain/contract/any-request.ts';
import {
  importChoose,
  importChooseFolder,
  importClipboard,
  type importDrop,
  importHanded,
  importNewVersion,
  importReread,
  type importUnlock,
} from '#domain/contract/import.ts';
import type { ArticleId, DraftId } from '#domain/ids.ts';
import { act, sayNotDone } from '#renderer/bridge/act.ts';
import { importDropped } from '#renderer/bridge/window-bridge.ts';
import { sayReturned } from '#renderer/parts/memo/say-returned.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayFailed } from '#renderer/window/notices.ts';
import { askForPassword } from './ask-for-password.tsx';
import { askAboutFiles } from './chosen-files.tsx';

/** Opens the import check of a draft; asks for the password if the file needs one. */
const showDraft = (answer: AnswerOf<typeof importUnlock>): void => {
  if (answer.ok) goTo({ view: 'articles', draftId: answer.value.draftId });
  else if (answer.error.code === 'file-locked') askForPassword(answer.error);
};

const showAnswer = (answer: AnswerOf<typeof importDrop>): void => {
  if (!answer.ok) showDraft(answer);
  else if (answer.value.kind === 'reviewed') {
    sayReturned(answer.value.added);
    if (answer.value.others !== null) showAnswer({ ok: true, value: answer.value.others });
  } else if (answer.value.kind === 'files') askAboutFiles(answer.value.files);
  else showDraft({ ok: true, value: answer.value.draft });
};

/** Asks for files in a dialog and imports them. */
export const importFiles = async (): Promise<void> => showAnswer(await act(importChoose, {}));

type AfterKeeping = (articleId: ArticleId) => void;
/** Callbacks for drafts that become articles. */
const following = new Map<DraftId, AfterKeeping>();

/** Asks for a file in a dialog and opens its import check; `onKept` is called with the article made from it. */
export const importOneFile = async (onKept: AfterKeeping): Promise<void> => {
  const answer = await act(importChoose, {});
  if (answer.ok && answer.value.kind === 'draft') following.set(answer.value.draft.draftId, onKept);
  showAnswer(answer);
};

/** The callback for a draft that was kept; null for none. Each is returned once. */
export const takeFollowing = (draftId: DraftId): AfterKeeping | null => {
  const next = following.get(draftId) ?? null;
  following.delete(draftId);
  return next;
};

/** Asks for a folder in a dialog and imports all files in it. */
export const importFolder = async (): Promise<void> => showAnswer(await act(importChooseFolder, {}));

/** Asks for the file of a new version of an article and opens its import check. */
export const chooseNewVersion = async (articleId: ArticleId): Promise<void> => {
  showDraft(await act(importNewVersion, { articleId }));
};

/** Reads the original of an article again and opens the import check of its new version. */
export const rereadOriginal = async (articleId: ArticleId): Promise<void> => {
  showDraft(await act(importReread, { articleId }));
};

/** Imports the text on the clipboard. */
export const pasteArticle = async (): Promise<void> => showAnswer(await act(importClipboard, {}));

/** Imports files that were dropped on the window. */
export const importFilesDropped = async (files: readonly File[]): Promise<void> => {
  const answer = await importDropped(files);
  if (!answer.ok) sayNotDone(answer.error);
  showAnswer(answer);
};

/** Imports the files passed to the app; another window may have taken them. */
export const takeHandedFiles = async (): Promise<void> => showAnswer(await act(importHanded, {}));

/** Says what to do with a link, which is never followed. */
export const refuseLink = (): void =>
  sayFailed('Precis never goes online.', 'Copy the text, or save the page as HTML and drop that.');
