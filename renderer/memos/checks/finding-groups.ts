import type { MemoFinding } from '#domain/contract/memo.ts';

/** Findings that are told of together. */
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

/** The findings by level, what is intended apart from them; a group without any is left out. */
export const groupFindings = (findings: readonly MemoFinding[]): readonly FindingGroup[] =>
  (['error', 'warning', 'hint', 'intended'] as const)
    .map((id) => ({ id, title: titles[id], findings: findings.filter((one) => groupOf(one) === id) }))
    .filter((group) => group.findings.length > 0);

/** What is to be seen before the memo is exported: what nobody has called intended. */
export const toldOnExport = (findings: readonly MemoFinding[]): readonly MemoFinding[] =>
  findings.filter(({ intended }) => intended === null);

/** How many findings nobody has called intended. */
export const countOpen = (findings: readonly MemoFinding[]): number => toldOnExport(findings).length;

/** What is told while the memo is written. */
export const toldWhileWriting = (findings: readonly MemoFinding[]): readonly MemoFinding[] =>
  findings.filter(({ isForExport }) => !isForExport);

/**
 * A key that tells two findings of one memo apart, whatever was said of them. What an article lacks is one, while it is
 * filled in.
 */
export const findingId = ({ rule, place, message }: MemoFinding): string =>
  JSON.stringify(place.kind === 'source' ? [rule, place.articleId] : [rule, place, message]);
