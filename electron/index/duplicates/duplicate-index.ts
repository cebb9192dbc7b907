/**
 * Which articles carry one text: those whose canonical text is the same, or nearly so, with all that are joined by
 * such pairs. It is derived and lives in memory; a text never changes, so an article is entered once.
 */
import { isNearlySame, likeness, type MinHash } from '#domain/article/near-duplicate/near-duplicate.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import type { Yielder } from '#electron/time/yielder.ts';
import { createBandBuckets } from './band-buckets.ts';

/** A text as it is compared. */
export type ComparedText = { readonly textSha256: Sha256; readonly signature: MinHash | null };

/** The articles of each text that several carry, the first imported first. */
export type TextGroups = readonly (readonly ArticleId[])[];

/** An article that carries a text that is the same or nearly so, and how like it is: from 0 to 1. */
export type Duplicate = {
  readonly articleId: ArticleId;
  readonly isSameText: boolean;
  readonly likeness: number;
};

export type DuplicateIndex = {
  /** Enters an article; answers whether it is one text with others. */
  enter(id: ArticleId, text: ComparedText): boolean;
  /** Takes an article out; answers whether it was one text with others. Their groups stand after `settle`. */
  leave(id: ArticleId): boolean;
  /** Finds again what still belongs together where an article that joined others has left. */
  settle(yielder: Yielder): Promise<void>;
  /** The id of the one text that the article carries: that of the first article imported with it, perhaps its own. */
  textOf(id: ArticleId): ArticleId;
  /** Every article that carries one text with it, the article itself among them; the first imported comes first. */
  carriersOf(id: ArticleId): readonly ArticleId[];
  /** Those of one text with the article, the likest first. */
  duplicatesOf(id: ArticleId): readonly Duplicate[];
  /** Those that are the same as a text that is not entered, or nearly so: the likest first. */
  duplicatesOfText(text: ComparedText): readonly Duplicate[];
  withText(textSha256: Sha256): readonly ArticleId[];
  groups(): TextGroups;
};

/** The articles of one text, and which of them was imported first. */
type Group = { readonly members: Set<Entry>; first: ArticleId };
type Entry = ComparedText & {
  readonly id: ArticleId;
  readonly number: number;
  group: Group;
  isHere: boolean;
  /**
   * Of several with the same text one stands in the buckets for all, or a thousand copies would be met a thousand
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

/** How like each of the others the text is, the likest first. */
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

/** An index without any article. */
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
