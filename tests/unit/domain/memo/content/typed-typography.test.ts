import { describe, expect, it, test } from 'vitest';
import { typeset } from '#domain/memo/content/typed-typography.ts';

/** What is written where these letters are typed, one after the other. */
const type = (letters: string, language = 'en-GB'): string => {
  let text = '';
  for (const letter of letters) {
    const set = typeset(text, letter, language);
    text = set === null ? text + letter : `${(text + letter).slice(0, -set.drop)}${set.text}`;
  }
  return text;
};

describe('quotation marks as they are typed', () => {
  test.each([
    ['en-GB', `He said "no", and 'not "now"'.`, 'He said “no”, and ‘not “now”’.'],
    ['de', `Er sagte "nein" und 'nicht'.`, 'Er sagte „nein“ und ‚nicht‘.'],
    ['de-CH', `Er sagte "nein".`, 'Er sagte «nein».'],
    ['fr', `Il dit "non".`, 'Il dit «\u202Fnon\u202F».'],
    ['es', `Dijo ("no").`, 'Dijo («no»).'],
    ['pl', `Mówi "nie".`, 'Mówi „nie”.'],
    ['ru', `Он сказал "нет".`, 'Он сказал «нет».'],
    ['sv', `Hon sa "nej".`, 'Hon sa ”nej”.'],
  ])('are those of %s', (language, typed, written) => expect(type(typed, language)).toBe(written));

  it('are apostrophes within a word and behind one', () => {
    expect(type(`It's the ships' port, don't.`)).toBe('It’s the ships’ port, don’t.');
    expect(type(`Das ist's.`, 'de')).toBe('Das ist’s.');
  });

  it('stay as they are in an address', () => {
    expect(type(`see https://port.example/a--b'c...d`)).toBe(`see https://port.example/a--b'c...d`);
  });
});

describe('dashes, dots and spaces as they are typed', () => {
  it('are set, and a longer dash by a third sign', () => {
    expect(type('The port -- shut... 1990--1995 a---b')).toBe('The port – shut… 1990–1995 a—b');
  });

  it('leaves hyphens, full stops and rows of either alone', () => {
    expect(type('well-known. So.. and .... <!--x-->')).toBe('well-known. So.. and …. <!--x–>');
  });

  it('keeps a unit with its number, and in French a sign with its word', () => {
    expect(type('45 % of 3 €')).toBe('45\u00A0% of 3\u00A0€');
    expect(type('Quoi ? Oui : non !', 'fr')).toBe('Quoi\u202F? Oui\u00A0: non\u202F!');
    expect(type('Quoi ? Oui', 'fr-CA')).toBe('Quoi ? Oui');
    expect(type('What ? Yes')).toBe('What ? Yes');
  });
});
