/** Who speaks, over patterns of newswire: what is offered, and who is never offered. */
import { describe, expect, it } from 'vitest';
import { findAttribution } from '#domain/reading/attribution/find-attribution.ts';
import { readingOf } from './reading-of.ts';

const offered = (paragraphs: readonly string[]) => {
  const reading = readingOf(...paragraphs);
  const start = reading.text.lastIndexOf('We wait');
  expect(start).toBeGreaterThan(-1);
  return findAttribution(reading, { start, end: start + 7 });
};
const nameIn = (paragraphs: readonly string[]): string | null => offered(paragraphs)?.name ?? null;

describe('the name that is offered', () => {
  it.each<[string, ...string[]]>([
    // Hyphens, particles, Celtic and Arabic names
    ['Alexandria Ocasio-Cortez', 'Rep. Alexandria Ocasio-Cortez spoke.', '“We wait,” Ocasio-Cortez said.'],
    ['Muqtada al-Sadr', 'The cleric Muqtada al-Sadr came.', '“We wait,” al-Sadr said.'],
    ['Muqtada al-Sadr', 'The cleric Muqtada al-Sadr came.', '“We wait,” Al-Sadr said.'],
    ['Rolls-Royce', 'Rolls-Royce rose.', '“We wait,” Rolls-Royce said.'],
    ['Mary O’Brien', 'Senator Mary O’Brien of Ohio came.', '“We wait,” O’Brien said.'],
    ["Pat O'Neill", "Then Pat O'Neill rose.", `"We wait," O'Neill said.`],
    ['Mitch McRoe', 'Senate leader Mitch McRoe came.', '“We wait,” said McRoe.'],
    ['Alasdair MacRoe', 'Alasdair MacRoe, a farmer, came.', '“We wait,” MacRoe told the paper.'],
    ['Ursula von der Roe', 'Commission President Ursula von der Roe came.', '“We wait,” von der Roe said.'],
    [
      'Ursula von der Roe',
      'Commission President Ursula von der Roe came.',
      '“We wait.” Von der Roe said so.',
      '“We wait,” Von der Roe said.',
    ],
    ['Edwin van der Roe', 'Edwin van der Roe kept goal.', '“We wait,” van der Roe added.'],
    ['Mohammed bin Roe', 'Crown Prince Mohammed bin Roe came.', '“We wait,” bin Roe said.'],
    ['Juan de la Roe', 'Juan de la Roe came.', '“We wait,” de la Roe said.'],
    ['Jean-Claude Roe', 'Jean-Claude Roe came.', '“We wait,” Roe said.'],
    ['Valéry d’Estroe', 'Valéry d’Estroe came.', '“We wait,” d’Estroe said.'],
    // Initials and suffixes
    ['George W. Roe', 'It was late.', '“We wait,” said George W. Roe.'],
    ['George W. Roe', 'It was late.', '“We wait,” George W. Roe said.'],
    ['J. R. Roe', 'It was late.', '“We wait,” J. R. Roe told reporters.'],
    ['J.R. Roe', 'It was late.', '“We wait,” J.R. Roe told reporters.'],
    ['Robert C. O’Roe', 'Robert C. O’Roe came.', '“We wait,” O’Roe said.'],
    ['George W. Roe', 'Former President George W. Roe came.', '“We wait,” Roe said.'],
    ['Joseph Roe Jr.', 'It was late.', '“We wait,” said Joseph Roe Jr.'],
    ['Joseph Roe Jr.', 'It was late.', '“We wait,” Joseph Roe Jr. said.'],
    ['Roe', 'There was no Plan B. Roe said so: “We wait.”'],
    // Titles and offices
    ['Antony Roe', 'Secretary of State Antony Roe came.', '“We wait,” Secretary Roe said.'],
    ['Antony Roe', 'Antony Roe, the U.S. secretary of state, came.', '“We wait,” Secretary Roe said.'],
    ['Ron Roe', 'Florida Gov. Ron Roe came.', '“We wait,” Governor Roe said.'],
    ['Ron Roe', 'Florida Gov. Ron Roe came.', '“We wait,” Gov. Roe said.'],
    ['Ann Roe', 'Ann Roe came.', '“We wait,” Ms. Roe said.'],
    ['Ann Roe', 'Ann Roe came. Ms. Roe sat.', '“We wait,” Dr. Roe said.'],
    ['Xi Jinroe', 'President Xi Jinroe came.', '“We wait,” President Xi said.'],
    ['Xi Jinroe', 'President Xi Jinroe came.', '“We wait,” Xi said.'],
    ['Kim Jong Roe', 'North Korean leader Kim Jong Roe came.', '“We wait,” Kim said.'],
    ['Joe Roe', 'President Joe Roe came.', '“We wait,” President Roe said.'],
    ['Joe Roe', 'President Joe Roe met Kim Lee.', '“We wait,” Roe said.'],
    ['Chuck Roe', 'It was late.', '“We wait,” Senate Majority Leader Chuck Roe said.'],
    ['Mike Roe', 'It was late.', '“We wait,” said House Speaker Mike Roe.'],
    ['Keir Roe', 'It was late.', '“We wait,” Labour leader Keir Roe said.'],
    ['Keir Roe', 'It was late.', '“We wait,” Sir Keir Roe said.'],
    ['Yair Roe', 'It was late.', '“We wait,” opposition leader Yair Roe told the house.'],
    ['Matthew Roe', 'It was late.', '“We wait,” Blinken’s spokesman Matthew Roe said.'],
    ['Xi Jinroe', 'It was late.', '“We wait,” China’s Xi Jinroe said.'],
    ['Ann Roe', 'It was late.', '“We wait,” Democrat Ann Roe said.'],
    ['Roe', 'It was late.', '“We wait,” then-Foreign Minister Roe said.'],
    ['Ann Roe', 'It was late.', '“We wait,” Lee’s chief of staff, Ann Roe, said.'],
    ['Ann Roe', 'It was late.', '“We wait,” Ann Roe, his chief of staff, said.'],
    // Countries, bodies and firms
    ['United States', 'It was late.', '“We wait,” the United States said.'],
    ['United Nations', 'It was late.', '“We wait,” the United Nations said.'],
    ['United Arab Emirates', 'It was late.', '“We wait,” the United Arab Emirates said.'],
    ['South Sudan', 'South Sudan came.', '“We wait,” South Sudan said.'],
    ['Sudan', 'South Sudan came.', '“We wait,” Sudan said.'],
    ['China', 'Air China fell.', '“We wait,” China said.'],
    ['Guinea', 'Papua New Guinea came.', '“We wait,” Guinea said.'],
    ['Korea', 'North Korea and South Korea met.', '“We wait,” Korea said.'],
    ['Washington', 'George Washington slept here.', '“We wait,” Washington said.'],
    ['Jordan', 'Jim Jordan came.', '“We wait,” Jordan said.'],
    ['New Zealand', 'It was late.', '“We wait,” New Zealand said.'],
    ['Kremlin', 'It was late.', '“We wait,” the Kremlin said.'],
    ['McDonald’s', 'It was late.', '“We wait,” McDonald’s said.'],
    ['Wall Street Journal', 'It was late.', '“We wait,” the Wall Street Journal reported.'],
    ['Goldman Sachs', 'It was late.', '“We wait,” Goldman Sachs said.'],
    // Where another may be meant, the name stays as it is called
    ['Biden', 'Hunter Biden came.', '“We wait,” President Biden said.'],
    ['Biden', 'Joe Biden and Hunter Biden came.', '“We wait,” Biden said.'],
    ['Biden', 'President Joe Biden and his son Hunter Biden came.', '“We wait,” Biden said.'],
    ['Biden', 'President Biden came with Hunter Biden.', '“We wait,” Biden said.'],
    ['Trump', 'Trump came. Melania Trump stayed.', '“We wait,” Trump said.'],
    ['Trump', 'His wife Melania Trump stayed.', '“We wait,” Trump said.'],
    ['Trump', 'First Lady Melania Trump stayed.', '“We wait,” Trump said.'],
    ['Trump', 'Melania Trump stayed. President Trump left.', '“We wait,” Trump said.'],
    ['Trump', 'Donald Trump and Donald Trump Jr. came.', '“We wait,” Trump said.'],
    ['Bush', 'George W. Bush and George H. W. Bush came.', '“We wait,” Bush said.'],
    [
      'Kim',
      'President Kim Jong Roe and Kim Yo Roe came, an official said.',
      'President Kim Yo Roe came.',
      '“We wait,” Kim said.',
    ],
    ['Roe', 'Donald Roe came. Mrs. Roe and Mr. Roe sat.', '“We wait,” Mrs. Roe said.'],
    ['Ford', 'Ford Motor Co. rose.', '“We wait,” Ford said.'],
    ['Roe', 'Meeting Roe is hard.', '“We wait,” Roe said.'],
    ['Roe', 'Republican Roe came.', '“We wait,” Roe said.'],
    ['Roe', 'Then Roe came. Yesterday Roe left.', '“We wait,” Roe said.'],
    ['Roe', 'The Roe Administration fell.', '“We wait,” Roe said.'],
    ['Roe', 'President Xi Jinroe met Roe.', '“We wait,” President Roe said.'],
    // Pronouns
    ['Joe Roe', 'President Joe Roe came.', '“No,” Roe said. “We wait,” he added.'],
    ['Roe', '“No,” Mr. Roe said on Friday in Washington. “We wait,” he added.'],
  ])('is %s in: %s %s', (name, ...paragraphs) => {
    expect(nameIn(paragraphs)).toBe(name);
  });

  it.each<[string, ...string[]]>([
    ['the pronoun may be another who was named', '“No,” Roe said. Kim Lee nodded. “We wait,” he added.'],
    ['the pronoun is of another gender than the title', '“No,” Mr. Roe said. “We wait,” she added.'],
    ['the pronoun is of another gender than the title', '“No,” Mrs. Roe said. “We wait,” he added.'],
    ['the pronoun is of several', '“No,” Roe said. “We wait,” they added.'],
    ['two speak', '“We wait,” Roe and Lee said.'],
    ['another sentence has the speaker', '“No,” Roe said. The sign over the door of the port is “We wait”.'],
    ['a verb is a name', '“We wait” is what the United States stands for.'],
  ])('is none where %s: %s', (_, ...paragraphs) => {
    expect(nameIn(paragraphs)).toBeNull();
  });

  it.each<[boolean, string, ...string[]]>([
    [true, '“We wait,” Ann Roe said.'],
    [true, '“We wait,” President Roe said.'],
    [true, 'Ann Roe came.', '“We wait,” Roe said.'],
    [false, '“We wait,” South Sudan said.'],
    [false, '“We wait,” New Zealand said.'],
    [false, '“We wait,” the United States said.'],
    [false, '“We wait,” Saudi Arabia said.'],
    [false, '“We wait,” Goldman Sachs said.'],
    [false, '“We wait,” Human Rights Watch said.'],
    [false, '“We wait,” Rolls-Royce said.'],
    [false, '“We wait,” Sudan said.'],
    [false, '“We wait,” Federal Reserve said.'],
  ])('is a person’s (%s) in: %s', (isPerson, ...paragraphs) => {
    expect(offered(paragraphs)?.isPerson).toBe(isPerson);
  });
});

describe('who is never offered', () => {
  const never = [
    'South Sudan',
    'Hunter Biden',
    'Melania Trump',
    'The United',
    'United',
    'George W',
    'C',
    'Air China',
  ];
  it.each<[string, ...string[]]>([
    ['Sudan said “We wait” to South Sudan.', 'South Sudan left.'],
    ['South Sudan left.', '“We wait,” Sudan said.'],
    ['Hunter Biden came.', '“We wait,” President Biden said.'],
    ['“We wait,” Biden said.', 'Hunter Biden came.'],
    ['“We wait,” Trump told Melania Trump.'],
    ['His wife, Melania Trump, came.', '“We wait,” Trump said.'],
    ['“We wait,” said Trump, whose wife is Melania Trump.'],
    ['The United States said: “We wait.”'],
    ['“We wait,” said George W. Bush in Texas.'],
    ['“We wait,” said Robert C. O’Brien.'],
    ['“We wait,” said Gen. C. Q. Brown.'],
    ['Air China fell.', 'China said “We wait”.'],
  ])('in: %s %s', (...paragraphs) => {
    expect(never).not.toContain(nameIn(paragraphs));
  });
});
