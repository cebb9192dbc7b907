import { createHash } from 'node:crypto';
import { DictionaryFault } from './dictionary-fault.ts';
import { type Affixes, readAffixes } from './read-affixes.ts';
import { buildTree, Output, readWords, writeTree } from './word-tree.ts';

const HEADER = 32;
const VERSION = 2;

/** The two files of a Hunspell dictionary: the .aff and the .dic. */
export type HunspellDictionary = { readonly affixes: Uint8Array; readonly words: Uint8Array };

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/**
 * Converts a Hunspell dictionary to the single file that Chromium's spelling checker reads (BDic, version 2). Throws a
 * DictionaryFault if it is not one, or needs features that the format lacks.
 */
export function makeBdic(hunspell: HunspellDictionary): Buffer {
  const affixes = readAffixes(asText(hunspell.affixes));
  const entries = readWords(asText(hunspell.words), affixes);
  if (entries.length === 0) throw new DictionaryFault('damaged');
  const output = new Output();
  output.reserve(HEADER);
  writeAffixes(affixes, output);
  const wordsAt = output.length;
  writeTree(buildTree(entries), output);
  return withHeader(output, wordsAt);
}

function writeAffixes(
  { comment, flags: { groups }, rules, replacements, others }: Affixes,
  output: Output,
): void {
  const table = output.reserve(16);
  output.write(`\n${comment}\n`);
  const lists = [
    () => output.write(`AF ${groups.length}\0${printList(groups.map((group) => `AF ${group}`))}`),
    () => output.write(printList(rules)),
    () =>
      output.write(
        `${replacements
          .flat()
          .map((text) => `${text}\0`)
          .join('')}\0`,
      ),
    () => output.write(printList(others)),
  ];
  for (const [index, write] of lists.entries()) {
    output.set(table + index * 4, output.length, 4);
    write();
  }
}

/** An empty text would end the list. */
const printList = (texts: readonly string[]): string =>
  `${texts.map((text) => `${text === '' ? ' ' : text}\0`).join('')}\0`;

function withHeader(output: Output, wordsAt: number): Buffer {
  const bytes = output.finished();
  bytes.write('BDic', 0, 'latin1');
  bytes.writeUInt16LE(VERSION, 4);
  bytes.writeUInt16LE(0, 6);
  bytes.writeUInt32LE(HEADER, 8);
  bytes.writeUInt32LE(wordsAt, 12);
  createHash('md5').update(bytes.subarray(HEADER)).digest().copy(bytes, 16);
  return bytes;
}
