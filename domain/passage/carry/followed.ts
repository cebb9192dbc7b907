import type { KnownBy } from '../../article/known/match-file.ts';
import type { ArticleId } from '../../ids.ts';
import { printCount } from '../../print-count.ts';
import { type CarryReport, carriedStates } from '../carried.ts';

/**
 * Why a file became a new article although its article seems to be in the archive:
 * - `several-here`: several articles match it equally well.
 * - `several-files`: several files of the import match that article equally well, and their texts differ.
 * - `other-text`: only the file name matches, and the texts have next to nothing in common.
 * - `unreadable`: the matching article cannot be read.
 */
export type Undecided = 'several-here' | 'several-files' | 'other-text' | 'unreadable';

/** How a file that is not sealed yet will relate to an article already in the archive. */
export type Following =
  | {
      readonly kind: 'version';
      readonly of: ArticleId;
      /** Of the version before it; null where it has none. */
      readonly title: string | null;
      readonly by: KnownBy;
    }
  | {
      readonly kind: 'own';
      readonly why: Undecided;
      readonly by: KnownBy;
      /** The first few of the `count` articles that match the file. */
      readonly candidates: readonly ArticleId[];
      readonly count: number;
    };

/** How an imported file relates to an article that was already in the archive. */
export type Followed =
  | Extract<Following, { readonly kind: 'own' }>
  | (Extract<Following, { readonly kind: 'version' }> & {
      readonly carried: CarryReport;
      /** How many of its passages the analyst has to look at. */
      readonly toReview: number;
    });

const byWords: Readonly<Record<KnownBy, string>> = { url: 'address', doi: 'DOI', name: 'file name' };

const sayBeside = ({ nextToChange }: CarryReport): string =>
  nextToChange === 0 ? '' : ` (${nextToChange} next to a change)`;

const sayCarried = (carried: CarryReport, toReview: number): string => {
  const all = carriedStates.reduce((sum, state) => sum + carried[state], 0);
  return all === 0
    ? ''
    : `: ${printCount(all, 'passage')} carried over, ${toReview === 0 ? 'none' : toReview} to review${sayBeside(carried)}`;
};

const whyOwn: Readonly<Record<Undecided, (by: string, count: number) => string>> = {
  'several-here': (by, count) =>
    `${printCount(count, 'article')} here have the same ${by}, so the right one is unclear`,
  'several-files': (by) => `other files of this import have the same ${by}, so the right one is unclear`,
  'other-text': () => 'an article here has the same file name, but the texts have almost nothing in common',
  unreadable: (by) => `the article here with the same ${by} can’t be read`,
};

const sayArticle = (title: string | null): string => (title === null ? 'an untitled article' : `“${title}”`);

const sayWhy = ({ why, by, count }: Extract<Following, { readonly kind: 'own' }>): string =>
  whyOwn[why](byWords[by], count);

/** Returns a sentence on how the file relates to the existing articles, for the window and the terminal. */
export const sayFollowed = (followed: Followed): string =>
  followed.kind === 'version'
    ? `New version of ${sayArticle(followed.title)} (same ${byWords[followed.by]})${sayCarried(followed.carried, followed.toReview)}.`
    : `Imported as a separate article: ${sayWhy(followed)}.`;

/** Returns a sentence on what a waiting file becomes when it is sealed. */
export const sayFollowing = (following: Following): string =>
  following.kind === 'version'
    ? `It will be a new version of ${sayArticle(following.title)} (same ${byWords[following.by]}).`
    : `It will be a separate article: ${sayWhy(following)}.`;
