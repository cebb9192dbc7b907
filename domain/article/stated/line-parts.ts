/** The parts of a line as its layout shows them: "Trade Ledger | Markets · 15 April 2024". */
const SEPARATOR = /\s*[|·•●]\s*|\s+[–—-]\s+|\s*\/\/\s*/u;

export const linePartsOf = (line: string): readonly string[] =>
  line
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The end of a sentence, closing quotation marks and brackets behind it. */
const SENTENCE_END = /[.!?…。！？।][”’"'»)\]]*$/u;
/** A point that ends an abbreviation or an initial, and no sentence. */
const ABBREVIATION_END = /(?:^|[\s.])(?:\p{Lu}|[JS]r|Inc|Ltd|Co|Corp|etc)\.$/u;

export const endsSentence = (line: string): boolean =>
  SENTENCE_END.test(line) && !ABBREVIATION_END.test(line);

/** A line of furniture is short; what is longer is text. */
export const MAX_LINE_LENGTH = 160;
