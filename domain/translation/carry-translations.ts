/**
 * What a new version of an article takes over of the translations of the one before. Of a paragraph that reads as it
 * did the translation stands. Of one that was changed it is kept with the hash of the words that it was made from: so
 * it is shown as out of date, and waits for the analyst. What is gone from the text keeps its translation in the old
 * version.
 */
import type { ArticleId, PassageId } from '../ids.ts';
import { alignKeys, gapsOf } from '../text/sequences/align-keys.ts';
import type { Timestamp } from '../time.ts';
import { pairParagraphs } from './pair-paragraphs.ts';
import {
  type BlockLanguage,
  blockLanguageIdOf,
  type Rendering,
  renderingIdOf,
  type TranslatedWords,
} from './translation.ts';

/** For each block of the old text the block of the new one that it is, or has become; -1 where it is gone. */
export const blocksCarried = (old: readonly string[], fresh: readonly string[]): Int32Array => {
  const matched = alignKeys(old, fresh);
  const newOf = Int32Array.from(matched);
  const taken = new Set(matched);
  const carry = (at: number, there: number): void => {
    newOf[at] = there;
    taken.add(there);
  };
  // One that has moved reads as it did.
  for (const at of range(0, old.length).filter((each) => newOf[each] === -1 && old[each] !== '')) {
    const there = fresh.findIndex((text, place) => text === old[at] && !taken.has(place));
    if (there !== -1) carry(at, there);
  }
  for (const gap of gapsOf(matched, fresh.length)) {
    const from = range(gap.from, gap.to).filter((at) => newOf[at] === -1 && old[at] !== '');
    const to = range(gap.freshFrom, gap.freshTo).filter((at) => !taken.has(at) && fresh[at] !== '');
    for (const [at, there] of pairsOf(old, fresh, from, to)) carry(at, there);
  }
  return newOf;
};

/** Of blocks that stand between the same neighbours, which one became which. */
const pairsOf = (
  old: readonly string[],
  fresh: readonly string[],
  from: readonly number[],
  to: readonly number[],
): readonly (readonly [number, number])[] =>
  pairParagraphs(textsAt(old, from), textsAt(fresh, to)).pairs.flatMap(({ originals, translated }) => {
    const [at, there] = [from[originals[0] ?? -1], to[translated[0] ?? -1]];
    const isOne = originals.length === 1 && translated.length === 1;
    return isOne && at !== undefined && there !== undefined ? [[at, there] as const] : [];
  });

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

const textsAt = (texts: readonly string[], places: readonly number[]): readonly string[] =>
  places.map((place) => texts[place] ?? '');

export type NewVersion = {
  readonly articleId: ArticleId;
  /** The texts of all blocks of both versions, those without words too. */
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  /** What each passage of the old version became. */
  readonly passageIds: ReadonlyMap<PassageId, PassageId>;
  readonly at: Timestamp;
};

type Translated = TranslatedWords & { readonly languages: readonly BlockLanguage[] };
type Carried = {
  translations: Translated['translations'][number][];
  renderings: Rendering[];
  languages: BlockLanguage[];
};

const carryRendering = (
  rendering: Rendering,
  newOf: Int32Array,
  { passageIds }: NewVersion,
): readonly Rendering[] => {
  if (rendering.kind === 'passage') {
    const passageId = passageIds.get(rendering.passageId);
    if (passageId === undefined) return [];
    return [{ ...rendering, id: renderingIdOf(rendering.translationId, passageId), passageId }];
  }
  const block = newOf[rendering.block] ?? -1;
  return block === -1 ? [] : [{ ...rendering, id: renderingIdOf(rendering.translationId, block), block }];
};

/**
 * The translations of the new version. They keep their ids, so that a citation that takes the newest version keeps its
 * translation.
 */
export const carryTranslations = (translated: Translated, version: NewVersion): Carried => {
  const newOf = blocksCarried(version.old, version.fresh);
  const live = translated.translations.filter(({ deletedAt }) => deletedAt === null);
  const ids = new Set<string>(live.map(({ id }) => id));
  return {
    translations: live.map((each) => ({ ...each, articleId: version.articleId, updatedAt: version.at })),
    renderings: translated.renderings
      .filter(({ translationId }) => ids.has(translationId))
      .flatMap((rendering) => carryRendering(rendering, newOf, version))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    languages: translated.languages
      .flatMap((each): readonly BlockLanguage[] => {
        const block = newOf[each.block] ?? -1;
        const { articleId } = version;
        return block === -1
          ? []
          : [{ ...each, id: blockLanguageIdOf(articleId, block), articleId, block, updatedAt: version.at }];
      })
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
};
