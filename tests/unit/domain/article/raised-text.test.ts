import { describe, expect, it } from 'vitest';
import { raiseText } from '#domain/article/body/raised-text.ts';

describe('text that a page sets high', () => {
  it.each([
    ['10', '6', '10⁶'],
    ['10', '−6', '10⁻⁶'],
    ['10', '-12', '10⁻¹²'],
    ['x', 'n', 'xⁿ'],
    ['x', 'k', 'x^k'],
    ['x', 'n+k', 'x^(n+k)'],
    ['e', 'a b', 'e^(a b)'],
    ['21', 'st', '21st'],
    ['the XIX', 'th', 'the XIXth'],
    ['2', 'e', '2ᵉ'],
    ['1', 'o', '1º'],
    ['10', 'kt', '10^(kt)'],
    ['Brand', 'TM', 'Brand™'],
    ['Brand', '®', 'Brand®'],
    ['it', ' ', 'it '],
  ])('%s with %s is %s', (before, text, expected) => {
    expect(before + raiseText(text, 'superscript', before).text).toBe(expected);
  });

  it('needs a mark where its characters are ordinary ones', () => {
    expect(raiseText('6', 'superscript', '10').isInItself).toBe(true);
    expect(raiseText('k', 'superscript', '10').isInItself).toBe(false);
    expect(raiseText('th', 'superscript', '10').isInItself).toBe(false);
  });

  it('is never the text without it, but for an ordinal', () => {
    for (const text of ['6', '1', 'a', 'x', '+', 'max', '10%']) {
      expect(raiseText(text, 'superscript', '10').text).not.toBe(text);
      expect(raiseText(text, 'subscript', '10').text).not.toBe(text);
    }
  });
});

describe('text that a page sets low', () => {
  it.each([
    ['H', '2', 'H₂'],
    ['CO', '2', 'CO₂'],
    ['x', 'i', 'x_i'],
    ['v', 'max', 'v_(max)'],
  ])('%s with %s is %s', (before, text, expected) => {
    expect(before + raiseText(text, 'subscript', before).text).toBe(expected);
  });
});
