import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWords } from '#domain/search/matches-words.ts';
import { queryWords } from '#domain/search/search-words.ts';
import { createWordIndex } from '#electron/catalogue/word-index.ts';

const words = ['port', 'ports', 'porter', 'sport', 'Łódź', 'lodge', '北京市', '京', 'U.S.', '8457', 'é', '…'];
const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((chosen) => chosen.join(' '));
const query = fc
  .array(fc.constantFrom('p', 'port', 'spo', 'lod', '北京', '京', 'us', '84', 'zebra'), { maxLength: 3 })
  .map((chosen) => chosen.join(' '));

describe('the word index', () => {
  it('finds just the texts that hold the beginning of every word, whatever was added and removed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean())), query, (entries, asked) => {
        const index = createWordIndex();
        const documents = entries.map(([content, isRemoved]) => {
          const document = index.open();
          index.append(document, content);
          if (isRemoved) index.remove(document);
          return document;
        });
        const wanted = queryWords(asked);
        const matches = index.match(wanted);
        expect(documents.map(matches)).toEqual(
          entries.map(([content, isRemoved]) => !isRemoved && matchesWords(wanted, [content])),
        );
      }),
    );
  });

  it('finds a text that was added in parts as one', () => {
    const index = createWordIndex();
    const document = index.open();
    index.append(document, 'The port');
    index.append(document, 'closed, the port');
    expect(index.match(queryWords('closed port'))(document)).toBe(true);
  });

  it('knows words that were added after it was asked', () => {
    const index = createWordIndex();
    index.append(index.open(), 'alpha');
    index.match(['a']);
    const later = index.open();
    index.append(later, 'aardvark');
    expect(index.match(['aa'])(later)).toBe(true);
  });
});
