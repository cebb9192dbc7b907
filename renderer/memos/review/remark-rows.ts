/** The rows of the Review panel: remarks in the order of the memo, with their replies, and alternative changes. */
import type { RemarkId } from '#domain/ids.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import type { RemarkPlaces } from '#domain/memo/round/place-remarks.ts';
import type { Comment, RefusalReason, Remark, Suggestion } from '#domain/memo/round/remark.ts';
import { isSameName } from '#domain/memo/round/returned/keep-remarks.ts';
import type { Round } from '#domain/memo/round/round.ts';
import { competitors, isOpenRemark } from '#domain/memo/round/settle-remarks.ts';
import { OBJECT, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { printCount } from '#domain/print-count.ts';

export type RemarkRow = {
  /** That of its first remark. */
  readonly id: RemarkId;
  /** One remark, or open changes of which one can be taken. */
  readonly remarks: readonly Remark[];
  readonly replies: readonly Comment[];
  /** The heading of its section; null if it has no place in the current memo. */
  readonly section: string | null;
};

export type RemarkFilter = {
  readonly state: 'open' | 'all';
  /** Null: everyone. */
  readonly writer: string | null;
  readonly kind: 'any' | 'comment' | 'suggestion';
};
export const everyRemark: RemarkFilter = { state: 'all', writer: null, kind: 'any' };

/** The name of a remark's author in the panel. */
export const writerOf = ({ writer, by, roundId }: Pick<Remark, 'writer' | 'by' | 'roundId'>): string => {
  if (writer !== '') return writer;
  return by ?? (roundId === null ? 'You' : 'Unnamed');
};

export const isReply = (remark: Remark): boolean => remark.kind === 'comment' && remark.repliesTo !== null;

const matches = (remark: Remark, { state, writer, kind }: RemarkFilter): boolean =>
  (state === 'all' || isOpenRemark(remark)) &&
  (writer === null || writerOf(remark) === writer) &&
  (kind === 'any' || remark.kind === kind);

/** The section heading for each block. */
const sectionsOf = (content: MemoContent): readonly string[] => {
  let heading = '';
  return writtenBlocks(content).map(({ node }) => {
    if (node.type === 'section') ({ heading } = node.attrs);
    return heading;
  });
};

type Placed = { readonly remark: Remark; readonly block: number; readonly start: number };

/** In the order of the memo; unplaced remarks come last in order of time, with decided ones at the end. */
const inMemoOrder = (remarks: readonly Remark[], places: RemarkPlaces): readonly Placed[] =>
  remarks
    .map((remark) => {
      const place = places.get(remark.id);
      const start = place?.start ?? (isOpenRemark(remark) ? 0 : 1);
      return { remark, block: place?.block ?? Number.POSITIVE_INFINITY, start };
    })
    .toSorted((a, b) => (a.block === b.block ? a.start - b.start : a.block < b.block ? -1 : 1));

/** All changes of which at most one can be taken with `first`, directly or through another. */
const groupOf = (
  first: Remark,
  rivals: ReadonlyMap<RemarkId, readonly Suggestion[]>,
  found: Set<Remark> = new Set([first]),
): ReadonlySet<Remark> => {
  for (const rival of rivals.get(first.id) ?? []) {
    if (found.has(rival)) continue;
    found.add(rival);
    groupOf(rival, rivals, found);
  }
  return found;
};

/** The rows of the panel. Replies are with the remark that they answer; open changes of the same words are together. */
export const remarkRows = (
  remarks: readonly Remark[],
  places: RemarkPlaces,
  content: MemoContent | null,
  filter: RemarkFilter,
): readonly RemarkRow[] => {
  const sections = content === null ? [] : sectionsOf(content);
  const replies = remarks.filter(
    (remark): remark is Comment => remark.kind === 'comment' && remark.repliesTo !== null,
  );
  const rivals = competitors(remarks, places);
  const listed = new Set<Remark>();
  const ordered = inMemoOrder(
    remarks.filter((remark) => !isReply(remark)),
    places,
  );
  return ordered.flatMap(({ remark, block }): readonly RemarkRow[] => {
    if (listed.has(remark) || !matches(remark, filter)) return [];
    const found = groupOf(remark, rivals);
    const group =
      found.size === 1 ? [remark] : ordered.flatMap((each) => (found.has(each.remark) ? each.remark : []));
    for (const each of group) listed.add(each);
    const mine = replies
      .filter(({ repliesTo }) => repliesTo === remark.id)
      .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    return [{ id: remark.id, remarks: group, replies: mine, section: sections[block] ?? null }];
  });
};

/** Counts of a reviewer's remarks. */
export type WriterCounts = {
  readonly writer: string;
  readonly comments: number;
  /** To own comments or those of others. */
  readonly replies: number;
  readonly changes: number;
  readonly open: number;
};

export const countByWriter = (remarks: readonly Remark[]): readonly WriterCounts[] => {
  const said = remarks.filter((remark) => !isReply(remark));
  return [...new Set(said.map(writerOf))].map((writer) => {
    const own = said.filter((remark) => writerOf(remark) === writer);
    return {
      writer,
      comments: own.filter(({ kind }) => kind === 'comment').length,
      replies: remarks.filter((remark) => isReply(remark) && writerOf(remark) === writer).length,
      changes: own.filter(({ kind }) => kind === 'suggestion').length,
      open: own.filter(isOpenRemark).length,
    };
  });
};

/**
 * The names in the head of a round: its reviewers and all other authors. A reviewer whose document has the full name,
 * "Jane Miller" for "J. Miller", appears once.
 */
export const namesOfRound = (
  { reviewers }: Pick<Round, 'reviewers'>,
  back: readonly string[],
  counts: readonly WriterCounts[],
): readonly string[] => {
  const writers = counts.map(({ writer }) => writer);
  const isWriter = (reviewer: string): boolean =>
    back.includes(reviewer) && writers.some((writer) => isSameName(reviewer, writer));
  return [...new Set([...reviewers.filter((reviewer) => !isWriter(reviewer)), ...writers])];
};

/** Taking all changes of a reviewer: which are taken, and how many are left and why. */
export type TakingAll = {
  readonly taken: readonly Suggestion[];
  /** "2 comments". */
  readonly left: readonly string[];
};

export const takingAllOf = (writer: string, remarks: readonly Remark[], places: RemarkPlaces): TakingAll => {
  const rivals = competitors(remarks, places);
  const open = remarks.filter((remark) => isOpenRemark(remark) && writerOf(remark) === writer);
  const changes = open.filter((remark): remark is Suggestion => remark.kind === 'suggestion');
  const isContested = ({ id }: Suggestion): boolean =>
    (rivals.get(id) ?? []).some((rival) => writerOf(rival) !== writer);
  const placed = changes.filter(({ id }) => places.has(id));
  const left = [
    { count: open.length - changes.length, one: 'comment', more: '' },
    { count: placed.filter(isContested).length, one: 'change', more: ' of words that others change too' },
    { count: changes.length - placed.length, one: 'change', more: ' of words that are gone' },
  ];
  return {
    taken: placed.filter((change) => !isContested(change)),
    left: left.flatMap(({ count, one, more }) => (count === 0 ? [] : `${printCount(count, one)}${more}`)),
  };
};

/** Words of a memo as the panel shows them: other nodes become "[…]". */
export const shownWords = (text: string): string => text.replaceAll(OBJECT, '[…]');

export const refusalWords: Readonly<Record<RefusalReason, string>> = {
  quotation: 'It changes a quotation. The words stay as they are in the source:',
  citation: 'It changes a citation. It stays as it is:',
  grade: 'It changes a grade. Change it on the passage or its source:',
  figure: 'It changes a figure. It stays as it is:',
  marking: 'It changes the marking. Change it in the head of the memo:',
  note: 'It changes a footnote. Change it by hand:',
  printed: 'Precis prints these words itself:',
};
