import { describe, expect, it } from 'vitest';
import { matchesWords, queryWords, searchWords } from '#domain/search/search-words.ts';
import { snippetOf } from '#domain/search/snippet.ts';

const finds = (query: string, text: string): boolean => matchesWords(queryWords(query), [text]);

describe('searching by words', () => {
  it.each([
    ['semi', 'China sharing machine tools, semiconductors'],
    ['machine china', 'China sharing machine tools'],
    ['lodz', 'W mieście Łódź'],
    ['北京', '外相は北京市を訪問した'],
    ['京', '北京'],
    ['北京市', '外相は北京市を訪問した'],
    ['US', 'The U.S. House approved it'],
    ['u.s.', 'The US House approved it'],
    ['F-16', 'an f 16 was seen'],
    ['AI技術', '新しいAI技術'],
    ['ไทย', 'ประเทศไทย'],
  ])('finds %s in "%s"', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['conductor', 'semiconductors'],
    ['china iran', 'China sharing machine tools'],
    ['京北', '北京市'],
  ])('does not find %s in "%s"', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('asks for nothing where the query holds no letter and no digit', () => {
    expect(queryWords(' … “” ')).toEqual([]);
  });

  it('knows every word of a text once', () => {
    expect([...searchWords('Tools and tools')]).toEqual(['tools', 'and']);
  });
});

describe('a snippet', () => {
  const text = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen';

  it('is the text itself where it is short', () => {
    expect(snippetOf('One\ntwo', ['two'], 40)).toBe('One two');
  });

  it('holds the word that was found, cut between words, with the cuts shown', () => {
    expect(snippetOf(text, ['ten'], 30)).toBe('…nine ten eleven twelve…');
  });

  it('begins at the beginning where nothing was found', () => {
    expect(snippetOf(text, ['zebra'], 20)).toBe('One two three four…');
  });

  it.each([
    `${'字'.repeat(50)}北京${'😀'.repeat(50)}`,
    `${'😀'.repeat(50)}北京${'😀'.repeat(50)}`,
    `x${'😀'.repeat(50)}北京`,
  ])('cuts no character in two where there are no spaces', (run) => {
    const snippet = snippetOf(run, ['北京'], 21);
    expect(snippet).toContain('北京');
    expect(Array.from(snippet).every((character) => !/^[\ud800-\udfff]$/u.test(character))).toBe(true);
  });
});
