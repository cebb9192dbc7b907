import { describe, expect, it } from 'vitest';
import type { MemoBlock, MemoInline, MemoParagraph } from '#domain/memo/memo-content.ts';
import { type StatedReason, stateReason } from '#domain/memo/stated-reason.ts';
import { toTimestamp } from '#domain/time.ts';
import { findingsOf, tell } from '../../../../support/memo/check-memo.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../../support/memo/written-article.ts';
import { cite, paragraph, section, writeMemo } from '../../../../support/memo/written-memo.ts';

const article = writeArticle(
  [
    'The envoy, Antony Blinken, said they “will warn firms” and are not at war with Iran.',
    '“We see no threat from the base,” Sergei Lavrov said.',
  ],
  ['will warn firms', 'We see no threat from the base'],
);

const memoOf = (...blocks: readonly MemoBlock[]) => writeMemo([section('analysis', 'A', ...blocks)]);
const check = (blocks: readonly MemoBlock[], articles: readonly WrittenArticle[] = [article]) =>
  findingsOf(memoOf(...blocks), materialOf(articles)).filter(({ rule }) => rule.startsWith('quote'));
const told = (...parts: readonly (string | MemoInline)[]) => check([paragraph(...parts)]).map(tell);
const differs = (quote: string, level = 'hint'): string =>
  `${level} quote-not-verbatim: “${quote}”: the cited article does not have exactly these words.`;

describe('words typed between quotation marks', () => {
  it.each([
    ['“warn firms”', '“warn all”'],
    ['"warn firms"', '"warn all"'],
    ['‘warn firms’', '‘warn all’'],
    ['«warn firms»', '«warn all»'],
    ['„warn firms“', '„warn all“'],
  ])('are held against the cited article whatever the marks: %s', (right, wrong) => {
    const [citation] = [cite(article, 0)];
    expect(told(`They ${right} `, citation)).toEqual([]);
    expect(told(`They ${wrong} `, citation)).toEqual([differs('warn all')]);
  });

  it('may stand behind their citation', () => {
    expect(told('They said ', cite(article, 0), ' “warn all”.')).toEqual([differs('warn all', 'warning')]);
    expect(told('They said ', cite(article, 0), ' “warn firms”.')).toEqual([]);
  });

  it('are quoted, but not cited, where their paragraph cites nothing', () => {
    const uncited = ['warning quoted-not-cited: “will warn firms” is quoted, but not cited.'];
    expect(told('They “will warn firms” soon.')).toEqual(uncited);
    const apart = check([paragraph('They “will warn firms”.'), paragraph('So.', cite(article, 0))]);
    expect(apart.map(tell)).toEqual(uncited);
  });

  it('must not leave out a denial', () => {
    const parts = ['They “are […] at war with Iran” ', cite(article, 0)] as const;
    expect(told(...parts)).toContain(
      'error quote-not-verbatim: “are […] at war with Iran”: “not” is left out, which reverses the meaning. Quote it too.',
    );
  });

  it('may be the title of the article, or stand in any article that is cited beside them', () => {
    const other = writeArticle(['A port is closed for now.'], ['A port'], {
      bibliography: { title: 'Port news' },
    });
    const parts = [cite(article, 0), ' says “is closed for now” in “Port news”, ', cite(other, 0)];
    expect(check([paragraph(...parts)], [article, other])).toEqual([]);
  });

  it('are no quotation where one word stands between the marks', () => {
    expect(told('The so-called “axis” ', cite(article, 0))).toEqual([]);
  });

  it('in a footnote are cited by the block of the footnote', () => {
    const footnote = (text: string): MemoInline => ({ type: 'footnote', attrs: { text } });
    expect(told('So it is.', footnote('He said “will warn firms”.'), cite(article, 0))).toEqual([]);
    expect(told('So it is.', footnote('He said “will warn all”.'), cite(article, 0))).toEqual([
      'error quote-not-verbatim: “will warn all”: the cited article reads “will warn firms”. Quote it exactly.',
    ]);
  });

  it('as a block are held against what is cited in it, else right before it, and are not the own words', () => {
    const block = (...paragraphs: readonly MemoParagraph[]): MemoBlock => ({
      type: 'ownQuotation',
      content: [...paragraphs],
    });
    const lead = paragraph('He said ', cite(article, 0), ':');
    const source = paragraph('— Antony Blinken, ', cite(article, 0));
    const right = paragraph('will warn firms');
    const wrong = 'will warn all and 300 firms';
    expect(check([lead, block(right)])).toEqual([]);
    expect(check([block(right, source)])).toEqual([]);
    expect(check([block(paragraph('“will warn firms”'), source)])).toEqual([]);
    expect(check([block(right)]).map(tell)).toEqual([
      'warning quoted-not-cited: “will warn firms” is quoted, but not cited.',
    ]);
    const faults = check([lead, block(paragraph(wrong))]);
    expect(faults.map(({ level, place }) => [level, place])).toEqual([
      ['error', { kind: 'text', words: wrong, passageId: article.passages[0]?.id }],
    ]);
    const all = findingsOf(
      memoOf(lead, block(paragraph('It is almost certainly 70 % likely.'))),
      materialOf([article]),
    );
    expect(all.filter(({ rule }) => rule === 'percentage-as-likelihood' || rule === 'uncited-fact')).toEqual(
      [],
    );
  });

  it('name the speaker where the cited article gives them to another', () => {
    expect(check([paragraph('Blinken said “We see no threat” ', cite(article, 0))])).toMatchObject([
      {
        level: 'warning',
        rule: 'quote-of-another-speaker',
        place: { kind: 'text', words: 'We see no threat', passageId: article.passages[0]?.id },
        message:
          '“We see no threat” is attributed to Blinken here, but to Sergei Lavrov in the cited article.',
      },
    ]);
    expect(told('Lavrov said “We see no threat” ', cite(article, 1))).toEqual([]);
  });
});

describe('a stated reason', () => {
  const at = toTimestamp(Date.parse('2024-04-24T10:00:00.000Z'));
  const shortened = paragraph('It says “will warn firms” and “they “ so. ', cite(article, 0));

  const hedged = writeArticle(
    ['The envoy said they will warn firms, if it comes to that, at the port.'],
    ['will warn firms'],
  );
  const found = (words: string, statedReasons: readonly StatedReason[] = []) =>
    findingsOf(
      { ...memoOf(paragraph(`They “${words}” `, cite(hedged, 0))), statedReasons: [...statedReasons] },
      materialOf([hedged]),
    );

  it('lets a left out hedge stand, and holds for those words alone', () => {
    const [finding, ...others] = found('will warn firms […] at the port');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ level: 'error', key: { rule: 'hedge-omitted' }, intended: null });
    const key = finding?.key;
    if (key === null || key === undefined) throw new Error('the finding can be intended');
    const statedReasons = stateReason([], key, { reason: 'It came to that.', statedAt: at });
    expect(found('will warn firms […] at the port', statedReasons)).toMatchObject([
      { level: 'error', intended: 'It came to that.' },
    ]);
    const elsewhere = 'will warn firms […] the port';
    expect(found(elsewhere, statedReasons)).toEqual(found(elsewhere));
    expect(stateReason(statedReasons, key, null)).toEqual([]);
  });

  it('lets no words stand that differ from the source', () => {
    const [finding] = check([paragraph('They “warn all” ', cite(article, 0)), shortened]);
    expect(finding?.key).toBeNull();
  });
});
