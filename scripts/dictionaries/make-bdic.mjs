import { createHash } from 'node:crypto';
import { readAffixes } from './read-affixes.mjs';
import { readWords } from './read-words.mjs';
import { buildTree, Output, writeTree } from './word-tree.mjs';

const HEADER = 32;
const VERSION = 2;

/**
 * A Hunspell dictionary in the one file that Chromium's spell checker reads (BDic, version 2).
 *
 * @param {{affixes: Buffer, words: Buffer}} hunspell the .aff and the .dic
 * @returns {Buffer}
 */
export function makeBdic(hunspell) {
  const affixes = readAffixes(hunspell.affixes.toString('latin1'));
  const entries = readWords(hunspell.words.toString('latin1'), affixes);
  const output = new Output();
  output.reserve(HEADER);
  writeAffixes(affixes, output);
  const wordsAt = output.length;
  writeTree(buildTree(entries), output);
  return withHeader(output, wordsAt);
}

/**
 * @param {import('./read-affixes.mjs').Affixes} affixes
 * @param {Output} output
 */
function writeAffixes({ comment, groups, rules, replacements, others }, output) {
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
const printList = (/** @type {string[]} */ texts) =>
  `${texts.map((text) => `${text === '' ? ' ' : text}\0`).join('')}\0`;

/**
 * @param {Output} output
 * @param {number} wordsAt
 */
function withHeader(output, wordsAt) {
  const bytes = output.finished();
  bytes.write('BDic', 0, 'latin1');
  bytes.writeUInt16LE(VERSION, 4);
  bytes.writeUInt16LE(0, 6);
  bytes.writeUInt32LE(HEADER, 8);
  bytes.writeUInt32LE(wordsAt, 12);
  createHash('md5').update(bytes.subarray(HEADER)).digest().copy(bytes, 16);
  return bytes;
}
