/** Importing, from wherever it is asked for: one file leads to the import check, several to a report. */
import { create } from 'zustand';
import type { ImportAnswer, ImportOutcome } from '#domain/contract/import.ts';
import type { Answer } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act, sayNotDone } from '#renderer/bridge/act.ts';
import { importDropped } from '#renderer/bridge/window-bridge.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayFailed } from '#renderer/window/notices.ts';

/** What became of one file; `key` tells files of one name apart. */
export type ReportedOutcome = ImportOutcome & { readonly key: string };

type ImportStore = {
  /** What became of each file of the last bulk import; null once it is dismissed. */
  readonly report: readonly ReportedOutcome[] | null;
};

export const useImports = create<ImportStore>(() => ({ report: null }));

export const dismissReport = (): void => useImports.setState({ report: null });

const showAnswer = ({ ok, ...answer }: Answer<'import:drop'>): void => {
  if (!ok || !('value' in answer)) return;
  const imported: ImportAnswer = answer.value;
  if (imported.kind === 'draft') {
    goTo({ view: 'articles', draftId: imported.draft.draftId });
    return;
  }
  useImports.setState({
    report: imported.outcomes.map((outcome, index) => ({ ...outcome, key: `${index} ${outcome.fileName}` })),
  });
  goTo({ view: 'articles', isReport: true });
};

/** Asks for files in a dialog and imports them. */
export const importFiles = async (): Promise<void> => showAnswer(await act('import:choose', {}));

/** Asks for the file of a new version of an article and leads to its import check. */
export const importNewVersion = async (articleId: ArticleId): Promise<void> => {
  const answer = await act('import:new-version', { articleId });
  if (!answer.ok) return;
  goTo({ view: 'articles', draftId: answer.value.draftId });
};

/** Reads the original of an article once more and leads to the import check of its new version. */
export const rereadOriginal = async (articleId: ArticleId): Promise<void> => {
  const answer = await act('import:reread', { articleId });
  if (!answer.ok) return;
  goTo({ view: 'articles', draftId: answer.value.draftId });
};

/** Imports the text on the clipboard. */
export const importClipboard = async (): Promise<void> => showAnswer(await act('import:clipboard', {}));

/** Imports files that were dropped on the window. */
export const importFilesDropped = async (files: readonly File[]): Promise<void> => {
  const answer = await importDropped(files);
  if (!answer.ok) sayNotDone(answer.error);
  showAnswer(answer);
};

/** Says what to do with a link, which is never followed. */
export const refuseLink = (): void =>
  sayFailed('Precis never goes online.', 'Copy the text, or save the page as HTML and drop that.');
