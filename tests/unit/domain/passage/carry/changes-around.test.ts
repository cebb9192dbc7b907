import { describe, expect, it } from 'vitest';
import { type AroundKind, changesAround } from '#domain/passage/carry/changes-around.ts';
import { pairVersions } from '#domain/passage/carry/version-pair.ts';
import { indexText } from '#domain/text/text-index.ts';
import { rangeOf } from '../../../../support/texts/range-of.ts';

const before = [
  'The harbour office met the pilots on the quay early in the week.',
  'It had asked for new tugs. The ferry carried 40 people across the sound. Most of them were on their way to work.',
  'The company that owns the ferry was founded by two brothers.',
];
const words = 'The ferry carried 40 people';

const around = (change: (text: string) => string, quote = words, text = before.join('\n')) => {
  const fresh = change(text);
  const pair = pairVersions(indexText(text), indexText(fresh));
  return changesAround(pair, rangeOf(text, quote), rangeOf(fresh, quote));
};
const kinds = (change: (text: string) => string): readonly AroundKind[] =>
  around(change).map(({ kind }) => kind);
const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`${from} is not in the text`);
  return text.replace(from, to);
};

describe('what a new version says around the same words', () => {
  it.each<[string, AroundKind[], (text: string) => string]>([
    [
      'a clause behind it',
      ['own'],
      swap('across the sound.', 'across the sound, a claim that the port denied.'),
    ],
    ['a clause before it', ['own'], swap('The ferry', 'According to a blog, The ferry')],
    ['a denial after it', ['after'], swap('Most of', 'That is wrong, the port said. Most of')],
    ['a sentence before it', ['before'], swap('The ferry', 'Critics falsely claim this. The ferry')],
    ['the sentence after it in other words', ['after'], swap('to work', 'to prison')],
    ['the sentence after it gone', ['after'], swap(' Most of them were on their way to work.', '')],
    ['a label at the foot', ['note'], (text) => `${text}\nUpravljeno: broj putnika je promijenjen.`],
    [
      'a note in brackets',
      ['note'],
      swap('\nThe company', '\n[The number of people was wrong here.]\nThe company'),
    ],
    ['its figure taken up far away', ['note'], (text) => `${text}\nLater the 40 became 14 in the list.`],
    ['a correction in the last paragraph', ['note'], (text) => `${text}\nA correction was made.`],
  ])('is told: %s', (_, told, change) => {
    expect(kinds(change)).toEqual(told);
  });

  it.each<[string, (text: string) => string]>([
    ['a paragraph far away', (text) => `${text}\nThe brothers have sold their shares to a bank.`],
    ['other marks and spaces', (text) => text.replace('work.', 'work .').replace('tugs.', 'tugs…')],
    [
      'a sentence that moved there',
      (text) =>
        `${text} Most of them were on their way to work.`.replace(
          ' Most of them were on their way to work.',
          '',
        ),
    ],
    ['a paragraph that moved', () => [before[2], before[0], before[1]].join('\n')],
    ['a line with a time', swap('\nIt had', '\n14:35\nIt had')],
    ['a link between paragraphs', swap('\nThe company', '\nMore about ferries\nThe company')],
  ])('is no difference: %s', (_, change) => {
    const told = around(change);
    expect(told.filter(({ is }) => is !== null)).toEqual([]);
  });

  it.each([
    ['部长说，今年有二十艘船离港。', '船只都是新的。', '这是错误的，官员说。', '今年有二十艘船离港'],
    ['मंत्री ने कहा कि बीस जहाज़ निकले।', 'सब नए थे।', 'यह गलत है।', 'बीस जहाज़ निकले'],
    [
      'قال الوزير إن عشرين سفينة غادرت الميناء.',
      'كانت كلها جديدة.',
      'هذا خطأ، قال مسؤولون.',
      'عشرين سفينة غادرت',
    ],
    [
      'Министр сказал, что ушло двадцать судов.',
      'Все они были новыми.',
      'Это неверно, сообщили власти.',
      'ушло двадцать судов',
    ],
  ])('is told in any language: %s', (sentence, next, denial, quote) => {
    const told = around(swap(next, `${denial} ${next}`), quote, `${sentence} ${next}`);
    expect(told.map(({ kind, is }) => [kind, is])).toEqual([['after', denial]]);
  });
});
