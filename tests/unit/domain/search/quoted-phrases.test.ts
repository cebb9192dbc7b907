import { describe, expect, test } from 'vitest';
import { holdsPhrases, queryPhrases } from '#domain/search/search-words.ts';

const holds = (query: string, ...texts: readonly string[]): boolean =>
  holdsPhrases(queryPhrases(query), texts);

describe('a phrase in quotation marks', () => {
  test('stands word after word, whatever case, accents and marks', () => {
    expect(holds('"dual use"', 'Exports of dual-use goods')).toBe(true);
    expect(holds('“Łódź port”', 'At the LODZ port, nothing.')).toBe(true);
    expect(holds('"dual use"', 'A use that is dual')).toBe(false);
    expect(holds('"dual use"', 'Its dual uses')).toBe(false);
    expect(holds('"use of force"', 'the misuse of force')).toBe(false);
  });
  test('is one of several, each of which must stand', () => {
    expect(queryPhrases('goods "dual use" and «Port Authority»')).toHaveLength(2);
    expect(holds('"dual use" "port authority"', 'dual use', 'The Port Authority')).toBe(true);
    expect(holds('"dual use" "port authority"', 'dual use')).toBe(false);
  });
  test('goes over no end of a paragraph', () => {
    expect(holds('"no reason"', 'They said no\nReason was not given')).toBe(false);
  });
  test('may be one word after "="', () => {
    expect(holds('=ship', 'A ship sank')).toBe(true);
    expect(holds('=ship', 'Two ships sank')).toBe(false);
    expect(queryPhrases('a=b = date:=2024')).toEqual([]);
  });
  test('is none while its mark is open, or where it holds no word', () => {
    expect(queryPhrases('"dual us')).toEqual([]);
    expect(queryPhrases('"…" and ""')).toEqual([]);
  });
  test('may stand within a run of a script without spaces', () => {
    expect(holds('"京市"', '北京市长')).toBe(true);
    expect(holds('"市京"', '北京市长')).toBe(false);
  });
});
