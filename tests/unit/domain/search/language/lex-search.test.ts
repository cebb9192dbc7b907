import { describe, expect, it } from 'vitest';
import { withOperators } from '#domain/search/language/lex-search.ts';

describe('a search with operators in small letters', () => {
  it.each([
    ['yacht or ship', 'yacht OR ship'],
    ['tag:Ships yacht not crew', 'tag:Ships yacht NOT crew'],
    ['(yacht and crew) or "one or two"', '(yacht AND crew) OR "one or two"'],
  ])('is offered with capitals: %s', (text, expected) => expect(withOperators(text)).toBe(expected));

  it.each(['yacht OR ship', '"yacht or ship"', 'or', 'or yacht', 'yacht or', 'orlop not=', ''])(
    'is left as it is where none is meant: %s',
    (text) => expect(withOperators(text)).toBeNull(),
  );
});
