import { describe, expect, it } from 'vitest';
import { textDirection } from '#domain/memo/document/text-direction.ts';

describe('the direction of a text', () => {
  it.each([
    ['ar', 'Reuters'],
    ['he-IL', '24 באפריל'],
    ['pa-Arab', 'Reuters'],
    [null, '24 أبريل'],
    [null, '𞤆𞤵𞤤𞤢𞤪'],
    ['ff-Adlm', 'Reuters'],
    ['en', 'وصل الوزير إلى بكين، وفق Reuters'],
  ])('is from the right in %s: %s', (language, text) => expect(textDirection(text, language)).toBe('rtl'));

  it.each([
    ['en', 'The word السلام means peace'],
    ['zh', '外交部长4月24日抵达北京'],
    [null, 'Reuters: وصل الوزير إلى بكين'],
    [null, '24'],
  ])('is from the left in %s: %s', (language, text) => expect(textDirection(text, language)).toBe('ltr'));
});
