/** What a file says of a memo, as records. */
import type { MemoId, RemarkId, RoundId } from '../../../ids.ts';
import type { Timestamp } from '../../../time.ts';
import type { FrozenDocument } from '../../memo-document.ts';
import type { Remark, RemarkPlace } from '../remark.ts';
import type { Round } from '../round.ts';
import { folded } from './align-reviewed.ts';
import type { ReadRemarks } from './read-remarks.ts';
import type { ReviewedFile } from './reviewed-file.ts';
import type { ReadComment, ReadSuggestion } from './suggest-changes.ts';

/** So many letters are no chance. */
const MIN_KNOWN_LETTERS = 20;
const MIN_KNOWN_SHARE = 0.5;

/** The words of a document, including its quotations, anywhere in it. */
const wordsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => {
    if (key === 'text' && typeof held === 'string') return [held];
    return key === 'quotes' && Array.isArray(held)
      ? held.flatMap((quote) => `${quote}`.split('\n'))
      : wordsIn(held);
  });
};

/** The words of a file before its tracked changes, each paragraph a line. */
export const wordsOfFile = ({ paragraphs }: ReviewedFile): string =>
  paragraphs
    .map(({ pieces }) =>
      folded(pieces.flatMap(({ inserted, text }) => (inserted === null ? text : [])).join('')),
    )
    .join('\n');

/** The round whose words are in `all`, at least half of its longer ones, the last of several; null for none. */
export const findRound = <R extends { readonly document: FrozenDocument }>(
  rounds: readonly R[],
  all: string,
): R | null => {
  const shareOf = ({ document: { title, sections } }: R): number => {
    const texts = [title, ...wordsIn(sections)]
      .map(folded)
      .filter((text) => text.length >= MIN_KNOWN_LETTERS);
    return texts.length === 0 ? 0 : texts.filter((text) => all.includes(text)).length / texts.length;
  };
  const near = rounds
    .map((round) => ({ round, share: shareOf(round) }))
    .filter(({ share }) => share >= MIN_KNOWN_SHARE);
  const best = Math.max(0, ...near.map(({ share }) => share));
  return near.findLast(({ share }) => share === best)?.round ?? null;
};

const nameParts = (name: string): readonly string[] =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s.,]+/u)
    .filter((part) => part !== '');

/** "J. Miller" is "Jane Miller", and "Miller, Jane". */
export const isSameName = (one: string, other: string): boolean => {
  const [a, b] = [nameParts(one), nameParts(other)];
  if (a.length === 0 || b.length === 0) return false;
  const isIn = (part: string, parts: readonly string[]): boolean =>
    parts.some(
      (each) =>
        each === part ||
        (part.length === 1 && each.startsWith(part)) ||
        (each.length === 1 && part.startsWith(each)),
    );
  return a.every((part) => isIn(part, b)) && b.every((part) => isIn(part, a));
};

/**
 * The reviewer of a file: one of the round's reviewers where the file names one, otherwise the person it names
 * most; otherwise empty.
 */
export const reviewerOf = ({ reviewers }: Pick<Round, 'reviewers'>, file: ReviewedFile): string => {
  const counts = new Map<string, number>();
  const named = [...file.revisions, ...file.comments].map(({ by }) => by).filter((by) => by !== '');
  for (const by of named) counts.set(by, (counts.get(by) ?? 0) + 1);
  const names = [
    ...[...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name),
    ...(file.savedBy === '' ? [] : [file.savedBy]),
  ];
  const known = names.flatMap((name) => reviewers.filter((reviewer) => isSameName(reviewer, name)));
  return known[0] ?? names[0] ?? '';
};

export type Keeping = {
  readonly memoId: MemoId;
  readonly roundId: RoundId;
  readonly at: Timestamp;
  /** The id derived from a text, the same each time. */
  readonly idOf: (said: string) => RemarkId;
};

const placeKey = (place: RemarkPlace | null, context: string): unknown =>
  place === null ? context : [place.block, place.field, place.start, place.end];

/** The same remark made twice at one place by one person is distinguished by its count. */
const createIds = ({ roundId, idOf }: Keeping) => {
  const counts = new Map<string, number>();
  return (
    { kind, writer, saidAt, place, context }: ReadComment | ReadSuggestion,
    what: unknown,
  ): RemarkId => {
    const said = JSON.stringify([roundId, kind, writer, saidAt, placeKey(place, context), what]);
    const count = counts.get(said) ?? 0;
    counts.set(said, count + 1);
    return idOf(`${said} ${count}`);
  };
};

const SECOND = 'YYYY-MM-DDTHH:MM:SS'.length;

/** A comment that went out with the memo, and has come back with it. */
const isOwn = (remark: Remark, { writer, saidAt, text }: ReadComment, roundId: RoundId): boolean =>
  remark.kind === 'comment' &&
  remark.roundId !== roundId &&
  remark.writer === writer &&
  remark.text === text &&
  saidAt !== null &&
  (remark.saidAt ?? remark.createdAt).slice(0, SECOND) === saidAt.slice(0, SECOND);

/** The records of what was read, except for what is known of other rounds. */
export const recordsOfRemarks = (
  { comments, suggestions }: ReadRemarks,
  known: readonly Remark[],
  keeping: Keeping,
): readonly Remark[] => {
  const { memoId, roundId, at } = keeping;
  const newId = createIds(keeping);
  const shared = { memoId, roundId, reason: '', createdAt: at, updatedAt: at };
  const ids = comments.map((comment) => {
    const own = known.find((remark) => isOwn(remark, comment, roundId));
    return own === undefined
      ? { id: newId(comment, comment.text), isNew: true }
      : { id: own.id, isNew: false };
  });
  const fresh = comments.flatMap((comment, index): Remark[] => {
    const { writer, saidAt, place, context, text, isDone, repliesTo } = comment;
    const own = ids[index];
    if (own === undefined || !own.isNew) return [];
    return [
      {
        kind: 'comment',
        id: own.id,
        ...shared,
        place,
        context,
        writer,
        saidAt,
        text,
        repliesTo: repliesTo === null ? null : (ids[repliesTo]?.id ?? null),
        state: isDone ? 'done' : 'open',
      },
    ];
  });
  return [
    ...fresh,
    ...suggestions.map((suggestion): Remark => {
      const { writer, saidAt, place, context, isTracked, change, refusal } = suggestion;
      return {
        kind: 'suggestion',
        id: newId(suggestion, [isTracked, change]),
        ...shared,
        place,
        context,
        writer,
        saidAt,
        isTracked,
        change,
        refusal,
        state: refusal === null ? 'open' : 'refused',
      };
    }),
  ];
};
