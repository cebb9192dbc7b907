import type { KnownBy } from '../../article/known/match-file.ts';
import type { ArticleId } from '../../ids.ts';
import { printCount } from '../../print-count.ts';
import { type CarryReport, carriedStates } from '../carried.ts';

/**
 * Why a file whose article seems to be here became an article of its own:
 * - `several-here`: several articles match it alike.
 * - `several-files`: several files of the import match that article alike, and their texts are not the same.
 * - `other-text`: the name of its file alone matches, and the texts have next to nothing in common.
 * - `unreadable`: the article that matches can't be read.
 */
export type Undecided = 'several-here' | 'several-files' | 'other-text' | 'unreadable';

/** How a file that is not sealed yet will stand to an article that was here. */
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
      /** The articles that match it, the first few of `count`. */
      readonly candidates: readonly ArticleId[];
      readonly count: number;
    };

/** How a file that was imported stands to an article that was here. */
export type Followed =
  | Extract<Following, { readonly kind: 'own' }>
  | (Extract<Following, { readonly kind: 'version' }> & {
      readonly carried: CarryReport;
      /** How many of its passages the analyst has to look at. */
      readonly toReview: number;
    });

const byWords: Readonly<Record<KnownBy, string>> = { url: 'address', doi: 'DOI', name: 'file name' };

const sayCarried = (carried: CarryReport, toReview: number): string => {
  const all = carriedStates.reduce((sum, state) => sum + carried[state], 0);
  return all === 0
    ? ''
    : `: ${printCount(all, 'passage')} carried over, ${toReview === 0 ? 'none' : toReview} to review`;
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

/** In a sentence how it stands to what was here, in the window and at the terminal. */
export const sayFollowed = (followed: Followed): string =>
  followed.kind === 'version'
    ? `New version of ${sayArticle(followed.title)} (same ${byWords[followed.by]})${sayCarried(followed.carried, followed.toReview)}.`
    : `Imported as a separate article: ${sayWhy(followed)}.`;

/** In a sentence what a file that waits becomes when it is sealed. */
export const sayFollowing = (following: Following): string =>
  following.kind === 'version'
    ? `It will be a new version of ${sayArticle(following.title)} (same ${byWords[following.by]}).`
    : `It will be a separate article: ${sayWhy(following)}.`;
