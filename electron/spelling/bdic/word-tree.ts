/** The words of a dictionary as a tree of bytes: common prefixes are stored once. */
import { DictionaryFault } from './dictionary-fault.ts';
import { type Affixes, dictionaryLines } from './read-affixes.ts';

/** `byte` is 0 at the root, and in a child that ends the word of its parent; a leaf has the `rest` of its word. */
export type WordNode = {
  readonly byte: number;
  readonly children: readonly WordNode[];
  readonly rest: string;
  readonly groups: readonly number[];
  kind: 'leaf' | 'list8' | 'list16' | 'lookup16' | 'lookup32';
};

/** One less than the largest number that fits in a leaf itself, which means that the numbers follow it. */
const MAX_GROUP_IN_LEAF = 0x1ffe;
const NO_GROUP_IN_LEAF = 0x1fff;
const MAX_GROUPS = 32;
const MAX_LIST = 15;

/** A word, one character for each byte of UTF-8; its groups of flags, the largest number first; 0 is none. */
type Entry = { readonly word: string; readonly groups: readonly number[] };

/** Hunspell reads no longer word (MAXWORDLEN, 100 characters of up to four bytes). */
const MAX_WORD_BYTES = 400;

/** The words of a Hunspell dictionary in byte order, each once. */
export function readWords(text: string, affixes: Affixes): readonly Entry[] {
  const words = new Map<string, Set<number>>();
  const lines = dictionaryLines(text);
  if (!/^\d/.test(lines[0] ?? '')) throw new DictionaryFault('damaged');
  // The first line is the number of words.
  for (const line of lines.slice(1)) {
    const { word, flags } = parseEntry(line);
    const own = withoutIgnored(affixes.toUtf8(word), affixes.ignored);
    if (own === '' || own.length > MAX_WORD_BYTES) continue;
    const known = words.get(own) ?? new Set();
    words.set(own, known.add(groupOf(flags, affixes)));
  }
  return [...words.keys()]
    .sort(byBytes)
    .map((word) => ({ word, groups: [...(words.get(word) ?? [])].sort((a, b) => b - a) }));
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Hunspell removes them when reading a dictionary; Chromium's checker uses the words as stored. */
const withoutIgnored = (word: string, ignored: readonly string[]): string =>
  ignored.reduce((rest, character) => rest.replaceAll(character, ''), word);

function groupOf(flags: string | null, { flags: { areNumbers, groupOf: numberOf } }: Affixes): number {
  if (flags === null) return 0;
  return areNumbers ? Number.parseInt(flags, 10) || 0 : numberOf(flags);
}

/** "word/FLAGS\tmorphology": separated by the first slash that is neither the first character nor escaped. */
function parseEntry(line: string): { readonly word: string; readonly flags: string | null } {
  const slash = /[^\\]\//.exec(line);
  const end = slash === null ? line.length : slash.index + 1;
  const word = line.slice(0, end).replaceAll('\\/', '/');
  const flags = line.slice(end + 1);
  return {
    word: word.split('\t')[0] ?? '',
    flags: flags === '' ? null : (flags.split('\t')[0] ?? ''),
  };
}

/** The tree of `entries`, which are in byte order. */
export function buildTree(entries: readonly Entry[]): WordNode {
  const root = buildNode(entries, 0, entries.length, 0).node;
  chooseKinds(root);
  return root;
}

type BuiltNode = { readonly node: WordNode; readonly next: number };

/** `depth`: how many bytes all entries from `begin` on have in common; the last of these is the node's own. */
function buildNode(entries: readonly Entry[], begin: number, end: number, depth: number): BuiltNode {
  const { word = '', groups = [] } = entries[begin] ?? {};
  const leaf = (byte: number, rest: string): BuiltNode => ({
    node: { byte, children: [], rest, groups, kind: 'leaf' },
    next: begin + 1,
  });
  if (word.length < depth) return leaf(0, '');
  const byte = depth === 0 ? 0 : word.charCodeAt(depth - 1);
  let next = depth === 0 ? end : begin + 1;
  while (next < end && entries[next]?.word.charCodeAt(depth - 1) === byte) next += 1;
  if (next === begin + 1) return leaf(byte, word.slice(depth));
  const children: WordNode[] = [];
  for (let at = begin; at < next; ) {
    const child = buildNode(entries, at, next, depth + 1);
    children.push(child.node);
    at = child.next;
  }
  return { node: { byte, children, rest: '', groups: [], kind: 'lookup32' }, next };
}

/** The numbers after a leaf; all of them if the first is too large for it. */
const groupsBehind = (groups: readonly number[]): readonly number[] =>
  (groups[0] ?? 0) > MAX_GROUP_IN_LEAF ? groups : groups.slice(1);

/** Chooses the kind of child index for each node. Returns the size of the node with its subtree. */
function chooseKinds(node: WordNode): number {
  if (node.children.length === 0) return leafSize(node);
  const below = node.children.reduce((sum, child) => sum + chooseKinds(child), 0);
  const { kind, own } = kindFor(node, below);
  node.kind = kind;
  return own + below;
}

function leafSize({ groups, rest }: WordNode): number {
  const behind = groupsBehind(groups).length;
  return 2 + (rest === '' ? 0 : rest.length + 1) + (behind === 0 ? 0 : behind * 2 + 2);
}

type Kind = { readonly kind: WordNode['kind']; readonly own: number };

/** The smallest kind for a subtree of that many bytes, and its own size. */
function kindFor(node: WordNode, below: number): Kind {
  const count = node.children.length;
  if (count <= MAX_LIST && below <= 0xff) return { kind: 'list8', own: 1 + count * 2 };
  if (count <= MAX_LIST && below <= 0xffff) return { kind: 'list16', own: 1 + count * 3 };
  const { hasEnd, size } = tableOf(node);
  const places = size + Number(hasEnd);
  // The header has three bytes. Chromium's own tool counts two, which affects its choice of kind.
  const narrow = 2 + places * 2;
  return below + narrow < 0xffff
    ? { kind: 'lookup16', own: narrow }
    : { kind: 'lookup32', own: 2 + places * 4 };
}

/**
 * A table has a slot for each byte from the first child's to the last one's, and one before them for a word that ends
 * here.
 */
function tableOf({ children }: WordNode) {
  const hasEnd = children[0]?.byte === 0;
  const first = children[Number(hasEnd)]?.byte ?? 0;
  const last = children.at(-1)?.byte ?? 0;
  return { hasEnd, first, size: children.length === Number(hasEnd) ? 0 : last - first + 1 };
}

/** A growing buffer; offsets count from the beginning of the file. */
export class Output {
  #bytes = Buffer.alloc(1 << 20);
  length = 0;

  /** Reserves this many zero bytes; returns their offset. */
  reserve(count: number): number {
    const at = this.length;
    this.length += count;
    while (this.#bytes.length < this.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    return at;
  }

  push(...bytes: readonly number[]): void {
    const at = this.reserve(bytes.length);
    for (const [index, byte] of bytes.entries()) this.#bytes[at + index] = byte;
  }

  /** Writes bytes, one character each. */
  write(text: string): void {
    const at = this.reserve(text.length);
    this.#bytes.write(text, at, 'latin1');
  }

  /** Writes a number with this many bytes. */
  set(at: number, value: number, width: number): void {
    this.#bytes.writeUIntLE(value, at, width);
  }

  finished(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }
}

/** Writes a node with its subtree. */
export function writeTree(node: WordNode, output: Output): void {
  if (node.kind === 'leaf') writeLeaf(node, output);
  else if (node.kind === 'list8' || node.kind === 'list16') writeList(node, output);
  else writeLookup(node, output);
}

function writeLeaf({ groups, rest }: WordNode, output: Output): void {
  const behind = groupsBehind(groups);
  const first = behind.length === groups.length && groups.length > 0 ? NO_GROUP_IN_LEAF : (groups[0] ?? 0);
  output.push((first >> 8) | (rest === '' ? 0 : 0x40) | (behind.length === 0 ? 0 : 0x20), first & 0xff);
  if (rest !== '') output.write(`${rest}\0`);
  if (behind.length === 0) return;
  const kept = behind.slice(0, MAX_GROUPS - (groups.length - behind.length));
  for (const group of [...kept, 0xffff]) output.push(group & 0xff, group >> 8);
}

function writeList({ kind, children }: WordNode, output: Output): void {
  const width = kind === 'list8' ? 1 : 2;
  output.push(0xe0 | (width === 2 ? 0x10 : 0) | children.length);
  const table = output.reserve(children.length * (1 + width));
  const begin = output.length;
  for (const [index, child] of children.entries()) {
    output.set(table + index * (1 + width), child.byte, 1);
    output.set(table + index * (1 + width) + 1, output.length - begin, width);
    writeTree(child, output);
  }
}

function writeLookup(node: WordNode, output: Output): void {
  const { hasEnd, first, size } = tableOf(node);
  const isWide = node.kind === 'lookup32';
  const width = isWide ? 4 : 2;
  const begin = output.length;
  output.push(0xc0 | (isWide ? 2 : 0) | Number(hasEnd), first, size);
  const end = output.reserve(hasEnd ? width : 0);
  const table = output.reserve(size * width);
  for (const [index, child] of node.children.entries()) {
    const place = index === 0 && hasEnd ? end : table + (child.byte - first) * width;
    output.set(place, isWide ? output.length : output.length - begin, width);
    writeTree(child, output);
  }
}
