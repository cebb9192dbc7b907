/**
 * Collapses punctuation and spaces where two parts of a citation meet: "n.d.." becomes "n.d.", as in all CSL
 * processors.
 */
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';
import type { CitationRequest } from '#domain/memo/citation-style/style-document.ts';
import type { StyledWords } from '#domain/memo/document-run.ts';

/** Pairs of which the second mark is removed. */
const pairs = ['..', ',,', ';;', '::', ';.', ':.', '?.', '!.', '  '];

const textsOf = ({ title, container, authors }: CitedWork): readonly string[] => [
  title,
  container ?? '',
  ...authors.flatMap((name) => Object.values(name)),
];

/** The pairs that occur in no text and no locator of `works`, so that no mark is removed that was typed. */
export const untypedPairs = ({
  works,
  citations,
}: Pick<CitationRequest, 'works' | 'citations'>): readonly string[] => {
  const texts = [...works.flatMap(textsOf), ...citations.flat().map(({ place }) => place)];
  return pairs.filter((pair) => !texts.some((text) => text.includes(pair)));
};

/** `words` without the second mark of each pair in `untyped`; addresses are unchanged, and so are the dots of "…". */
export const collapseMarks = (
  words: readonly StyledWords[],
  untyped: readonly string[],
): readonly StyledWords[] => {
  const all = words.map(({ text }) => text).join('');
  let at = 0;
  return words
    .map((each) => {
      const from = at;
      at += each.text.length;
      if (each.href !== undefined) return each;
      const kept = each.text.split('').filter((mark, index) => {
        const before = all.charAt(from + index - 1);
        const isOfDots =
          mark === '.' && (all.charAt(from + index + 1) === '.' || all.charAt(from + index - 2) === '.');
        return isOfDots || !untyped.includes(`${before}${mark}`);
      });
      return { ...each, text: kept.join('') };
    })
    .filter(({ text }) => text !== '');
};
