/**
 * Which articles have the same text: those whose canonical texts are equal, or nearly so, with all that are connected
 * by such pairs. This is derived data in memory; a text never changes, so an article is entered once.
 */
import { isNearlySame, likeness, type MinHash } from '#domain/article/near-duplicate/near-duplicate.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import type { Yielder } from '#electron/time/yielder.ts';
import { createBandBuckets } from './band-buckets.ts';

/** The data by which a text is compared. */
export type ComparedText = { readonly textSha256: Sha256; readonly signature: MinHash | null };

/** The articles of each text that several have, the first imported first. */
export type TextGroups = readonly (readonly ArticleId[])[];

/** An article with the same or nearly the same text, and their similarity, from 0 to 1. */
export type Duplicate = {
  readonly articleId: ArticleId;
  readonly isSameText: boolean;
  readonly likeness: number;
};

export type DuplicateIndex = {
  /** Enters an article; returns whether it has the same text as others. */
  enter(id: ArticleId, text: ComparedText): boolean;
  /** Removes an article; returns whether it had the same text as others. Their groups are valid after `settle`. */
  leave(id: ArticleId): boolean;
  /** Recomputes the groups from which a connecting article was removed. */
  settle(yielder: Yielder): Promise<void>;
  /** The id of the article's text: that of the first article imported with it, perhaps its own. */
  textOf(id: ArticleId): ArticleId;
  /** Every article with the same text, including the article itself; the first imported comes first. */
  carriersOf(id: ArticleId): readonly ArticleId[];
  /** The others with the same text, the most similar first. */
  duplicatesOf(id: ArticleId): readonly Duplicate[];
  /** The articles whose text is the same as one that is not entered, or nearly so: the most similar first. */
  duplicatesOfText(text: ComparedText): readonly Duplicate[];
  withText(textSha256: Sha256): readonly ArticleId[];
  groups(): TextGroups;
};

/** The articles with one text, and the first imported of them. */
type Group = { readonly members: Set<Entry>; first: ArticleId };
type Entry = ComparedText & {
  readonly id: ArticleId;
  readonly number: number;
  group: Group;
  isHere: boolean;
  /**
   * Only one of several equal texts is in the buckets, because otherwise a thousand copies would be visited a thousand
   * times.
   */
  isInBuckets: boolean;
};

const createEntry = (id: ArticleId, text: ComparedText, number: number): Entry => {
  const group: Group = { members: new Set(), first: id };
  const { textSha256, signature } = text;
  const entry: Entry = { textSha256, signature, id, number, group, isHere: true, isInBuckets: false };
  entry.group.members.add(entry);
  return entry;
};

const byLikeness = (a: Duplicate, b: Duplicate): number =>
  Number(b.isSameText) - Number(a.isSameText) ||
  b.likeness - a.likeness ||
  (a.articleId < b.articleId ? -1 : 1);

type OfArticle = ComparedText & { readonly id: ArticleId };

const compare = (text: ComparedText, { id, textSha256, signature }: OfArticle): Duplicate => {
  const isSameText = textSha256 === text.textSha256;
  const estimate = signature === null || text.signature === null ? 0 : likeness(text.signature, signature);
  return { articleId: id, isSameText, likeness: isSameText ? 1 : estimate };
};

/** The similarity of the text to each of the others, the most similar first. */
export const compareTexts = (text: ComparedText, others: readonly OfArticle[]): readonly Duplicate[] =>
  others.map((other) => compare(text, other)).sort(byLikeness);

const join = (a: Entry, b: Entry): void => {
  if (a.group === b.group) return;
  const isFewer = a.group.members.size < b.group.members.size;
  const [more, fewer] = isFewer ? [b.group, a.group] : [a.group, b.group];
  for (const entry of fewer.members) {
    more.members.add(entry);
    entry.group = more;
  }
  if (fewer.first < more.first) more.first = fewer.first;
};

const groupsOf = (entries: Iterable<Entry>): TextGroups =>
  [...new Set([...entries].map(({ group }) => group))].flatMap(({ members }) =>
    members.size > 1 ? [[...members].map(({ id }) => id).sort()] : [],
  );

/** Creates an index without articles. */
export const createDuplicateIndex = (): DuplicateIndex => {
  const entries: Entry[] = [];
  const byId = new Map<ArticleId, Entry>();
  const byHash = new Map<Sha256, Set<Entry>>();
  const buckets = createBandBuckets();
  let toJoin: readonly Entry[] = [];

  const visitNear = ({ signature }: ComparedText, visit: (entry: Entry) => void): void => {
    if (signature === null) return;
    buckets.visitSharing(signature, (number) => {
      const entry = entries[number];
      if (entry?.isHere) visit(entry);
    });
  };

  const joinOthers = (entry: Entry): void => {
    const [first = entry] = byHash.get(entry.textSha256) ?? [];
    join(entry, first);
    if (first !== entry && first.isInBuckets) return;
    visitNear(entry, (other) => {
      if (other.group !== entry.group && isNearlySame(entry.signature, other.signature)) join(entry, other);
    });
    if (entry.signature !== null && !entry.isInBuckets) {
      buckets.enter(entry.number, entry.signature);
      entry.isInBuckets = true;
    }
  };

  return {
    enter(id, text) {
      const entry = createEntry(id, text, entries.length);
      entries.push(entry);
      byId.set(id, entry);
      byHash.set(text.textSha256, (byHash.get(text.textSha256) ?? new Set()).add(entry));
      joinOthers(entry);
      return entry.group.members.size > 1;
    },
    leave(id) {
      const entry = byId.get(id);
      if (entry === undefined) return false;
      entry.isHere = false;
      byId.delete(id);
      byHash.get(entry.textSha256)?.delete(entry);
      const left = [...entry.group.members].filter((other) => other !== entry);
      for (const other of left) other.group = { members: new Set([other]), first: other.id };
      toJoin = [...toJoin, ...left];
      return left.length > 0;
    },
    async settle(yielder) {
      const waiting = toJoin;
      toJoin = [];
      for (const entry of waiting) {
        if (entry.isHere) joinOthers(entry);
        await yielder.yieldIfDue();
      }
    },
    textOf: (id) => byId.get(id)?.group.first ?? id,
    carriersOf: (id) => [...(byId.get(id)?.group.members ?? [])].map((entry) => entry.id).sort(),
    duplicatesOf(id) {
      const entry = byId.get(id);
      if (entry === undefined) return [];
      const others = [...entry.group.members].filter((other) => other !== entry);
      return compareTexts(entry, others);
    },
    duplicatesOfText(text) {
      const found = new Set(byHash.get(text.textSha256));
      visitNear(text, (entry) => {
        if (!isNearlySame(text.signature, entry.signature)) return;
        for (const same of byHash.get(entry.textSha256) ?? []) found.add(same);
      });
      return compareTexts(text, [...found]);
    },
    withText: (textSha256) => [...(byHash.get(textSha256) ?? [])].map(({ id }) => id),
    groups: () => groupsOf(byId.values()),
  };
};
