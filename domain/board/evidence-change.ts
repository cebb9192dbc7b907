/** The changes to a passage since somebody judged by it. */
import type { PassageId } from '../ids.ts';
import { type Grade, isUngraded, printGrade } from '../tradecraft/grade.ts';
import type { EvidenceState } from './board.ts';

export type EvidenceChange =
  /** It is in the trash, or was deleted for good. */
  | { readonly kind: 'gone' }
  /** It quotes other words. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'regraded'; readonly was: Grade; readonly is: Grade }
  /** Passages contradict or supersede it that did not. */
  | { readonly kind: 'disputed'; readonly by: readonly PassageId[] };

/** The differences; `is` is null if the passage is gone. */
export const changesSince = (was: EvidenceState, is: EvidenceState | null): readonly EvidenceChange[] => {
  if (is === null) return [{ kind: 'gone' }];
  const by = is.disputedBy.filter((id) => !was.disputedBy.includes(id));
  return [
    ...(was.sha256 === is.sha256 ? [] : [{ kind: 'changed' } as const]),
    ...(isSameGrade(was.grade, is.grade)
      ? []
      : [{ kind: 'regraded', was: was.grade, is: is.grade } as const]),
    ...(by.length === 0 ? [] : [{ kind: 'disputed', by } as const]),
  ];
};

const isSameGrade = (a: Grade, b: Grade): boolean =>
  a.reliability === b.reliability && a.credibility === b.credibility;

const gradeWords = (grade: Grade): string => (isUngraded(grade) ? 'ungraded' : printGrade(grade));

/** In a few words, for the row: "was B3", "contradicted". */
export const sayChange = (change: EvidenceChange): string => {
  switch (change.kind) {
    case 'gone':
      return 'deleted';
    case 'changed':
      return 'quotation changed';
    case 'regraded':
      return `was ${gradeWords(change.was)}`;
    case 'disputed':
      return 'contradicted';
  }
};

/** A sentence for an analyst who reviews the cell. */
export const explainChange = (change: EvidenceChange): string => {
  switch (change.kind) {
    case 'gone':
      return 'This passage is in the trash, or was deleted permanently.';
    case 'changed':
      return 'The quotation of this passage has changed.';
    case 'regraded':
      return `Its grade went from ${gradeWords(change.was)} to ${gradeWords(change.is)}.`;
    case 'disputed':
      return change.by.length === 1
        ? 'Another passage contradicts or supersedes it now.'
        : `${change.by.length} other passages contradict or supersede it now.`;
  }
};
