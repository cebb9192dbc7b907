/** Rules on quotations in another language than the memo's. */
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import { regionOf } from '../../passage/passage.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { nameOfLanguage } from '../../translation/print-translation.ts';
import { isMachineMade, isSameLanguage } from '../../translation/translation.ts';
import { citedName } from '../citations/cited-name.ts';
import { citedTranslationOf } from '../citations/cited-translation.ts';
import { type CitedPassage, listCitations } from '../citations/list-citations.ts';
import type { Evidence } from '../document/print-scope.ts';
import type { CheckedMemo } from './checked-memo.ts';
import type { Found } from './finding.ts';
import type { Rule } from './rule.ts';

type Quoted = Evidence & { readonly citation: CitedPassage };

/** The quotations that are printed with their words; a region has none. */
const quotedIn = ({ memo, material }: CheckedMemo): readonly Quoted[] =>
  listCitations(memo.content)
    .filter(({ form }) => form === undefined || form === 'whole')
    .flatMap((citation) => {
      const cited = material.articles.get(citation.articleId);
      const passage = cited?.passages.find(({ id }) => id === citation.passageId);
      return cited === undefined || passage === undefined || regionOf(passage) !== null
        ? []
        : [{ citation, cited, passage }];
    });

/** A machine's words between quotation marks, and nothing beside them that somebody has said. */
export const machineQuoted: Rule = {
  level: 'error',
  check: (memo) =>
    memo.material.form?.originals !== 'none'
      ? []
      : quotedIn(memo).flatMap(({ citation, cited, passage }): readonly Found[] => {
          const translation = citedTranslationOf(citation, cited, passage);
          if (translation === null || !isMachineMade(translation)) return [];
          return [
            {
              place: { kind: 'citation', passageId: citation.passageId },
              message: `A machine translation of ${inQuotationMarks(citedName(cited))} is quoted without its original. Print the original, paraphrase it, or check the translation and take it as yours.`,
              subject: null,
            },
          ];
        }),
};

/** In which language a quotation is printed, and whether that is a translation's; null where nobody knows. */
const languageOf = ({ citation, cited, passage }: Quoted) => {
  const translated = citedTranslationOf(citation, cited, passage);
  if (translated !== null) return { language: translated.language, isTranslated: true };
  // Of a translation that is gone another rule speaks.
  if (citation.translation !== undefined) return null;
  const language = effectiveBibliography(cited.article, cited.about).language ?? cited.guessedLanguage;
  return language == null ? null : { language, isTranslated: false };
};

/** A quotation that readers of the memo may not be able to read. */
export const foreignQuotation: Rule = {
  level: 'hint',
  check: (memo) =>
    quotedIn(memo).flatMap((quoted): readonly Found[] => {
      const { citation, cited } = quoted;
      const printed = languageOf(quoted);
      if (printed === null || isSameLanguage(printed.language, memo.memo.head.language)) return [];
      const whose = inQuotationMarks(citedName(cited));
      const name = nameOfLanguage(printed.language);
      return [
        {
          place: { kind: 'citation', passageId: citation.passageId },
          message: printed.isTranslated
            ? `A quotation of ${whose} is translated into ${name}, which is not the language of the memo.`
            : `A quotation of ${whose} is in ${name}, without a translation.`,
          subject: citation.passageId,
        },
      ];
    }),
};
