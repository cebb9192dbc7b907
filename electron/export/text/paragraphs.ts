/** What stands between two paragraphs of a text without pages. */
export const PARAGRAPHS = '\n\n';

/** The paragraphs one below the other; what is empty is left out. */
export const joinParagraphs = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(PARAGRAPHS);

/** A heading over a line of its length. */
export const underline = (heading: string, mark: string): string =>
  `${heading}\n${mark.repeat(Math.min(heading.length, 72))}`;

/** Puts `mark` before the first line of `text`, and as much space before the others, so that they belong to it. */
export const hang = (mark: string, text: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? mark : line === '' ? '' : ' '.repeat(mark.length)) + line)
    .join('\n');
