/** The report of files that were imported together: what became of each, until it is dismissed. */
import { create } from 'zustand';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import { goTo } from '#renderer/window/navigation.ts';

/** What became of one file; `key` tells files of one name apart. */
export type ReportedOutcome = ImportOutcome & { readonly key: string };

/**
 * Of which import a report is (null where it is of several), and how many of its files were left because it was ended.
 */
export type ReportedImport = { readonly number: number | null; readonly left: number };

type ReportStore = {
  /** What became of each file of the last bulk import; null once it is dismissed. */
  readonly report: readonly ReportedOutcome[] | null;
  readonly reported: ReportedImport | null;
  /** The import of many files that came last, from the inbox too: no other is what undo takes back. */
  readonly newest: number;
};

export const useReport = create<ReportStore>(() => ({ report: null, reported: null, newest: 0 }));

export const dismissReport = (): void => useReport.setState({ report: null, reported: null });

/** Counts an import of many files; answers its number. */
export const countImport = (): number => {
  const newest = useReport.getState().newest + 1;
  useReport.setState({ newest });
  return newest;
};

/** Leads to a report of what became of files. */
export const showReport = (outcomes: readonly ImportOutcome[], reported: ReportedImport): void => {
  useReport.setState({
    reported,
    report: outcomes.map((outcome, index) => ({ ...outcome, key: `${index} ${outcome.fileName}` })),
  });
  goTo({ view: 'articles', isReport: true });
};
