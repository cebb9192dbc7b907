import { describe, expect, it } from 'vitest';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { mannerOfAll } from '#domain/passage/edit/manner-of.ts';

const bodyOf = (...paragraphs: readonly string[]): Body => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** The manner of `part`, which must stand once in the paragraphs. */
const mannerOfPart = (part: string, ...paragraphs: readonly string[]) => {
  const body = bodyOf(...paragraphs);
  const start = canonicalText(body).indexOf(part);
  expect(start).toBeGreaterThanOrEqual(0);
  return mannerOfAll(textBlockSpans(body), [{ start, end: start + part.length }]);
};

describe('the manner of a range', () => {
  const english = 'The minister said “we see no reason to wait,” and left. Others called it “early”.';
  it.each([
    ['inside the marks', 'no reason to wait'],
    ['the whole quotation without its marks', 'we see no reason to wait,'],
    ['the quotation with its marks', '“we see no reason to wait,”'],
    ['the quotation with the white space around it', ' “we see no reason to wait,” '],
    ['the quotation with the full stop after it', '“early”.'],
  ])('is direct for %s', (_, part) => {
    expect(mannerOfPart(part, english)).toBe('direct');
  });

  it.each([
    ['outside any marks', 'The minister said'],
    ['between two quotations', 'and left. Others called it'],
    ['across the opening mark', 'said “we see'],
    ['across the closing mark', 'wait,” and left'],
    ['from one quotation into the next', 'no reason to wait,” and left. Others called it “early'],
  ])('is open for a range %s', (_, part) => {
    expect(mannerOfPart(part, english)).toBeNull();
  });

  it.each([
    ['straight', 'He said "not yet" twice.', 'not yet'],
    ['French', 'Il a dit «\u00a0pas encore\u00a0» deux fois.', 'pas encore'],
    ['German', 'Er sagte „noch nicht“ und ging.', 'noch nicht'],
    ['Polish', 'Powiedział „jeszcze nie” i wyszedł.', 'jeszcze nie'],
    ['single', 'He said ‘not yet, I’m told’ twice.', 'not yet, I’m told'],
    ['single (with a possessive in it)', '‘The workers’ day is done,’ he said.', 'workers’ day is done,'],
    ['single (around double)', '‘He said “not yet” twice,’ she said.', 'said “not yet” twice'],
    ['double (around single)', '“He said ‘not yet’ twice,” she said.', 'said ‘not yet’ twice'],
  ])('knows %s quotation marks', (_, paragraph, part) => {
    expect(mannerOfPart(part, paragraph)).toBe('direct');
  });

  it('takes inches for a measure and not for a quotation', () => {
    expect(mannerOfPart('screen and a 7', 'A 5" screen and a 7" one.')).toBeNull();
    expect(mannerOfPart('the best', 'A 5" screen is "the best" there is.')).toBe('direct');
  });

  it('does not take an apostrophe for a quotation mark', () => {
    expect(mannerOfPart('support for Russia', 'China’s support for Russia’s army')).toBeNull();
    expect(mannerOfPart('of the workers', 'In ‘red lines’ the sum of the workers’ days')).toBeNull();
    expect(mannerOfPart('the crisis', '‘Tis the crisis of the workers’ year')).toBeNull();
  });

  it('follows a quotation that opens each paragraph and closes only the last', () => {
    const paragraphs = ['“We were told in March.', '“Nobody acted,” she said.'];
    expect(mannerOfPart('We were told in March.', ...paragraphs)).toBe('direct');
    expect(mannerOfPart('told in March.\n“Nobody acted,”', ...paragraphs)).toBe('direct');
    expect(mannerOfPart('told in March.\n“Nobody acted,” she said', ...paragraphs)).toBeNull();
  });

  it('ends a quotation at an opening mark that was put for the closing one', () => {
    const slip = 'Moscow has “largely rebuilt its base, and poses a threat. “';
    expect(mannerOfPart('largely rebuilt its base', slip)).toBe('direct');
  });

  it('claims nothing of a quotation that is never closed', () => {
    expect(mannerOfPart('never closed', 'He said “it is never closed and went on')).toBeNull();
  });

  it('claims nothing of white space alone', () => {
    expect(mannerOfPart('\n', 'One.', 'Two.')).toBeNull();
  });
});
