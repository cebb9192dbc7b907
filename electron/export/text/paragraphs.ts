/** The separator of paragraphs in a text without pages. */
export const PARAGRAPHS = '\n\n';

/** The paragraphs one below the other; empty ones are left out. */
export const joinParagraphs = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(PARAGRAPHS);

/** A heading with a line of its length below it. */
export const underline = (heading: string, mark: string): string =>
  `${heading}\n${mark.repeat(Math.min(heading.length, 72))}`;

/** Puts `mark` before the first line of `text`, and indents the other lines by its width. */
export const hang = (mark: string, text: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? mark : line === '' ? '' : ' '.repeat(mark.length)) + line)
    .join('\n');
