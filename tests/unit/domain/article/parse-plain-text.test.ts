import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodySchema } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';

/** The paragraphs of a text, as they would stand in the canonical text. */
const paragraphs = (text: string): readonly string[] => {
  const body = parsePlainText(text);
  return (body?.content ?? []).map((block) => canonicalText({ type: 'doc', content: [block] }));
};

describe('parsePlainText', () => {
  it('parts paragraphs at blank lines, of which any number counts as one', () => {
    expect(paragraphs('One.\n\nTwo.\n\n\n \t\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('joins the wrapped lines of a paragraph by line breaks and never by a space', () => {
    const text = 'The harbour was closed on\nWednesday after the storm\nhad passed.\n\nIt opened again.';
    expect(paragraphs(text)).toEqual([
      'The harbour was closed on\nWednesday after the storm\nhad passed.',
      'It opened again.',
    ]);
    expect(parsePlainText(text)?.content[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The harbour was closed on' },
        { type: 'hardBreak' },
        { type: 'text', text: 'Wednesday after the storm' },
        { type: 'hardBreak' },
        { type: 'text', text: 'had passed.' },
      ],
    });
  });

  it('takes each line for a paragraph where none is blank and they end like sentences', () => {
    const lines = ['It rained.', 'Was it “heavy?”', 'It was, they said. “', '雨が降った。', 'The end…'];
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
  });

  it('takes lines that do not end like sentences for one wrapped paragraph', () => {
    const text =
      'The harbour was closed on Wednesday\nafter the storm had passed. It\nopened again on Friday.';
    expect(paragraphs(text)).toEqual([text]);
  });

  it('keeps a first line that is no sentence as a paragraph, not as a title', () => {
    const lines = [
      'Harbour closed',
      'By A. Writer',
      'The harbour was closed on Wednesday, the port authority said in a statement.',
      'It opened again on Friday after the cranes had been inspected twice.',
    ];
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
    expect(parsePlainText(lines.join('\n'))?.content.every(({ type }) => type === 'paragraph')).toBe(true);
  });

  it('lets blank lines alone decide where there are some', () => {
    expect(paragraphs('One.\nTwo.\n\nThree.')).toEqual(['One.\nTwo.', 'Three.']);
  });

  it('counts CRLF and CR as LF', () => {
    expect(paragraphs('One\r\ntwo\r\n\r\nThree\rfour')).toEqual(['One\ntwo', 'Three\nfour']);
  });

  it('keeps every character of a line: NBSP, tabs, and spaces at either end', () => {
    expect(paragraphs('\u00A0 One\u00A0kilometre \t\n\n\tTwo. ')).toEqual([
      '\u00A0 One\u00A0kilometre \t',
      '\tTwo. ',
    ]);
  });

  it('finds no text in white space', () => {
    for (const text of ['', '\n\n', ' \t\r\n\u00A0\n']) expect(parsePlainText(text)).toBeNull();
  });

  it('loses no line that has text in it, and adds no character', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', '.', ' ', '\u00A0', '”', '文', '\t'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (lines, lineEnd) => {
        const body = parsePlainText(lines.join(lineEnd));
        const kept = lines.filter((each) => each.trim() !== '');
        expect(body === null ? '' : canonicalText(bodySchema.parse(body))).toBe(kept.join('\n'));
      }),
    );
  });
});
