/**
 * A dictionary in Chromium's format, looked through from end to end: what a stranger's file says of itself is not
 * believed. The format (BDic, version 2): a head of 32 bytes with the MD5 of what follows, the affixes, then the words
 * as a tree; see make-bdic.ts and word-tree.ts, which write it.
 */
import { createHash } from 'node:crypto';
import { DictionaryFault } from './dictionary-fault.ts';

const HEAD_BYTES = 32;
const VERSION = 2;

/** The end of the numbers behind a leaf. */
const END_OF_GROUPS = 0xffff;

/**
 * How many words the dictionary holds. Throws `not-a-dictionary`, or `damaged` where anything leads out of the file.
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

/** Every node has two bytes or more: one that is come to more often than the file is long stands in a ring. */
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

/** Where the children of a node begin; null of a leaf, which is looked through. */
const childrenOf = (file: Buffer, at: number): readonly number[] | null => {
  const id = file.readUInt8(at);
  if (id >= 0xe0) return childrenOfList(file, at);
  if (id >= 0x80) return childrenOfTable(file, at);
  passLeaf(file, at);
  return null;
};

/** Two bytes; the rest of the word, ended by a zero, where 0x40 says so; numbers of groups where 0x20 does. */
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

/** A place for each byte from the first on; zero where no word goes on with it. */
const childrenOfTable = (file: Buffer, at: number): readonly number[] => {
  const id = file.readUInt8(at);
  if ((id & 0xfc) !== 0xc0) throw new DictionaryFault('damaged');
  const isWide = (id & 2) !== 0;
  const width = isWide ? 4 : 2;
  const count = file.readUInt8(at + 2) + (id & 1);
  const places = Array.from({ length: count }, (_, index) => file.readUIntLE(at + 3 + index * width, width));
  return places.filter((place) => place !== 0).map((place) => (isWide ? place : at + place));
};
