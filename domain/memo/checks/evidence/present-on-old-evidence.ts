import { effectiveBibliography } from '../../../article/effective-bibliography.ts';
import { ownWords } from '../../../reading/own-words.ts';
import type { StatedDate } from '../../../time.ts';
import { printDay } from '../../print/print-date.ts';
import { atJudgement, type CheckedJudgement, type CheckedMemo } from '../checked-memo.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** Older than that at the cut-off, evidence says how it was. */
const OLD_MONTHS = 24;
const MS_IN_MONTH = 1000 * 60 * 60 * 24 * 30.44;

/** Verbs of the present, by language: a judgement without one, or with a year, says itself of which time it speaks. */
const present: Readonly<Record<string, RegExp>> = {
  en: /\b(?:is|are|has|have|remains?|continues?|holds?|controls?|keeps?|uses?|now|currently|today)\b/iu,
  de: /(?<!\p{L})(?:ist|sind|hat|haben|bleibt|bleiben|hält|verfügt|wird|werden|derzeit|heute|jetzt)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:est|sont|a|ont|reste|restent|demeure|dispose|continue|actuellement|aujourd['’]hui)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:es|son|está|están|tiene|tienen|sigue|siguen|permanece|mantiene|actualmente|hoy)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:è|sono|ha|hanno|resta|restano|rimane|continua|dispone|attualmente|oggi)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:é|são|está|estão|tem|têm|continua|permanece|mantém|atualmente|hoje)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:is|zijn|heeft|hebben|blijft|blijven|beschikt|momenteel|vandaag|nu)(?!\p{L})/iu,
};
const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/u;

const publishedOn = (
  { cited }: CheckedJudgement,
  { material }: CheckedMemo,
): readonly (StatedDate | null)[] =>
  cited.map(({ articleId }) => {
    const article = material.articles.get(articleId);
    return article === undefined ? null : effectiveBibliography(article.article, article.about).publishedAt;
  });

/** Judgements that speak of the present and rest on evidence alone that is older than two years at the cut-off. */
export const presentOnOldEvidence: Rule = {
  level: 'warning',
  check: (memo) =>
    memo.judgements.flatMap((judgement): readonly Found[] => {
      const { asOf, language } = memo.memo.head;
      const own = ownWords(judgement.statement);
      const isPresent = present[language.split('-', 1)[0] ?? '']?.test(own) === true && !year.test(own);
      const dates = publishedOn(judgement, memo);
      const newest = dates
        .filter((date) => date !== null)
        .toSorted()
        .at(-1);
      if (!isPresent || newest === undefined || dates.includes(null)) return [];
      if (Date.parse(asOf) - Date.parse(newest) < OLD_MONTHS * MS_IN_MONTH) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} speaks of the present, and the newest evidence that it cites is of ${printDay(newest)}. Cite newer evidence, or say as of when it holds.`,
          subject: `${judgement.id} ${judgement.statement} ${newest}`,
        },
      ];
    }),
};
