/** A memo of one paragraph on one article, for the bench of what the checks detect. Every text is made up. */
import type { MemoFinding } from '#domain/contract/memo.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import type { JudgementAttrs, MemoBlock, MemoInline } from '#domain/memo/memo-content.ts';
import { findingsOf } from '../check-memo.ts';
import { materialOf, writeArticle } from '../written-article.ts';
import { cite, judgement, paragraph, section, writeMemo } from '../written-memo.ts';

export type FidelityCase = {
  readonly kind: string;
  /** Of the article and of the memo, BCP 47. */
  readonly language?: string;
  /** The sentences of the article, one a paragraph. */
  readonly text: readonly string[];
  /** The cited words. */
  readonly passage: string;
  /** {} is a citation by its number, {whole} the cited words in quotation marks. */
  readonly memo: string;
  /** The field with the words; absent for the paragraph. */
  readonly field?: 'heading' | 'title' | 'table' | 'footnote' | keyof JudgementAttrs;
  readonly attrs?: Partial<JudgementAttrs>;
  readonly head?: Partial<MemoHead>;
  readonly grade?: { readonly reliability: 'A' | 'B' | 'D' | 'E'; readonly credibility: 1 | 2 | 4 | 5 };
  readonly marking?: 'TLP:CLEAR' | 'TLP:GREEN' | 'TLP:AMBER' | 'TLP:RED';
  readonly publishedAt?: string;
};

const why = { confidenceReason: 'Two lines of reporting agree.' };

const articleOf = ({ text, passage, language = 'en', grade, marking, publishedAt }: FidelityCase) =>
  writeArticle(text, [grade === undefined ? passage : { quote: passage, passage: { grade } }], {
    bibliography: {
      language,
      ...(publishedAt === undefined ? {} : { publishedAt: publishedAt as never }),
    },
    ...(marking === undefined ? {} : { about: { marking: { kind: 'tlp', label: marking } } }),
  });

type Article = ReturnType<typeof articleOf>;

const inlineOf = (memo: string, article: Article): readonly (string | MemoInline)[] =>
  memo
    .split(/(\{(?:whole)?\})/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{}') return cite(article, 0);
      return part === '{whole}' ? cite(article, 0, 'whole') : part;
    });

const tableOf = (words: string, article: Article): MemoBlock => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: [inlineOf('It says so {}', article), [words]].map((parts) => ({
        type: 'tableCell',
        attrs: { colspan: 1, rowspan: 1 },
        content: [paragraph(...parts) as never],
      })),
    },
  ],
});

const heading = (text: string) => ({
  type: 'heading' as const,
  attrs: { level: 1 as const },
  content: [{ type: 'text' as const, text }],
});

const sectionOf = (asked: FidelityCase, article: Article) => {
  const { memo, field, attrs } = asked;
  const anchor = paragraph('It is told in one report ', cite(article, 0), '.');
  switch (field) {
    case undefined:
      return attrs === undefined
        ? section('analysis', 'Analysis', paragraph(...inlineOf(memo, article)))
        : section('key-judgements', 'Judgements', judgement(inlineOf(memo, article), { ...why, ...attrs }));
    case 'title':
      return section('analysis', 'Analysis', anchor);
    case 'heading':
      return section('analysis', 'Analysis', heading(memo) as never, anchor);
    case 'table':
      return section('analysis', 'Analysis', tableOf(memo, article));
    case 'footnote':
      return section(
        'analysis',
        'Analysis',
        paragraph('So it is.', { type: 'footnote', attrs: { text: memo } }, cite(article, 0)),
      );
    default:
      return section(
        'key-judgements',
        'Judgements',
        judgement(['The port is likely to stay open ', cite(article, 0)], { ...why, [field]: memo }),
      );
  }
};

/** The errors and warnings of the checks of a case. */
export const findingsOfCase = (asked: FidelityCase): readonly MemoFinding[] => {
  const article = articleOf(asked);
  const { language = 'en', field, memo, head } = asked;
  const written = writeMemo([sectionOf(asked, article)], {
    language,
    ...(field === 'title' ? { title: memo } : {}),
    ...head,
  });
  return findingsOf(written, materialOf([article])).filter(({ level }) => level !== 'hint');
};
