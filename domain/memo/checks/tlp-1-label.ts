import { printMarking, tlpLabels, tlpLabelsIn, type WrittenTlp } from '../../tradecraft/marking.ts';
import { citedArticles } from '../citations/cited-articles.ts';
import { citedName } from '../citations/cited-name.ts';
import type { CheckedMemo } from './checked-memo.ts';
import type { Found, HeadField, Place } from './finding.ts';
import type { Rule } from './rule.ts';
import { writtenTexts } from './sentence-rules.ts';

/** However it is written: "TLP:WHITE", "TLP White". */
const outdated = /\bTLP\s*[:–-]?\s*WHITE\b/iu;

type Said = { readonly text: string; readonly place: Place };

const headTexts = ({ memo: { head } }: CheckedMemo): readonly Said[] => {
  const fields: readonly [HeadField, string][] = [
    ['title', head.title],
    ['for', head.for],
    ['from', head.from],
    ['marking', head.marking === null ? '' : printMarking(head.marking)],
    ['restrictions', head.restrictions],
  ];
  return fields.map(([field, text]) => ({ text, place: { kind: 'head', field } }));
};

const texts = (memo: CheckedMemo): readonly Said[] => [
  ...headTexts(memo),
  ...memo.memo.content.content.map(({ attrs: { heading } }) => ({
    text: heading,
    place: { kind: 'section', heading } as const,
  })),
  ...writtenTexts(memo).map(({ text, place }) => ({
    text,
    place: place ?? ({ kind: 'text', words: text } as const),
  })),
];

const ofMarkings = ({ memo, material }: CheckedMemo): readonly Found[] =>
  citedArticles(memo.content, material).flatMap((cited): readonly Found[] => {
    const { marking } = cited.about;
    const label = marking === null ? null : outdated.exec(printMarking(marking));
    if (label === null) return [];
    return [
      {
        place: { kind: 'head', field: 'marking' },
        message: `“${citedName(cited)}” is marked “${label[0]}”, a label of TLP 1. In TLP 2.0 it is TLP:CLEAR.`,
        subject: `${cited.article.id} ${label[0]}`,
      },
    ];
  });

/** A label of the Traffic Light Protocol before version 2.0 (FIRST, 2022). */
export const tlp1Label: Rule = {
  level: 'warning',
  check: (memo) => [
    ...texts(memo).flatMap(({ text, place }): readonly Found[] => {
      const label = outdated.exec(text)?.[0];
      if (label === undefined) return [];
      return [
        {
          place: place.kind === 'text' ? { kind: 'text', words: label } : place,
          message: `“${label}” is a label of TLP 1. In TLP 2.0 it is TLP:CLEAR.`,
          subject: text,
        },
      ];
    }),
    ...ofMarkings(memo),
  ],
};

const isRight = ({ written }: WrittenTlp): boolean => tlpLabels.some((label) => label === written);

const spelling = ({ written, label }: WrittenTlp): string =>
  label === null
    ? `“${written}” is not a TLP 2.0 label. Use one of: ${tlpLabels.join(', ')}.`
    : `“${written}” is spelt ${label} in TLP 2.0, without a space and in capitals.`;

/** A label of the Traffic Light Protocol that is written as none is: "TLP: AMBER", "tlp:green", "TLP:ORANGE". */
export const tlpMisspelt: Rule = {
  level: 'warning',
  check: (memo) =>
    texts(memo).flatMap(({ text, place }) =>
      tlpLabelsIn(text)
        .filter((each) => !isRight(each) && !outdated.test(each.written))
        .map(
          (each): Found => ({
            place: place.kind === 'text' ? { kind: 'text', words: each.written } : place,
            message: spelling(each),
            subject: `${each.written} ${text}`,
          }),
        ),
    ),
};
