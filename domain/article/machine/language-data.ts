/**
 * The head of a file of Tesseract's language data, in little-endian numbers: how many parts there may be, then where each
 * begins, −1 for one that it lacks (tesseract-ocr/tesseract `src/ccutil/tessdatamanager.cpp`).
 */

/** The place in the table of the network that reads lines, `TESSDATA_LSTM`; the engine here reads with no other. */
const LSTM = 17;
/** Tesseract names 24 parts (`TESSDATA_NUM_ENTRIES`); files of its newer versions may have some more. */
const MOST_PARTS = 64;
const ABSENT = -1n;

/** Why bytes are no language data that can be used: something else or cut short, or made for the engine of Tesseract 3. */
export type LanguageDataFault = 'not-language-data' | 'no-network';

/** Whether a part begins within the file and behind the table. */
const isWithin = (offset: bigint, head: number, length: number): boolean =>
  offset === ABSENT || (offset >= BigInt(head) && offset < BigInt(length));

/** What is wrong with the bytes of a `.traineddata`, as far as its table tells; null where nothing is. */
export const languageDataFault = (bytes: Uint8Array): LanguageDataFault | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < 4 ? 0 : view.getInt32(0, true);
  const head = 4 + 8 * count;
  if (count < 1 || count > MOST_PARTS || bytes.length < head) return 'not-language-data';
  const offsets = Array.from({ length: count }, (_, part) => view.getBigInt64(4 + 8 * part, true));
  if (!offsets.every((offset) => isWithin(offset, head, bytes.length))) return 'not-language-data';
  return (offsets[LSTM] ?? ABSENT) === ABSENT ? 'no-network' : null;
};
