// A sentence of the memo that gives its quotation to somebody, or denies it, as the cited article does not.

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../support/memo/check-memo.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../../support/memo/written-article.ts';
import { cite, paragraph, section, writeMemo } from '../../../../support/memo/written-memo.ts';

const stated = 'the northern basin stays open until March';
const plain = writeArticle([`On Monday ${stated}.`, 'The ferry left.'], [stated]);
const said = writeArticle(
  [`The port authority said that ${stated}.`, 'The mayor, Anna Lindqvist, was not there.'],
  [stated],
);
const denied = writeArticle([`The ministry denied that ${stated}.`], [stated]);
const german = writeArticle(
  ['Am Montag bleibt das nördliche Becken bis März offen.'],
  ['bleibt das nördliche Becken bis März offen'],
  { bibliography: { language: 'de' } },
);

const hints = (article: WrittenArticle, before: string, quote = stated, after = '', language = 'en') =>
  findingsOf(
    writeMemo([section('analysis', 'A', paragraph(`${before}“${quote}” `, cite(article, 0), after))], {
      language,
    }),
    materialOf([article]),
  )
    .filter(({ rule }) => rule === 'quote-framed-otherwise')
    .map(({ level, message }) => `${level} ${message}`);

describe('a sentence around a cited quotation', () => {
  it.each([
    ['The ministry has denied that ', plain],
    ['The ministry denied that ', said],
    ['According to a report, the ministry claimed that ', plain],
    ['Officials said that ', plain],
  ])('is told where the article has nobody who says so: %s', (before, article) => {
    expect(hints(article, before)).toHaveLength(1);
    expect(hints(article, before)[0]).toMatch(
      /^hint The memo has “.+” with “.+”\. The cited article has: “/u,
    );
  });

  it.each([
    ['The port authority said that ', said],
    ['The authority claims that ', said],
    ['The ministry has denied that ', denied],
    ['In winter ', plain],
    ['The shipping forecast is good, and ', plain],
    ['It is said that ', plain],
  ])('is not told where the article has the same, or where nobody is named: %s', (before, article) => {
    expect(hints(article, before)).toEqual([]);
  });

  it('is told in another language too', () => {
    const quote = 'bleibt das nördliche Becken bis März offen';
    expect(hints(german, 'Das Ministerium bestritt: ', quote, '', 'de')).toHaveLength(1);
    expect(hints(german, 'Wie es heißt, ', quote, '', 'de')).toEqual([]);
  });

  it('is told around a quotation that is printed from its citation too', () => {
    const printed = (before: string, article: WrittenArticle) =>
      findingsOf(
        writeMemo([section('analysis', 'A', paragraph(before, cite(article, 0, 'whole'), '.'))]),
        materialOf([article]),
      ).filter(({ rule }) => rule === 'quote-framed-otherwise');
    expect(printed('The ministry has denied that ', plain)).toHaveLength(1);
    expect(printed('The ministry has denied that ', denied)).toEqual([]);
    expect(printed('In winter ', plain)).toEqual([]);
  });
});
