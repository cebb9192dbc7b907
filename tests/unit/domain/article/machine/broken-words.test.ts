import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { hasBrokenWords } from '#domain/article/machine/broken-words.ts';
import { pagesToRead } from '#domain/article/machine/machine-ranges.ts';

const sample = readFileSync(
  join(import.meta.dirname, '../../../../../resources/sample/foundry-review.md'),
  'utf8',
).slice(0, 3000);

const GERMAN =
  'Die Hafenbehörde teilte am Dienstag mit, dass die Fahrrinne eine weitere Woche gesperrt bleibt, weil die Lotsen sich geweigert hatten auszulaufen. Die Kapitäne der Containerschiffe müssen mit Verspätungen rechnen, und die Versicherungsgesellschaften haben ihre Haftpflichtversicherungsprämien um ein Drittel erhöht. Im Bundesverkehrsministerium hieß es, eine Ausnahmegenehmigung werde geprüft; die Schifffahrtsverwaltung und das Wasserstraßenneubauamt seien für die Sicherheit verantwortlich. Am Mittwoch soll der Ausschuss darüber beraten, ob die Entschädigung für die Reedereien ausreicht, die seit Beginn der Sperrung keine Ladung mehr gelöscht haben.';

const CZECH =
  'V pondělí s ranním vlakem přijel k hranici z Brna i z Ostravy nový oddíl a v táboře u řeky o něm nikdo nevěděl. K večeru se v obci u lesa sešli s průvodčím i s lékařem, kteří v noci z pátku na sobotu pomáhali u nádraží. Starosta s nimi v úřadu mluvil o škodách a o tom, kdo k nim o víkendu z kraje přijede. Z hlášení v novinách i v rozhlase plyne, že v údolí u mostu o život nepřišel nikdo.';

/** A run of numbers that is the same each time. */
const createDice = (): (() => number) => {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** `text` as a font with wrong widths leaves it: spaces within words, and none between some. */
const broken = (text: string, within: number, between: number): string => {
  const dice = createDice();
  return [...text]
    .map((letter, at, all) => {
      if (letter === ' ') return dice() < between ? '' : ' ';
      const isInWord = /\p{L}/u.test(letter) && /\p{L}/u.test(all[at + 1] ?? '');
      return isInWord && dice() < within ? `${letter} ` : letter;
    })
    .join('');
};

describe('the words of a text', () => {
  it.each([
    ['English', sample],
    ['German with its compounds', GERMAN],
    ['Czech with its words of one letter', CZECH],
    ['Thai, without spaces', 'ท่าเรือยังคงปิดต่อไปอีกหนึ่งสัปดาห์เพราะนักบินปฏิเสธที่จะออกเรือ'.repeat(12)],
    ['Chinese, without spaces', '港口当局周二表示航道将再关闭一周因为引航员拒绝出航'.repeat(20)],
    ['a table with letters in its cells', 'Anna f Berlin 31 Karl m Bonn 45 Uta f Ulm 28 '.repeat(20)],
    [
      'mathematics',
      `Let x be a point of the plane and let f be a map with f ( x ) = y for all x in the set. If n is odd then the sum over k of the terms a k is finite, where p and q are prime. ${'The proof that the kernel of g is a normal subgroup follows from the theorem above, since h maps each r to the class of its root. '.repeat(4)}`,
    ],
  ])('are whole in %s', (_, text) => {
    expect(hasBrokenWords(text)).toBe(false);
  });

  it.each([
    ['English', sample],
    ['German', GERMAN],
    ['Czech', CZECH],
  ])('are broken where letters stand apart and words run together, in %s', (_, text) => {
    expect(hasBrokenWords(broken(text, 0.2, 0.3))).toBe(true);
  });

  it('are broken where every letter stands apart', () => {
    expect(hasBrokenWords(broken(sample, 0.95, 0))).toBe(true);
    expect(hasBrokenWords('a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(5))).toBe(false);
  });

  it('are broken where most of them run together', () => {
    expect(hasBrokenWords(broken(sample, 0, 0.85))).toBe(true);
  });

  it('are not judged in a few of them', () => {
    expect(hasBrokenWords('The South Caro l i na Depar tmentofInsurance wi l lho l d')).toBe(false);
  });
});

it('a page of broken words can be read by machine also later', () => {
  const text = broken(sample, 0.2, 0.3).replace(/\s+/gu, ' ');
  const body: Body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text,
            marks: [{ type: 'page', attrs: { index: 4, label: null, box: [0, 0, 9, 9] } }],
          },
        ],
      },
    ],
  };
  expect(pagesToRead(textBlockSpans(body), canonicalText(body))).toEqual([4]);
});
