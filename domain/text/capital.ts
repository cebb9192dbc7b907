/** The words with their first letter as a capital: as they begin a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The words with `stop` behind them; an abbreviation that ends in it has it already. */
export const withStop = (words: string, stop: string): string =>
  words.endsWith(stop) ? words : `${words}${stop}`;

/** The words with a full stop where they end without a sign that closes a sentence; `stop` is their language’s. */
export const asSentence = (words: string, stop = '.'): string =>
  /[.!?…。！？｡؟۔।]["”’)」』】）»“]?$/u.test(words) ? words : `${words}${stop}`;
