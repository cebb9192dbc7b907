/** The box of manner and basis by keys: a letter for each, "-" to clear both. */
import type { Basis, Manner, Passage } from '#domain/passage/passage.ts';
import type { OfferedPost } from './use-posts.ts';

export const mannerKeys: Readonly<Record<Manner, string>> = {
  direct: 'd',
  paraphrase: 'p',
  'own-reporting': 'o',
  unattributed: 'u',
};
export const basisKeys: Readonly<Record<Basis, string>> = { 'on-record': 'r', background: 'b', unnamed: 'n' };

type Said = Pick<Passage, 'manner' | 'basis'>;

const byKey = <T extends string>(keys: Readonly<Record<T, string>>, key: string): T | undefined =>
  (Object.keys(keys) as T[]).find((value) => keys[value] === key);

/** The attribution after `key`; null if the key has no effect in the box. */
export const pressMannerKey = (key: string, { manner, basis }: Said): Said | null => {
  if (key === '-' || key === '–') return { manner: null, basis: null };
  const letter = key.toLowerCase();
  const nextManner = byKey(mannerKeys, letter);
  if (nextManner !== undefined) return { manner: nextManner, basis };
  const nextBasis = byKey(basisKeys, letter);
  return nextBasis === undefined ? null : { manner, basis: nextBasis };
};

/** How many have a digit. */
const MOST_POSTS = 9;

/** The offered posts that have a digit; a stored one that is no longer offered comes last, and can be cleared. */
export const choosablePosts = (offered: readonly OfferedPost[], kept: string): readonly OfferedPost[] => {
  const shown = offered.slice(0, MOST_POSTS);
  if (kept === '' || shown.some(({ post }) => post === kept)) return shown;
  return [...offered.slice(0, MOST_POSTS - 1), { post: kept, wording: kept }];
};

/**
 * The post for a digit key, by its position on the keyboard: some layouts need Shift for digits. Undefined for a digit
 * without a post; null for any other key.
 */
export const postAtKey = <T>(code: string, posts: readonly T[]): T | undefined | null => {
  const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(code) ?? [];
  return digit === undefined ? null : posts[Number(digit) - 1];
};
