import { describe, expect, it } from 'vitest';
import { findingOf, overruleProblems } from '#domain/memo/checks/overrule-problems.ts';
import { checkTypedQuotes } from '#domain/memo/checks/quotes/check-typed-quotes.ts';
import type { MemoBlock, MemoInline } from '#domain/memo/memo-content.ts';
import { stateReason } from '#domain/memo/stated-reason.ts';
import { runSteps } from '#domain/steps.ts';
import { toTimestamp } from '#domain/time.ts';
import {
  cite,
  materialOf,
  paragraph,
  section,
  type WrittenArticle,
  writeArticle,
  writeMemo,
} from '../../../support/memo-samples.ts';

const article = writeArticle(
  [
    'The envoy, Antony Blinken, said they “will warn firms” and are not at war with Iran.',
    '“We see no threat from the base,” Sergei Lavrov said.',
  ],
  ['will warn firms', 'We see no threat from the base'],
);

const memoOf = (...blocks: readonly MemoBlock[]) => writeMemo([section('analysis', 'A', ...blocks)]);
const check = (blocks: readonly MemoBlock[], articles: readonly WrittenArticle[] = [article]) =>
  runSteps(checkTypedQuotes(memoOf(...blocks), materialOf(articles)));
const told = (...parts: readonly (string | MemoInline)[]) =>
  check([paragraph(...parts)]).map((problem) =>
    problem.kind === 'quote-not-verbatim' ? `${problem.severity} ${problem.fault.fault}` : problem.kind,
  );

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
    expect(told(`They ${wrong} `, citation)).toEqual(
      ['should quote-not-verbatim'].map(() => 'should differs'),
    );
  });

  it('may stand behind their citation', () => {
    expect(told('They said ', cite(article, 0), ' “warn all”.')).toEqual(['should differs']);
    expect(told('They said ', cite(article, 0), ' “warn firms”.')).toEqual([]);
  });

  it('are quoted, but not cited, where their paragraph cites nothing', () => {
    expect(told('They “will warn firms” soon.')).toEqual(['quoted-not-cited']);
    expect(check([paragraph('They “will warn firms”.'), paragraph('So.', cite(article, 0))])).toEqual([
      { severity: 'should', kind: 'quoted-not-cited', quote: 'will warn firms' },
    ]);
  });

  it('must not leave out a denial', () => {
    const parts = ['They “are […] at war with Iran” ', cite(article, 0)] as const;
    expect(told(...parts)).toContain('must negation-omitted');
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
      'should differs',
    ]);
  });

  it('name the speaker where the cited article gives them to another', () => {
    expect(check([paragraph('Blinken said “We see no threat” ', cite(article, 0))])).toEqual([
      {
        severity: 'should',
        kind: 'quote-of-another-speaker',
        passageId: article.passages[0]?.id,
        quote: 'We see no threat',
        speaker: 'Sergei Lavrov',
      },
    ]);
    expect(told('Lavrov said “We see no threat” ', cite(article, 1))).toEqual([]);
  });
});

describe('a stated reason', () => {
  const at = toTimestamp(Date.parse('2024-04-24T10:00:00.000Z'));
  const shortened = paragraph('It says “will warn firms” and “they “ so. ', cite(article, 0));

  it('overrules a left out denial, and holds for those words alone', () => {
    const memo = memoOf(paragraph('He “said they […] are not at war with Iran” ', cite(article, 0)));
    const hedged = writeArticle(
      ['The envoy said they will warn firms, if it comes to that, at the port.'],
      ['will warn firms'],
    );
    const typed = memoOf(paragraph('They “will warn firms […] at the port” ', cite(hedged, 0)));
    const problems = runSteps(checkTypedQuotes(typed, materialOf([hedged])));
    expect(problems).toMatchObject([{ severity: 'must', fault: { fault: 'hedge-omitted', word: 'if' } }]);
    const finding = problems[0] === undefined ? null : findingOf(problems[0]);
    if (finding === null) throw new Error('the problem can be overruled');
    const statedReasons = stateReason([], finding, { reason: 'It came to that.', statedAt: at });
    expect(overruleProblems(problems, { ...typed, statedReasons })).toMatchObject([
      { severity: 'overruled', reason: 'It came to that.' },
    ]);
    const elsewhere = memoOf(paragraph('They “will warn firms […] the port” ', cite(hedged, 0)));
    const others = runSteps(checkTypedQuotes(elsewhere, materialOf([hedged])));
    expect(overruleProblems(others, { ...elsewhere, statedReasons })).toEqual(others);
    expect(stateReason(statedReasons, finding, null)).toEqual([]);
    expect(memo.statedReasons).toEqual([]);
  });

  it('overrules no words that differ from the source', () => {
    const [problem] = check([paragraph('They “warn all” ', cite(article, 0)), shortened]);
    expect(problem === undefined ? undefined : findingOf(problem)).toBeNull();
  });
});
