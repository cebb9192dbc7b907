import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAttribution } from '#domain/reading/attribution/find-attribution.ts';
import { readingOf } from './reading-of.ts';

/** The name found for `within`, which is taken where it stands first in the last paragraph that has it. */
const nameFor = (within: string, ...paragraphs: readonly string[]): string | null => {
  const reading = readingOf(...paragraphs);
  const start = reading.text.lastIndexOf(within);
  expect(start).toBeGreaterThan(-1);
  const found = findAttribution(reading, { start, end: start + within.length });
  if (found !== null) expect(found.range.end).toBeGreaterThan(found.range.start);
  return found?.name ?? null;
};

describe('the speaker of a quotation', () => {
  it.each([
    ['Roe', '“We wait,” Roe said.'],
    ['Roe', '“We wait,” said Roe.'],
    ['Roe', '"We wait," said Roe, who was in Port Lee.'],
    ['Ann Roe', '“We wait,” said Ann Roe on Friday.'],
    ['Ann Roe', '“We wait,” Foreign Minister Ann Roe told reporters.'],
    ['Ann Roe', '“We wait,” U.S. Secretary of State Ann Roe said.'],
    ['Ann Roe', '“We wait,” said State Department spokeswoman Ann Roe.'],
    ['Ann Roe', '“We wait,” said the foreign ministry’s spokeswoman Ann Roe.'],
    ['Ann Roe', '“We wait,” Ann Roe, a spokeswoman for the ministry, said on Friday.'],
    ['Ann von der Roe', '“We wait,” Ann von der Roe later added.'],
    ['Roe', '“We wait,” said Mr. Roe, of the port.'],
    ['State Department official', '“We wait,” a State Department official told reporters ahead of the trip.'],
    ['senior official', '“We wait,” said a senior official.'],
    ['Chinese president', '“We wait,” the Chinese president told the minister.'],
    ['spokesman for the port office', '“We wait,” said a spokesman for the port office.'],
    ['person familiar with the matter', '“We wait,” a person familiar with the matter said.'],
    ['officials', '“We wait,” said officials.'],
    ['Kremlin', '“We wait,” the Kremlin said.'],
    ['Roe', 'Roe said that it was “We wait” that did it.'],
    ['Roe', 'Nobody came. Speaking after the talks, Roe said: “We wait.”'],
    ['Roe', 'According to Roe, the words were “We wait”.'],
    ['Roe', '“We wait,” Roe said. “Or we may go.”'],
    ['Ocasio-Cortez', '“We wait,” Ocasio-Cortez said.'],
    ['Al-Sadr', '“We wait,” said Al-Sadr.'],
    ['Rolls-Royce', '“We wait,” Rolls-Royce said.'],
    ['Roe', 'Lee said nothing was lost. “We wait,” Roe said.'],
  ])('is %s in: %s', (name, paragraph) => {
    expect(nameFor('We wait', paragraph)).toBe(name);
  });

  it('is that of the other part of an interrupted quotation', () => {
    expect(nameFor('we may go', '“We wait,” Roe said. “Or we may go.”')).toBe('Roe');
  });

  it.each([
    ['nobody speaks', '“We wait,” is the sign over the door.'],
    ['a pronoun names nobody', '“We wait,” he said.'],
    ['two speak', '“We wait,” Roe and Lee said.'],
    ['he is told it', '“We wait,” Roe was told.'],
    ['he would not say it', '“We wait,” Roe did not say.'],
    ['he would only say it', '“We wait,” Roe would say.'],
    ['it is announced by somebody', 'The plan announced by Roe was “We wait”.'],
    [
      'another sentence has the speaker',
      'Roe said it was over. The sign says no more. “We wait.” So it stood.',
    ],
    ['the quotation says it', '“We wait, Roe said.”'],
    ['a thing is the subject', '“We wait,” the weather said.'],
  ])('is nobody where %s', (_, paragraph) => {
    expect(nameFor('We wait', paragraph)).toBeNull();
  });

  it('is nobody where the language has no rules here', () => {
    const reading = { ...readingOf('„Wir warten“, sagte Roe. “We wait,” Roe said.'), language: 'de-AT' };
    const start = reading.text.indexOf('We wait');
    expect(findAttribution(reading, { start, end: start + 7 })).toBeNull();
  });
});

describe('the speaker of other words', () => {
  it.each([
    ['Roe', 'Ann was there. Roe said that the yards were rebuilt. Lee left.'],
    [
      'State Department',
      'That the yards were rebuilt runs on, according to the State Department, and is set.',
    ],
    ['Officials in the U.S.', 'Officials in the U.S. have this month briefed that the yards were rebuilt.'],
    ['China’s foreign ministry', 'On Friday China’s foreign ministry said the yards were rebuilt.'],
    ['Roe', 'On Wednesday Roe said the yards were rebuilt.'],
    ['Reuters', 'Reuters reported that the yards were rebuilt.'],
  ])('is %s in: %s', (name, paragraph) => {
    expect(nameFor('the yards were rebuilt', paragraph)).toBe(name);
  });

  it.each([
    'Roe said nothing. It is known that the yards were rebuilt.',
    'In port officials who said that the yards were rebuilt were few.',
  ])('is nobody in: %s', (paragraph) => {
    expect(nameFor('the yards were rebuilt', paragraph)).toBeNull();
  });
});

describe('a speaker who is called in short', () => {
  it('is named in full where the text does so', () => {
    const rep = 'Rep. Alexandria Ocasio-Cortez spoke.';
    expect(nameFor('We see it', rep, '“We see it,” Ocasio-Cortez said.')).toBe('Alexandria Ocasio-Cortez');
    const intro = 'U.S. Secretary of State Antony Blinken will travel. Meeting Blinken is hard.';
    expect(nameFor('We see it', intro, '“We see it,” Blinken said.')).toBe('Antony Blinken');
    expect(nameFor('We see it', 'President Xi Jinping came.', '“We see it,” President Xi said.')).toBe(
      'Xi Jinping',
    );
    expect(nameFor('We see it', 'The China Daily came. In China.', '“We see it,” China said.')).toBe('China');
  });

  it('is described in full where an earlier sentence does so', () => {
    const intro = '“We act,” a State Department official said. A port official slept.';
    expect(nameFor('We see it', intro, 'The official said “We see it”.')).toBe('State Department official');
    expect(nameFor('We see it', 'The official said “We see it”.')).toBe('official');
  });

  it('is the one speaker before, where a pronoun stands for him', () => {
    expect(nameFor('We go', '“We see it,” Blinken said to him. “We go,” he added.')).toBe('Blinken');
    expect(nameFor('We go', '“No,” said Lee. “We see it,” Blinken said. “We go,” he added.')).toBeNull();
  });
});

it('finds a verbatim name within the text, or none, whatever is asked', () => {
  const piece = fc.constantFrom(
    ...[
      'Roe ',
      'said ',
      'a port official ',
      '“We wait,” ',
      'that ',
      ', ',
      '. ',
      'according to ',
      'the ',
      'and ',
    ],
    ...['Ocasio-Cortez ', 'A.', '(', '[', '*', "O'Brien ", 'Al-', '+', '/', '\\', 'C '],
    ...['Ann ', 'he ', 'was told ', '\n', '”', '“', 'of ', 'U.S. ', 'Minister '],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(90), fc.nat(20), (pieces, at, length) => {
      const reading = readingOf(...pieces.join('').split('\n'));
      const start = Math.min(at, Math.max(0, reading.text.length - 1));
      const found = findAttribution(reading, {
        start,
        end: Math.min(reading.text.length, start + 1 + length),
      });
      if (found === null) return;
      expect(reading.text.replace(/\s+/gu, ' ')).toContain(found.name.replace(/\s+/gu, ' '));
      expect(reading.text.slice(found.range.start, found.range.end)).not.toMatch(/\n/u);
    }),
  );
});
