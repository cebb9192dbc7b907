import { describe, expect, it } from 'vitest';
import { creditsIn, wireOf } from '#domain/source/credits.ts';
import { statementsOf } from '#domain/source/traces.ts';

const said = '“We will not sell one drop of the water,” she told the assembly.';

describe('a statement', () => {
  it('is the quotation, whatever stands around it and whatever its marks are', () => {
    const other = 'On Monday the chair said: "We will not sell one drop of the water".';
    expect(statementsOf(said)).toHaveLength(1);
    expect(statementsOf(other)).toEqual(statementsOf(said));
    expect(statementsOf('We will not sell one drop of the water')).toEqual([]);
    expect(statementsOf('We will not sell one drop of the water', true)).toEqual(statementsOf(said));
  });

  it('is a whole sentence where nobody is quoted, and never a few words', () => {
    const sentence = 'Forty ships were turned back at the northern lock before dawn on Monday.';
    expect(statementsOf(sentence.toUpperCase())).toEqual(statementsOf(sentence));
    expect(statementsOf(sentence)).toHaveLength(1);
    expect(statementsOf('Forty ships were turned back.')).toEqual([]);
    expect(statementsOf('“Not now,” he said.')).toEqual([]);
    expect(statementsOf('港口当局周一清晨在北闸拦回了四十艘船只。')).toHaveLength(1);
  });

  it.each([
    ['“We will sell one drop of the water,” she told the assembly.'],
    ['“We will not sell one drop of the waters,” she told the assembly.'],
  ])('is a different one where a word is: %s', (other) => {
    expect(statementsOf(other)).not.toEqual(statementsOf(said));
  });
});

const blocksOf = (...texts: string[]) => {
  let start = 0;
  return texts.map((text) => {
    const block = { start, text };
    start += text.length + 1;
    return block;
  });
};
const named = (...texts: string[]) => creditsIn(blocksOf(...texts)).map(({ name }) => name);

describe('credits', () => {
  it.each([
    ['The Harbour Times reported on Monday that the lock had failed.', 'Harbour Times'],
    ['On Monday the Harbour Times first reported that the lock had failed.', 'Harbour Times'],
    ['The lock had failed, according to the Coast Gazette.', 'Coast Gazette'],
    ['The lock had failed, the council told Reuters.', 'Reuters'],
    ['The lock had failed, AP reported.', 'Associated Press'],
    ['The lock had failed, the mayor told BBC Radio 4’s morning programme.', 'BBC'],
    ['CNN’s Jane Roe first reported that the lock had failed.', 'CNN'],
    ['“The lock has failed,” reported the Harbour Times.', 'Harbour Times'],
    ['Papers seen by Reuters say that the lock had failed.', 'Reuters'],
    ['The Coast Gazette has the story. The lock had failed, the mayor told the Gazette.', 'Coast Gazette'],
    ['The study stands in the New Coast Journal of Medicine, and was reported by CBS News.', 'CBS'],
    ['Das Tor sei gebrochen, hieß es unter Berufung auf die Nachrichtenagentur AFP.', 'AFP'],
    ['Die Schleuse sei defekt, meldet die Hafenstadt Zeitung.', 'Hafenstadt Zeitung'],
    ['Laut Hafenstadt Zeitung ist die Schleuse defekt.', 'Hafenstadt Zeitung'],
    ['La porte a cédé, selon l’agence AFP.', 'AFP'],
    ['La compuerta cedió, según la agencia EFE.', 'EFE'],
    ['Шлюз сломался, сообщает ТАСС.', 'TASS'],
  ])('are read in a sentence: %s', (text, name) => {
    expect([...new Set(named(text))]).toEqual([name]);
  });

  it.each([
    ['Blinken said that the lock had failed.'],
    ['The Times of the tides are printed daily.'],
    ['Good news was reported from the harbour.'],
    ['She bought the Gazette and went home.'],
  ])('are none in: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('hold for the sentence that names them', () => {
    const text = 'It rained. The Harbour Times reported that the lock had failed. Nobody was hurt.';
    const [credit] = creditsIn(blocksOf(text));
    expect(text.slice(credit?.start, credit?.end)).toBe(
      'The Harbour Times reported that the lock had failed.',
    );
  });

  it.each([
    ['BEIJING, April 15 (Reuters) - The lock has failed.', 'Reuters'],
    ['Hamburg (dpa/AFP) – Das Tor ist gebrochen.', 'dpa'],
    ['(AP) — The lock has failed.', 'Associated Press'],
    ['PARIS, 3 mars (AFP) - La porte a cédé.', 'AFP'],
    ['МОСКВА, 3 мая. /ТАСС/. Шлюз сломался.', 'TASS'],
    ['By Jane Roe, Associated Press', 'Associated Press'],
    ['Quelle: dpa', 'dpa'],
    ['Copyright 2024 The Associated Press. All rights reserved.', 'Associated Press'],
    ['(Reporting by Jane Roe; Editing by John Doe)', 'Reuters'],
    ['HAMBURG (Herald) - The lock has failed.', null],
    ['By Jane Roe', null],
    ['By Jane Roe/dpa', 'dpa'],
    ['The old lock at dawn Jane Roe/Reuters', null],
    ['JANE ROE/AFP/Photo Pool', null],
  ])('hold for the text where the line is of an agency: %s', (line, name) => {
    expect(wireOf(blocksOf('The lock', line, 'Nobody was hurt.'), null)).toBe(name);
  });
});
