/** A tag parted by a rule over its passages: which of them go together, and what their part may be called. */
import type { ArticleId, PassageId, SourceId } from '../ids.ts';
import type { LabelId, LabelSet } from '../passage/label.ts';
import { matchesWords, queryWords } from '../search/search-words.ts';

export type SplitRow = {
  readonly id: PassageId;
  readonly label: LabelId;
  readonly articleId: ArticleId;
  readonly articleTitle: string | null;
  readonly speaker: { readonly id: SourceId; readonly name: string } | null;
  readonly quote: string;
};

export const splitRules = ['label', 'article', 'speaker', 'words', 'hand'] as const;
export type SplitRule = (typeof splitRules)[number];

export type SplitPart = {
  readonly key: string;
  /** As it may be called; on one line, of at most 80 characters. */
  readonly name: string;
  readonly passageIds: readonly PassageId[];
};

const MAX_NAME_LENGTH = 80;

const asName = (text: string): string =>
  text.replace(/\s+/gu, ' ').trim().slice(0, MAX_NAME_LENGTH).trim() || 'Untitled';

type Place = { readonly key: string; readonly name: string };

const placeOf: Readonly<
  Record<'label' | 'article' | 'speaker', (row: SplitRow, labels: LabelSet) => Place | null>
> = {
  label: ({ label }, labels) => ({ key: label, name: labels.of(label).name }),
  article: ({ articleId, articleTitle }) => ({ key: articleId, name: asName(articleTitle ?? '') }),
  speaker: ({ speaker }) => (speaker === null ? null : { key: speaker.id, name: asName(speaker.name) }),
};

/** Two articles may be called the same, two parts may not. */
const apart = (parts: readonly SplitPart[]): readonly SplitPart[] => {
  const taken = new Set<string>();
  return parts.map((part) => {
    let name = part.name;
    for (let number = 2; taken.has(name); number += 1)
      name = `${part.name.slice(0, MAX_NAME_LENGTH - 5)} ${number}`;
    taken.add(name);
    return { ...part, name };
  });
};

const partsOf = (rows: readonly SplitRow[], place: (row: SplitRow) => Place | null): readonly SplitPart[] => {
  const parts = new Map<string, { readonly name: string; readonly passageIds: PassageId[] }>();
  for (const row of rows) {
    const at = place(row);
    if (at === null) continue;
    const part = parts.get(at.key) ?? { name: at.name, passageIds: [] };
    parts.set(at.key, part);
    part.passageIds.push(row.id);
  }
  return [...parts]
    .map(([key, part]) => ({ key, ...part }))
    .toSorted((a, b) => b.passageIds.length - a.passageIds.length || a.name.localeCompare(b.name, 'en'));
};

const WORDS = 'words';

/**
 * The parts that a rule makes of `rows`, the largest first; what is in no part stays with the tag: what nobody speaks,
 * and what has not all of `words` (each the beginning of a word, in whatever case). By hand there are two parts with
 * nothing in them.
 */
export const splitParts = (
  rule: SplitRule,
  rows: readonly SplitRow[],
  words: string,
  labels: LabelSet,
): readonly SplitPart[] => {
  if (rule === 'hand') return ['Part 1', 'Part 2'].map((name) => ({ key: name, name, passageIds: [] }));
  if (rule !== 'words') return apart(partsOf(rows, (row) => placeOf[rule](row, labels)));
  const sought = queryWords(words);
  if (sought.length === 0) return [];
  const place = { key: WORDS, name: asName(words) };
  return partsOf(rows, ({ quote }) => (matchesWords(sought, [quote]) ? place : null));
};

/** The parts with passages moved by hand: to the part of that key, or to none (null). */
export const withMoved = (
  parts: readonly SplitPart[],
  moved: ReadonlyMap<PassageId, string | null>,
): readonly SplitPart[] =>
  parts.map((part) => ({
    ...part,
    passageIds: [
      ...part.passageIds.filter((id) => !moved.has(id)),
      ...[...moved].flatMap(([id, key]) => (key === part.key ? [id] : [])),
    ],
  }));
