import { expect, it } from 'vitest';
import { sortWords } from '#domain/memo/content/sort-words.ts';

const sorted = (texts: readonly string[], language: string, isDescending = false): readonly string[] =>
  sortWords(texts, language, isDescending).map((at) => texts[at] ?? '');

it('sorts numbers by size, as the language writes them, and leaves gaps at the end', () => {
  expect(sorted(['12', '1,204', '–', '−3.5 %', '9'], 'en-GB')).toEqual(['−3.5 %', '9', '12', '1,204', '–']);
  expect(sorted(['1.204,5', '12,25', '€ 9'], 'de')).toEqual(['€ 9', '12,25', '1.204,5']);
  expect(sorted(['12', '', '30'], 'en', true)).toEqual(['30', '12', '']);
});

it('sorts dates by time', () => {
  expect(sorted(['24 April 2024', '3 May 2023', 'June 2023'], 'en-GB')).toEqual([
    '3 May 2023',
    'June 2023',
    '24 April 2024',
  ]);
  expect(sorted(['03.05.2024', '24.04.2024'], 'de')).toEqual(['24.04.2024', '03.05.2024']);
  expect(sorted(['05/03/2024', '04/24/2024'], 'en-US')).toEqual(['04/24/2024', '05/03/2024']);
  expect(sorted(['2. März 2024', '24. Februar 2024'], 'de')).toEqual(['24. Februar 2024', '2. März 2024']);
});

it('sorts words by the language, and equals stay in their order', () => {
  expect(sorted(['Zug', 'Ärger', 'apfel'], 'de')).toEqual(['apfel', 'Ärger', 'Zug']);
  expect(sorted(['ö', 'z', 'a'], 'sv')).toEqual(['a', 'z', 'ö']);
  expect(sortWords(['b', 'a', 'b', 'a'], 'en')).toEqual([1, 3, 0, 2]);
});
