/** Groups of tags, such as actor, topic and place: what kind of thing a tag names. */
import type { TagRow } from '#domain/contract/tag.ts';
import { foldName } from '#domain/text/fold-text.ts';

type Grouped = Pick<TagRow, 'group'>;

/** The existing groups, each once, in order. */
export const groupsOf = (rows: readonly Grouped[]): readonly string[] =>
  [...new Set(rows.flatMap(({ group }) => group ?? []))].toSorted((a, b) => a.localeCompare(b, 'en'));

/** "actor: min" as the group and the search text in it; no group if none has that name. */
export const readTypedGroup = (
  rows: readonly Grouped[],
  typed: string,
): { readonly group: string | null; readonly sought: string } => {
  const [, name = '', sought = ''] = /^([^:]+):(.*)$/su.exec(typed) ?? [];
  const group = groupsOf(rows).find((each) => foldName(each) === foldName(name.trim())) ?? null;
  return group === null ? { group, sought: typed } : { group, sought: sought.trim() };
};
