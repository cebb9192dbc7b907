import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { leftOutUnselected, placeSelection, placingAtLast, seenText } from '#domain/inbox/place-selection.ts';

const place = (
  text: string,
  exact: string,
  { prefix = '', suffix = '', occurrence = null as { number: number; of: number } | null } = {},
): string => {
  const found = placeSelection(seenText(text), { exact, prefix, suffix, occurrence });
  return found.ok
    ? `${found.value.start}: ${text.slice(found.value.start, found.value.end)}`
    : found.error.code;
};

describe('words that were selected in a browser', () => {
  it('stand where their letters do, whatever the white space, soft hyphens and pictures between them', () => {
    expect(
      place('The ferry\nstopped at \uFFFCnoon.', 'ferry stop\u00ADped at noon', { prefix: 'The ' }),
    ).toBe('4: ferry\nstopped at \uFFFCnoon');
  });

  it('stand where the page was read in an encoding that is not its own', () => {
    expect(
      place('L’accueil dÃ©bute Ã l’heure dite.', 'dÃ©bute Ã\u0081 l’heure', { prefix: 'accueil ' }),
    ).toBe('10: dÃ©bute Ã l’heure');
  });

  it('are not found where one letter differs', () => {
    expect(place('The ferry stopped at noon.', 'ferry stops at noon')).toBe('quote-not-found');
  });

  it('stand where letters are raised, with the brackets of what is raised', () => {
    expect(place('An area of 12 m² of CO₂, as E_(jk) says.[3]^(p. 7)', '12 m2 of CO2, as Ejk says')).toBe(
      '11: 12 m² of CO₂, as E_(jk) says',
    );
    expect(place('It is x^a, said one.[3]^(p. 7) Next.', 'xa, said one.[3]p. 7', { prefix: 'It is ' })).toBe(
      '6: x^a, said one.[3]^(p. 7)',
    );
    expect(
      place('See ^ Walrond (2009), snake_case.', '^ Walrond (2009), snake_case', { prefix: 'See ' }),
    ).toBe('4: ^ Walrond (2009), snake_case');
    expect(place('The ﬁrst 𝟐 are in.', 'first 2 are', { prefix: 'The ' })).toBe('4: ﬁrst 𝟐 are');
  });

  it('are told by both sides together where the page goes on elsewhere', () => {
    const beside = { prefix: 'a power station. FTC: We use ', suffix: ' links. More. Guides, deals' };
    expect(place('FTC: We use income earning auto links. More.', 'income earning auto', beside)).toBe(
      '12: income earning auto',
    );
    expect(place('They use income earning auto pilots.', 'income earning auto', beside)).toBe(
      'quote-not-found',
    );
  });

  it('need what stands beside them where they are short, and never are a part of another word', () => {
    expect(place('The port was closed.', 'port', { prefix: 'the airline and its ', suffix: ' crew' })).toBe(
      'quote-not-found',
    );
    expect(place('The port was closed.', 'port', { suffix: ' was closed.' })).toBe('4: port');
    expect(place('The airport was closed.', 'port', { prefix: 'The ', suffix: ' was closed.' })).toBe(
      'quote-not-found',
    );
  });

  it('are told apart by what stands beside them, then by their number, and else by nobody', () => {
    const text = 'One. He denied it. Two. He denied it. Three.';
    expect(place(text, 'He denied it.', { prefix: 'Two. ', suffix: ' Three.' })).toBe('24: He denied it.');
    const alike = 'Eggs, 1 cup of milk. Eggs, 1 cup of milk. Eggs, 1 cup of milk.';
    const beside = { prefix: 'Eggs, ', suffix: ' of milk.' };
    expect(place(alike, '1 cup', beside)).toBe('quote-ambiguous');
    expect(place(alike, '1 cup', { ...beside, occurrence: { number: 2, of: 3 } })).toBe('27: 1 cup');
    expect(place(alike, '1 cup', { ...beside, occurrence: { number: 2, of: 4 } })).toBe('quote-ambiguous');
  });

  it('are found without a box of links in their midst, and with no other difference', () => {
    const [one, two] = [
      'The crew would sleep for the whole of the flight to Mars.',
      'The ship would have to steer itself for months.',
    ];
    const text = `Doctors hope for more. ${one}\n${two} Nobody has tried.`;
    const selected = `${one} Related links: an agency. ${two}`;
    expect(place(text, selected)).toBe(`23: ${one}\n${two}`);
    expect(placeSelection(seenText(text), { exact: selected, prefix: '', suffix: '' })).toMatchObject({
      value: { leavesOut: true },
    });
    expect(place(text.replace('whole', 'length'), selected)).toBe('quote-not-found');
    expect(place(`${text} ${one}\n${two}`, selected)).toBe('quote-not-found');
  });

  it('are found at last without the lines that the text does not have, and with all of the others', () => {
    const bodyOf = (...lines: readonly string[]): Body => ({
      type: 'doc',
      content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    });
    const [one, two, three] = [
      'They let you send a letter and more.',
      'Read the news',
      'It learns as you read.',
    ];
    const selected = { exact: [one, 'Favourites', two, 'Next', three].join('\n'), prefix: '', suffix: '' };
    const placed = (...lines: readonly string[]) => {
      const body = bodyOf(...lines);
      const found = placingAtLast(textBlockSpans(body))(selected);
      return found.ok ? canonicalText(body).slice(found.value.start, found.value.end) : found.error.code;
    };
    expect(placed('Before.', one, two, three, 'After.')).toBe([one, two, three].join('\n'));
    expect(placed('Before.', one, 'Another line.', three)).toBe('quote-not-found');
    expect(placed(one, two, three, one, two, three)).toBe('quote-not-found');
  });

  it('are found between formulas that a browser draws and the text writes', () => {
    const text = (words: string, isFormula = false) => ({
      type: 'text' as const,
      text: words,
      ...(isFormula ? { marks: [{ type: 'code' as const }] } : {}),
    });
    const body: Body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [text('Where '), text('x^{2}', true), text(' is the number of ships.')],
        },
      ],
    };
    const place = placingAtLast(textBlockSpans(body));
    const whole = { start: 0, end: canonicalText(body).length, leavesOut: false };
    expect(place({ exact: 'Where  is the number of ships.', prefix: '', suffix: '' })).toEqual({
      ok: true,
      value: whole,
    });
    expect(place({ exact: 'Where x^{2} is the number of ships.', prefix: '', suffix: '' })).toEqual({
      ok: true,
      value: whole,
    });
  });

  it('are found again wherever they are cut from a text, to the letter, or not at all', () => {
    const letter = fc.constantFrom('a', 'b', 'é', '👩‍👩‍👧', 'c');
    const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 60 }), fc.nat(), fc.nat(), (words, a, b) => {
        const text = words.join(' ');
        const from = a % words.length;
        const to = from + 1 + (b % (words.length - from));
        const exact = words.slice(from, to).join(' ');
        const start = words.slice(0, from).join(' ').length + (from === 0 ? 0 : 1);
        const [prefix, suffix] = [
          text.slice(Math.max(0, start - 200), start),
          text.slice(start + exact.length, start + exact.length + 200),
        ];
        const found = placeSelection(seenText(text), { exact, prefix, suffix });
        if (found.ok) expect(text.slice(found.value.start, found.value.end)).toBe(exact);
        if (found.ok && text.length < 200) expect(found.value.start).toBe(start);
      }),
    );
  });
});

it('brings a block that was left out into the text where something is selected in it alone', () => {
  const block = (text: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  });
  const body = {
    type: 'doc' as const,
    content: ['The ferry stopped.', 'Read also: the port.', 'Nobody knew.'].map(block),
  };
  const select = (exact: string) => [{ exact, prefix: '', suffix: '' }];
  expect(leftOutUnselected(body, [1], select('the port.'))).toEqual([]);
  expect(leftOutUnselected(body, [0, 1], select('Nobody knew.'))).toEqual([0, 1]);
  expect(leftOutUnselected(body, [0, 1], select('The ferry stopped.'))).toEqual([1]);
});
