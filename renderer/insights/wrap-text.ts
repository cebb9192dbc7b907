import { clipText, textWidth } from './clip-text.ts';

/** A text in at most `most` lines of `width` CSS pixels, set at `size`; the last says with "…" that there is more. */
export const wrapText = (text: string, width: number, most: number, size: number): readonly string[] => {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < most - 1) {
    const line = fittingStart(rest, width, size);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return rest === '' ? lines : [...lines, clipText(rest, width, size)];
};

/** The beginning of a text that has room: whole words, or letters where one word has none. */
const fittingStart = (text: string, width: number, size: number): string => {
  let fitting = '';
  for (const part of text.match(/\S+\s*/gu) ?? []) {
    if (textWidth((fitting + part).trimEnd(), size) > width) break;
    fitting += part;
  }
  if (fitting !== '') return fitting;
  let letters = '';
  for (const letter of text) {
    if (letters !== '' && textWidth(letters + letter, size) > width) break;
    letters += letter;
  }
  return letters;
};
