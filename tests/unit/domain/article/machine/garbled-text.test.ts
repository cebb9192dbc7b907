import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isGarbled } from '#domain/article/machine/garbled-text.ts';

const sample = readFileSync(
  join(import.meta.dirname, '../../../../../resources/sample/foundry-review.md'),
  'utf8',
);

/** Each letter exchanged for another, as by a font whose table of letters is not its own. */
const shift = (text: string, by: number): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter < 'a' ? 65 : 97;
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + by) % 26));
  });

describe('a text', () => {
  it.each([
    ['English', sample],
    [
      'Polish',
      'Wszystkie chrząszcze brzmią w trzcinie w Szczebrzeszynie, a źdźbła trawy schną w słońcu od rana.',
    ],
    [
      'Czech',
      'Strč prst skrz krk, prší v Brně i ve Zlíně; čtvrtek byl podle meteorologů nejteplejší den měsíce.',
    ],
    [
      'Welsh',
      'Mae hen wlad fy nhadau yn annwyl i mi, gwlad beirdd a chantorion, enwogion o fri a gwyr dewr.',
    ],
    [
      'Finnish',
      'Hääyöaie on sana, jossa on monta vokaalia peräkkäin, ja riiuuyöaieuutinen on vielä pidempi sana.',
    ],
    ['Greek', 'Το λιμάνι δέχθηκε διακόσια δώδεκα φορτία κάτω από την κλάση οκτώ χιλιάδες τετρακόσια.'],
    ['Russian', 'Порт принял двести двенадцать грузов по позиции восемь тысяч четыреста пятьдесят семь.'],
    ['Arabic', 'استقبل الميناء مئتين واثنتي عشرة شحنة تحت البند ثمانية آلاف وأربعمئة وسبعة وخمسين اليوم.'],
    [
      'Chinese',
      '港口在四月份接收了二百一十二批归入八四五七税号的保税货物，比上年同期增长了百分之十二，创下了新的月度纪录。',
    ],
    [
      'a table of figures',
      '2019 1,204.5 1,318.2 12.4 % 2020 1,377.0 1,402.9 8.1 % 2021 (14.2) 1,511.0 1,498.7 –3.0 %',
    ],
    [
      'contents with leaders',
      'Transit figures ........ 4 Licences ............. 17 Measures taken ...... 23 Annex ...... 31',
    ],
    [
      'names in capitals',
      'NATO, OPEC, WTO, UNCTAD, IAEA, HMRC, BAFA, DG TRADE and OLAF met the PRC delegation in GENEVA.',
    ],
    ['hashes', '639c0221f4102432920bf09c959bbda167cd8b7f551150c7aedab16b50289da6 '.repeat(8)],
    [
      'code names',
      'The iPhone, the eBay seller, PayPal, YouTube, LinkedIn and McDonald signed with OpenAI and DeepMind.',
    ],
    [
      'a page with an address',
      'https://www.example.org/documents/2024/04/transit-figures.pdf?language=en&version=2 (accessed 9 April)',
    ],
  ])('in %s is no garbage', (_, text) => {
    expect(isGarbled(text)).toBe(false);
  });

  it.each([
    ['letters of the private use area', '\uE001\uE002 \uE003'.repeat(20)],
    [
      'U+FFFD among letters',
      'The h\uFFFDrb\uFFFDur t\uFFFDok in b\uFFFDnded c\uFFFDnsignm\uFFFDnts \uFFFDf he\uFFFDding',
    ],
    ['control characters', 'abc\u0001\u0002\u0003 def\u0004\u0005\u0006 '.repeat(8)],
    ['nothing but signs', '%& $% !" #'.repeat(10)],
    ['numbers of glyphs', '(cid:12)(cid:44)(cid:7) '.repeat(10)],
    ['names of glyphs', '/G21 /G45 /G33 /G51 /G20 '.repeat(10)],
    ['letters three places on', shift(sample.slice(500, 2500), 3)],
    ['letters twenty places on', shift(sample.slice(500, 2500), 20)],
    ['one letter or two for all', 'ififi fififi ifi fifififi fifi '.repeat(10)],
    ['letters that change their case', 'tHe pOrT tOoK iN cArGo aNd sEnT iT oN tO tHe nOrTh. '.repeat(5)],
  ])('of %s is garbage', (_, text) => {
    expect(isGarbled(text)).toBe(true);
  });

  it('of a few signs is not judged', () => {
    expect(isGarbled('\uE001\uE002 % & (cid:3)')).toBe(false);
    expect(isGarbled('')).toBe(false);
  });
});
