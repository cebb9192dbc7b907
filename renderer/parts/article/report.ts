/** The report of files imported together: the outcome for each, until it is dismissed. */
import { create } from 'zustand';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import { goTo } from '#renderer/window/navigation.ts';

/** The outcome for one file; `key` distinguishes files of the same name. */
export type ReportedOutcome = ImportOutcome & { readonly key: string };

/**
 * The import that a report is about (null for several), and how many of its files were skipped because it was stopped.
 */
export type ReportedImport = { readonly number: number | null; readonly left: number };

type ReportStore = {
  /** The outcome for each file of the last bulk import; null once it is dismissed. */
  readonly report: readonly ReportedOutcome[] | null;
  readonly reported: ReportedImport | null;
  /** The latest bulk import, also from the inbox: the only one that undo can revert. */
  readonly newest: number;
};

export const useReport = create<ReportStore>(() => ({ report: null, reported: null, newest: 0 }));

export const dismissReport = (): void => useReport.setState({ report: null, reported: null });

/** Counts a bulk import; returns its number. */
export const countImport = (): number => {
  const newest = useReport.getState().newest + 1;
  useReport.setState({ newest });
  return newest;
};

/** Opens a report of the outcomes for files. */
export const showReport = (outcomes: readonly ImportOutcome[], reported: ReportedImport): void => {
  useReport.setState({
    reported,
    report: outcomes.map((outcome, index) => ({ ...outcome, key: `${index} ${outcome.fileName}` })),
  });
  goTo({ view: 'articles', isReport: true });
};
