/** Queries and words for the translations of an article. */
import { useMemo } from 'react';
import {
  type ArticleTranslations,
  type ShownPassageRendering,
  type ShownTranslation,
  translationCount,
  translationList,
  translationPassages,
} from '#domain/contract/translation.ts';
import type { ArticleId } from '#domain/ids.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { CalendarDate } from '#domain/time.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { isMachineMade, type Maker, type MakerKind } from '#domain/translation/translation.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { printInstantDay } from '../dates/print-date.ts';

/**
 * The translations of an article; null if it has none, in which case nothing more is queried, or without an article.
 */
export const useTranslations = (articleId: ArticleId | null): ArticleTranslations | null => {
  const { data: known } = useQuery(translationCount, articleId === null ? null : { articleId });
  const asked = articleId === null || known === undefined || known.count === 0 ? null : { articleId };
  const { data = null } = useQuery(translationList, asked);
  const { data: passages } = useQuery(translationPassages, asked);
  const all = useMemo(() => (data === null ? null : withPassages(data, passages)), [data, passages]);
  return asked === null ? null : all;
};

/** With the current passages: the translations' words are not requested again after each act on one. */
const withPassages = (
  all: ArticleTranslations,
  passages: readonly ShownPassageRendering[] | undefined,
): ArticleTranslations =>
  passages === undefined
    ? all
    : {
        ...all,
        translations: all.translations.map((translation) => ({
          ...translation,
          passages: passages.filter(({ translationId }) => translationId === translation.id),
        })),
      };

export const makerKindNames: Readonly<Record<MakerKind, string>> = {
  analyst: 'Me, the analyst',
  colleague: 'A colleague',
  published: 'A published translation',
  machine: 'A machine',
};

/** "by the analyst", "by K. Osei", "published in Le Monde", "machine translation, Marlin 1.2" */
export const sayMaker = ({ kind, name, version }: Maker): string => {
  switch (kind) {
    case 'analyst':
      return 'by the analyst';
    case 'colleague':
      return name === '' ? 'by a colleague' : `by ${name}`;
    case 'published':
      return name === '' ? 'published translation' : `published, ${name}`;
    case 'machine':
      return ['machine translation', [name, version].filter((part) => part !== '').join(' ')]
        .filter((part) => part !== '')
        .join(', ');
  }
};

type Whose = Pick<ShownTranslation, 'language' | 'maker' | 'updatedAt' | 'paragraphs'>;

/** "English, by the analyst, 26 Apr": the day when it was last changed. */
export const sayTranslation = (
  { language, maker, updatedAt, paragraphs }: Whose,
  today: CalendarDate,
): string => {
  const last = [updatedAt, ...paragraphs.map((each) => each.updatedAt)].sort().at(-1) ?? updatedAt;
  return `${nameOfLanguage(language)}, ${sayMaker(maker)}, ${printInstantDay(last, today)}`;
};

/** "12 of 12 paragraphs", "11 of 12 paragraphs, 1 by machine" */
export const sayExtent = ({ paragraphs }: Pick<Whose, 'paragraphs'>, blockCount: number): string => {
  const machine = paragraphs.filter(isMachineMade).length;
  const count = `${paragraphs.length.toLocaleString('en-GB')} of ${blockCount.toLocaleString('en-GB')} paragraphs`;
  if (machine === 0) return count;
  return machine === paragraphs.length
    ? `${count}, by machine`
    : `${count}, ${machine.toLocaleString('en-GB')} by machine`;
};

/** Attributes for a text in that language: its language and direction. */
export const attributesOfLanguage = (
  language: string,
  text: string,
): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } => ({
  lang: language,
  dir: textDirection(text, language),
});
