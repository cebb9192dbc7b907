/** A folder of a compound file: streams are bytes, storages folders. */
export type CompoundFolder = { readonly [name: string]: Uint8Array | CompoundFolder };

const SECTOR = 512;
const MINI_SECTOR = 64;
const MINI_CUTOFF = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;

type Entry = {
  readonly name: string;
  readonly kind: 1 | 2 | 5;
  readonly content: Uint8Array;
  child: number;
  next: number;
};

const padded = (bytes: Uint8Array, to: number): Uint8Array => {
  const all = new Uint8Array(Math.ceil(bytes.length / to) * to);
  all.set(bytes);
  return all;
};

const words = (numbers: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(numbers).buffer);

/** The entries in a list, each folder's content as a chain of right siblings; returns the first of `folder`. */
const listEntries = (folder: CompoundFolder, entries: Entry[]): number => {
  let before: Entry | null = null;
  let first = FREE;
  for (const [name, content] of Object.entries(folder)) {
    const isStream = content instanceof Uint8Array;
    const entry: Entry = {
      name,
      kind: isStream ? 2 : 1,
      content: isStream ? content : new Uint8Array(),
      child: FREE,
      next: FREE,
    };
    const at = entries.push(entry) - 1;
    if (before === null) first = at;
    else before.next = at;
    before = entry;
    if (!isStream) entry.child = listEntries(content as CompoundFolder, entries);
  }
  return first;
};

const writeEntry = ({ name, kind, child, next, content }: Entry, start: number): Uint8Array => {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes[66] = kind;
  bytes.writeUInt32LE(FREE, 68);
  bytes.writeUInt32LE(next, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(content.length, 120);
  return bytes;
};

/** Consecutive sectors, with the chain of each run. */
const createSectors = (size: number) => {
  const parts: Uint8Array[] = [];
  const table: number[] = [];
  return {
    table,
    bytes: () => new Uint8Array(Buffer.concat(parts)),
    add(content: Uint8Array): number {
      if (content.length === 0) return END;
      const start = table.length;
      const all = padded(content, size);
      parts.push(all);
      for (let at = 1; at < all.length / size; at += 1) table.push(start + at);
      table.push(END);
      return start;
    },
  };
};

/**
 * A compound file built by hand ([MS-CFB], version 3). Its stream sizes and chains are correct unless changed
 * afterwards.
 */
export const makeCompoundFile = (root: CompoundFolder): Uint8Array => {
  const entries: Entry[] = [
    { name: 'Root Entry', kind: 5, content: new Uint8Array(), child: FREE, next: FREE },
  ];
  const child = listEntries(root, entries);
  const mini = createSectors(MINI_SECTOR);
  const big = createSectors(SECTOR);
  const starts = entries.map(({ content }) => (content.length < MINI_CUTOFF ? mini : big).add(content));
  const miniBytes = mini.bytes();
  const [top, ...others] = entries;
  const all = [{ ...(top as Entry), child, content: miniBytes }, ...others];
  const miniStart = big.add(miniBytes);
  const directory = all.map((entry, at) => writeEntry(entry, at === 0 ? miniStart : (starts[at] ?? END)));
  const directoryStart = big.add(new Uint8Array(Buffer.concat(directory)));
  const miniFatStart = big.add(words(mini.table));
  // The table contains itself: as many sectors as its own entries require.
  const used = big.table.length;
  const fatSectors = Math.ceil(used / (SECTOR / 4 - 1));
  const fat = words([
    ...big.table,
    ...Array.from({ length: fatSectors }, () => FAT),
    ...Array.from({ length: (SECTOR / 4) * fatSectors - used - fatSectors }, () => FREE),
  ]);
  const header = Buffer.alloc(SECTOR);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(MINI_CUTOFF, 56);
  header.writeUInt32LE(miniFatStart, 60);
  header.writeUInt32LE(miniFatStart === END ? 0 : 1, 64);
  header.writeUInt32LE(END, 68);
  for (let at = 0; at < 109; at += 1) header.writeUInt32LE(at < fatSectors ? used + at : FREE, 76 + at * 4);
  return new Uint8Array(Buffer.concat([header, big.bytes(), fat]));
};
