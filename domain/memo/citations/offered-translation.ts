/** The translations by which a passage can be cited, and which of them a memo takes where nobody has chosen. */
import type { PassageId, Sha256, TranslationId } from '../../ids.ts';
import {
  isMachineMade,
  isSameLanguage,
  type Maker,
  renderedWords,
  type TranslatedWords,
} from '../../translation/translation.ts';

export type OfferedTranslation = {
  readonly translationId: TranslationId;
  readonly language: string;
  readonly maker: Maker;
  /** One for each part of the passage. */
  readonly texts: readonly string[];
  /** The hash by which a citation refers to the words: see renderedWords. */
  readonly textSha256: Sha256;
  /** Whether the words of the passage are still those that were translated. */
  readonly isStale: boolean;
};

/** The translations of a passage, the last that was begun first; none of a translation that is deleted. */
export const translationsOfPassage = (
  passageId: PassageId,
  { translations, renderings }: TranslatedWords,
  { sha256, evidenceSha256 }: { readonly sha256: (text: string) => Sha256; readonly evidenceSha256: Sha256 },
): readonly OfferedTranslation[] => {
  const live = new Map(
    translations.filter(({ deletedAt }) => deletedAt === null).map((each) => [each.id, each]),
  );
  return renderings
    .flatMap((rendering) => {
      const head = live.get(rendering.translationId);
      if (head === undefined || rendering.kind !== 'passage' || rendering.passageId !== passageId) return [];
      const { maker, texts, originalSha256 } = rendering;
      const textSha256 = sha256(renderedWords(rendering));
      const offered: OfferedTranslation = {
        ...{ translationId: head.id, language: head.language, maker, texts, textSha256 },
        isStale: originalSha256 !== evidenceSha256,
      };
      return [{ offered, begun: head.createdAt }];
    })
    .toSorted((a, b) => (a.begun < b.begun ? 1 : -1))
    .map(({ offered }) => offered);
};

/**
 * The translation by which a memo in `memoLanguage` gives a passage of an article in `language` where nobody says: a
 * person's, of the words as they are now, in the language of the memo. A machine's is never taken unasked.
 */
export const translationForMemo = (
  offered: readonly OfferedTranslation[],
  language: string | null,
  memoLanguage: string,
): OfferedTranslation | null => {
  if (language !== null && isSameLanguage(language, memoLanguage)) return null;
  return (
    offered.find(
      (each) => isSameLanguage(each.language, memoLanguage) && !each.isStale && !isMachineMade(each),
    ) ?? null
  );
};
