import type { MemoFinding } from '#domain/contract/memo.ts';

/** Findings that are shown together. */
export type FindingGroup = {
  readonly id: MemoFinding['level'] | 'intended';
  readonly title: string;
  readonly findings: readonly MemoFinding[];
};

const titles: Readonly<Record<FindingGroup['id'], string>> = {
  error: 'Errors',
  warning: 'Warnings',
  hint: 'Hints',
  intended: 'Intended',
};

const groupOf = ({ level, intended }: MemoFinding): FindingGroup['id'] =>
  intended === null ? level : 'intended';

/** The findings by level, intended ones separately; without empty groups. */
export const groupFindings = (findings: readonly MemoFinding[]): readonly FindingGroup[] =>
  (['error', 'warning', 'hint', 'intended'] as const)
    .map((id) => ({ id, title: titles[id], findings: findings.filter((one) => groupOf(one) === id) }))
    .filter((group) => group.findings.length > 0);

/** Findings to show before export: those not marked as intended. */
export const toldOnExport = (findings: readonly MemoFinding[]): readonly MemoFinding[] =>
  findings.filter(({ intended }) => intended === null);

/** How many findings are not marked as intended. */
export const countOpen = (findings: readonly MemoFinding[]): number => toldOnExport(findings).length;

/** Findings to show while the memo is written. */
export const toldWhileWriting = (findings: readonly MemoFinding[]): readonly MemoFinding[] =>
  findings.filter(({ isForExport }) => !isForExport);

/**
 * A key that is unique among the findings of a memo, whatever their reason. The missing fields of an article are one
 * finding, while they are being filled in.
 */
export const findingId = ({ rule, place, message }: MemoFinding): string =>
  JSON.stringify(place.kind === 'source' ? [rule, place.articleId] : [rule, place, message]);
