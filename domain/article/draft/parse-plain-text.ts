/**
 * Plain text to body. A text file says nothing about its paragraphs, so they are read from its lines, by two
 * rules and without touching a character inside a line:
 *
 * - Blank lines part paragraphs. The lines between them were wrapped by hand and stay lines, as hardBreaks.
 * - Where there is no blank line, the lines are either paragraphs (most of the text stands in lines that end like
 *   sentences) or one wrapped paragraph.
 *
 * Nothing becomes a heading: whether a first line is a title is for the analyst to say.
 */
import type { Body, InlineNode, ParagraphNode } from '../body/body.ts';

/** The end of a sentence in the scripts of the world, with closing quotation marks and brackets behind it. */
const SENTENCE_END = /[.!?…。！？．؟۔।॥։።]["'”“’‘»«›‹」』)\]】）\s]*$/u;
const BLANK = /^\s*$/u;

type Lines = readonly string[];

/** Groups of lines between blank lines. */
const groupLines = (lines: Lines): readonly Lines[] => {
  const groups: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (BLANK.test(line)) isOpen = false;
    else if (isOpen) groups.at(-1)?.push(line);
    else {
      groups.push([line]);
      isOpen = true;
    }
  }
  return groups;
};

const countCharacters = (lines: Lines): number => lines.reduce((sum, line) => sum + line.length, 0);

/**
 * Whether the lines are paragraphs. Weighted by length, so that a headline and a byline do not outvote the text
 * below them; in a text that was wrapped by hand only about one line in four ends like a sentence.
 */
const areParagraphs = (lines: Lines): boolean =>
  countCharacters(lines.filter((line) => SENTENCE_END.test(line))) * 2 >= countCharacters(lines);

const paragraphOf = (lines: Lines): ParagraphNode => ({
  type: 'paragraph',
  content: lines.flatMap((text, index): InlineNode[] =>
    index === 0 ? [{ type: 'text', text }] : [{ type: 'hardBreak' }, { type: 'text', text }],
  ),
});

/**
 * The body of a plain text, null where it holds nothing but white space. CRLF and CR count as LF; every other
 * character of a line is kept, its NBSPs and its spaces at either end included.
 */
export const parsePlainText = (text: string): Body | null => {
  const groups = groupLines(text.replace(/\r\n?/g, '\n').split('\n'));
  const [first, ...others] = groups;
  if (first === undefined) return null;
  const isLinePerParagraph = others.length === 0 && areParagraphs(first);
  const paragraphs = isLinePerParagraph ? first.map((line) => [line]) : groups;
  return { type: 'doc', content: paragraphs.map(paragraphOf) };
};
