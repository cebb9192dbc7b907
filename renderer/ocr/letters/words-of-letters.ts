import type { MachineWord } from '#domain/article/machine/machine-page.ts';
import type { Letter } from './letters-of-page.ts';

/** Longer runs without a gap are parted. */
const MAX_LENGTH = 200;

const wordOf = (letters: readonly Letter[]): readonly MachineWord[] => {
  const [first] = letters;
  if (first === undefined) return [];
  return [
    {
      text: letters.map(({ text }) => text).join(''),
      left: Math.min(...letters.map(({ left }) => left)),
      right: Math.max(...letters.map(({ right }) => right)),
      baseline: first.baseline,
      size: first.size,
      confidence: null,
    },
  ];
};

/** Letters up to a gap, or to where the line or the size changes, are a word. */
export const wordsOfLetters = (letters: readonly Letter[]): readonly MachineWord[] => {
  const words: MachineWord[] = [];
  let open: Letter[] = [];
  const end = (): void => {
    words.push(...wordOf(open));
    open = [];
  };
  for (const letter of letters) {
    const [first] = open;
    const isElsewhere =
      first !== undefined && (first.baseline !== letter.baseline || first.size !== letter.size);
    if (letter.isGap || isElsewhere || open.length >= MAX_LENGTH) end();
    if (!letter.isGap) open.push(letter);
  }
  end();
  return words;
};
