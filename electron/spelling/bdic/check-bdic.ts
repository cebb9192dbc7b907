/**
 * Validates a dictionary in Chromium's format from end to end: an untrusted file's own statements are not relied on.
 * The format (BDic, version 2): a header of 32 bytes with the MD5 of the rest, the affixes, then the words as a tree;
 * it is written by make-bdic.ts and word-tree.ts.
 */
import { createHash } from 'node:crypto';
import { DictionaryFault } from './dictionary-fault.ts';

const HEAD_BYTES = 32;
const VERSION = 2;

/** Ends the numbers after a leaf. */
const END_OF_GROUPS = 0xffff;

/**
 * The number of words in the dictionary. Throws `not-a-dictionary`, or `damaged` if anything points outside of the
 * file.
 */
export const checkBdic = (bytes: Uint8Array): number => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < HEAD_BYTES || file.toString('latin1', 0, 4) !== 'BDic')
    throw new DictionaryFault('not-a-dictionary');
  if (file.readUInt16LE(4) !== VERSION) throw new DictionaryFault('not-a-dictionary');
  const sum = createHash('md5').update(file.subarray(HEAD_BYTES)).digest();
  if (!sum.equals(file.subarray(16, HEAD_BYTES))) throw new DictionaryFault('damaged');
  try {
    return lookThrough(file);
  } catch (cause) {
    // A read past the end.
    if (cause instanceof RangeError) throw new DictionaryFault('damaged');
    throw cause;
  }
};

const lookThrough = (file: Buffer): number => {
  const affixesAt = file.readUInt32LE(8);
  const wordsAt = file.readUInt32LE(12);
  if (affixesAt < HEAD_BYTES || wordsAt <= affixesAt) throw new DictionaryFault('damaged');
  for (let list = 0; list < 4; list++) {
    const at = file.readUInt32LE(affixesAt + list * 4);
    if (at <= affixesAt || at >= wordsAt) throw new DictionaryFault('damaged');
  }
  return countWords(file, wordsAt);
};

/** Every node has at least two bytes: more visits than the file is long mean a cycle. */
const countWords = (file: Buffer, wordsAt: number): number => {
  const open = [wordsAt];
  let words = 0;
  for (let looked = 0; open.length > 0; looked++) {
    const at = open.pop() ?? 0;
    if (looked > file.length || at < wordsAt) throw new DictionaryFault('damaged');
    const children = childrenOf(file, at);
    if (children === null) words += 1;
    else open.push(...children);
  }
  if (words === 0) throw new DictionaryFault('damaged');
  return words;
};

/** The positions of a node's children; null for a leaf, which is validated. */
const childrenOf = (file: Buffer, at: number): readonly number[] | null => {
  const id = file.readUInt8(at);
  if (id >= 0xe0) return childrenOfList(file, at);
  if (id >= 0x80) return childrenOfTable(file, at);
  passLeaf(file, at);
  return null;
};

/** Two bytes; the rest of the word, zero-terminated, if 0x40 is set; numbers of groups if 0x20 is. */
const passLeaf = (file: Buffer, at: number): void => {
  const id = file.readUInt8(at);
  let end = at + 2;
  if ((id & 0x40) !== 0) {
    end = file.indexOf(0, end) + 1;
    if (end === 0) throw new DictionaryFault('damaged');
  }
  if ((id & 0x20) !== 0) while (file.readUInt16LE(end) !== END_OF_GROUPS) end += 2;
  else if (end > file.length) throw new DictionaryFault('damaged');
};

/** Up to fifteen children, each with its byte and its offset from the end of the list. */
const childrenOfList = (file: Buffer, at: number): readonly number[] => {
  const id = file.readUInt8(at);
  const width = (id & 0x10) === 0 ? 1 : 2;
  const count = id & 0x0f;
  const begin = at + 1 + count * (1 + width);
  return Array.from(
    { length: count },
    (_, index) => begin + file.readUIntLE(at + 2 + index * (1 + width), width),
  );
};

/** One slot for each byte from the first on; zero if no word continues with it. */
const childrenOfTable = (file: Buffer, at: number): readonly number[] => {
  const id = file.readUInt8(at);
  if ((id & 0xfc) !== 0xc0) throw new DictionaryFault('damaged');
  const isWide = (id & 2) !== 0;
  const width = isWide ? 4 : 2;
  const count = file.readUInt8(at + 2) + (id & 1);
  const places = Array.from({ length: count }, (_, index) => file.readUIntLE(at + 3 + index * width, width));
  return places.filter((place) => place !== 0).map((place) => (isWide ? place : at + place));
};
