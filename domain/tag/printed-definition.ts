/** A definition as one text, for formats that have one field for it; it is read back as it was. */
import type { Tag } from './tag.ts';

type Definition = Tag['definition'];

const NOT_WHEN = 'Not when: ';
const EXAMPLE = 'Example: ';

/** The use on the first lines, then "Not when: …" and "Example: …"; empty where nothing is said. */
export const printDefinition = ({ useWhen, notWhen, example }: Definition): string =>
  [useWhen, notWhen === '' ? '' : NOT_WHEN + notWhen, example === '' ? '' : EXAMPLE + example]
    .filter((line) => line !== '')
    .join('\n');

/** What stands before the first mark is the use; each mark begins a line and holds until the next. */
export const readDefinition = (text: string): Definition => {
  const [useWhen = '', ...parts] = text.split(/^(Not when: |Example: )/mu);
  const of = (mark: string): string => {
    const at = parts.indexOf(mark);
    return at === -1 ? '' : (parts[at + 1] ?? '').trim();
  };
  return { useWhen: useWhen.trim(), notWhen: of(NOT_WHEN), example: of(EXAMPLE) };
};
