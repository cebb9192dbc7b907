// The words of a dictionary as a tree of bytes: what words have in common at their beginning is stored once.

/**
 * @typedef {{
 *   byte: number,
 *   children: WordNode[],
 *   rest: string,
 *   groups: number[],
 *   kind: 'leaf' | 'list8' | 'list16' | 'lookup16' | 'lookup32',
 * }} WordNode `byte` is 0 at the root, and where a word ends at its parent; a leaf has the `rest` of its word.
 */

/** Less than the greatest number that fits into a leaf itself: that one says that the numbers stand behind it. */
const MAX_GROUP_IN_LEAF = 0x1ffe;
const NO_GROUP_IN_LEAF = 0x1fff;
const MAX_GROUPS = 32;
const MAX_LIST = 15;

/**
 * @param {import('./read-words.mjs').Entry[]} entries in the order of their bytes
 * @returns {WordNode}
 */
export function buildTree(entries) {
  const root = buildNode(entries, 0, entries.length, 0).node;
  chooseKinds(root);
  return root;
}

/**
 * @param {import('./read-words.mjs').Entry[]} entries
 * @param {number} begin
 * @param {number} end
 * @param {number} depth how many bytes are the same in all of them; the last of these is the node's own
 * @returns {{node: WordNode, next: number}}
 */
function buildNode(entries, begin, end, depth) {
  const { word = '', groups = [] } = entries[begin] ?? {};
  /** @returns {{node: WordNode, next: number}} */
  const leaf = (/** @type {number} */ byte, /** @type {string} */ rest) => ({
    node: { byte, children: [], rest, groups, kind: 'leaf' },
    next: begin + 1,
  });
  if (word.length < depth) return leaf(0, '');
  const byte = depth === 0 ? 0 : word.charCodeAt(depth - 1);
  let next = depth === 0 ? end : begin + 1;
  while (next < end && entries[next]?.word.charCodeAt(depth - 1) === byte) next += 1;
  if (next === begin + 1) return leaf(byte, word.slice(depth));
  /** @type {WordNode[]} */
  const children = [];
  for (let at = begin; at < next; ) {
    const child = buildNode(entries, at, next, depth + 1);
    children.push(child.node);
    at = child.next;
  }
  return { node: { byte, children, rest: '', groups: [], kind: 'lookup32' }, next };
}

/**
 * The numbers that stand behind a leaf; all of them where the first is too large for it.
 *
 * @param {number[]} groups
 */
const groupsBehind = (groups) => ((groups[0] ?? 0) > MAX_GROUP_IN_LEAF ? groups : groups.slice(1));

/**
 * Chooses how the children of each node are found.
 *
 * @param {WordNode} node
 * @returns {number} the bytes that it takes with all below it
 */
function chooseKinds(node) {
  if (node.children.length === 0) return leafSize(node);
  const below = node.children.reduce((sum, child) => sum + chooseKinds(child), 0);
  const { kind, own } = kindFor(node, below);
  node.kind = kind;
  return own + below;
}

/** @param {WordNode} node */
function leafSize({ groups, rest }) {
  const behind = groupsBehind(groups).length;
  return 2 + (rest === '' ? 0 : rest.length + 1) + (behind === 0 ? 0 : behind * 2 + 2);
}

/**
 * The smallest kind for so many bytes below it, and what it takes itself.
 *
 * @param {WordNode} node
 * @param {number} below
 * @returns {{kind: WordNode['kind'], own: number}}
 */
function kindFor(node, below) {
  const count = node.children.length;
  if (count <= MAX_LIST && below <= 0xff) return { kind: 'list8', own: 1 + count * 2 };
  if (count <= MAX_LIST && below <= 0xffff) return { kind: 'list16', own: 1 + count * 3 };
  const { hasEnd, size } = tableOf(node);
  const places = size + Number(hasEnd);
  // The head is three bytes. Chromium's own tool counts two, and its choice of the kind hangs on that.
  const narrow = 2 + places * 2;
  return below + narrow < 0xffff
    ? { kind: 'lookup16', own: narrow }
    : { kind: 'lookup32', own: 2 + places * 4 };
}

/**
 * A table has a place for each byte from the first child's to the last one's, and one before them for a word that
 * ends here.
 *
 * @param {WordNode} node
 */
function tableOf({ children }) {
  const hasEnd = children[0]?.byte === 0;
  const first = children[Number(hasEnd)]?.byte ?? 0;
  const last = children.at(-1)?.byte ?? 0;
  return { hasEnd, first, size: children.length === Number(hasEnd) ? 0 : last - first + 1 };
}

/** Bytes that grow; offsets count from the beginning of the file. */
export class Output {
  #bytes = Buffer.alloc(1 << 20);
  length = 0;

  /** @param {number} count */
  reserve(count) {
    const at = this.length;
    this.length += count;
    while (this.#bytes.length < this.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    return at;
  }

  /** @param {...number} bytes */
  push(...bytes) {
    const at = this.reserve(bytes.length);
    for (const [index, byte] of bytes.entries()) this.#bytes[at + index] = byte;
  }

  /** @param {string} text bytes, one character each */
  write(text) {
    const at = this.reserve(text.length);
    this.#bytes.write(text, at, 'latin1');
  }

  /**
   * @param {number} at
   * @param {number} value
   * @param {number} width in bytes
   */
  set(at, value, width) {
    this.#bytes.writeUIntLE(value, at, width);
  }

  finished() {
    return this.#bytes.subarray(0, this.length);
  }
}

/**
 * @param {WordNode} node
 * @param {Output} output
 */
export function writeTree(node, output) {
  if (node.kind === 'leaf') writeLeaf(node, output);
  else if (node.kind === 'list8' || node.kind === 'list16') writeList(node, output);
  else writeLookup(node, output);
}

/**
 * @param {WordNode} node
 * @param {Output} output
 */
function writeLeaf({ groups, rest }, output) {
  const behind = groupsBehind(groups);
  const first = behind.length === groups.length && groups.length > 0 ? NO_GROUP_IN_LEAF : (groups[0] ?? 0);
  output.push((first >> 8) | (rest === '' ? 0 : 0x40) | (behind.length === 0 ? 0 : 0x20), first & 0xff);
  if (rest !== '') output.write(`${rest}\0`);
  if (behind.length === 0) return;
  const kept = behind.slice(0, MAX_GROUPS - (groups.length - behind.length));
  for (const group of [...kept, 0xffff]) output.push(group & 0xff, group >> 8);
}

/**
 * @param {WordNode} node
 * @param {Output} output
 */
function writeList({ kind, children }, output) {
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

/**
 * @param {WordNode} node
 * @param {Output} output
 */
function writeLookup(node, output) {
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
