import { createSignatureMaker, type MinHash } from '#domain/article/near-duplicate/near-duplicate.ts';
import { wordsInOrder } from '#domain/search/search-words.ts';
import type { Yielder } from '#electron/time/yielder.ts';

/** The number of characters processed at once: a few milliseconds. */
const PIECE_LENGTH = 20_000;

/** `text` in pieces that end at white space, if there is any nearby. */
function* piecesOf(text: string): Iterable<string> {
  let start = 0;
  while (text.length - start > PIECE_LENGTH) {
    const near = text.slice(start, start + PIECE_LENGTH).search(/\s\S*$/u);
    const end = start + (near <= 0 ? PIECE_LENGTH : near);
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

/** The signature of a text given as textblocks; null if it is too short to have one. */
export const signText = async (texts: readonly string[], yielder: Yielder): Promise<MinHash | null> => {
  const maker = createSignatureMaker();
  for (const text of texts) {
    for (const piece of piecesOf(text)) {
      maker.add(wordsInOrder(piece));
      await yielder.yieldIfDue();
    }
  }
  return maker.signature();
};

/** A signature in its stored form. */
export const printSignature = (signature: MinHash): string =>
  Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength).toString('base64');

export const parseSignature = (printed: string): MinHash => {
  const bytes = Uint8Array.from(Buffer.from(printed, 'base64'));
  return new Uint32Array(bytes.buffer);
};
