import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip, and false claims about it. */
export type ZipPart = {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  readonly method?: number;
  /** The Unix mode with the file type. */
  readonly mode?: number;
  readonly flags?: number;
  readonly saysSize?: number;
  readonly saysPackedSize?: number;
  readonly saysCrc?: number;
  /** Refers to the data of the file with that index. */
  readonly liesOn?: number;
};

const REGULAR = 0o100644;

const numbers = (bytes: number, ...values: readonly number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );

const DEFLATED = 8;
const UTF_8 = 0x800;

/** A zip built by hand (PKWARE's APPNOTE 4.3), valid or not. */
export const makeZip = (parts: readonly ZipPart[]): Buffer => {
  const bodies: Buffer[] = [];
  const table: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const { method = DEFLATED, flags = 0, mode = REGULAR } = part;
    const name = Buffer.from(part.name as string);
    const data = Buffer.from((part.data ?? '') as string);
    const packed = method === DEFLATED ? deflateRawSync(data) : data;
    const facts = Buffer.concat([
      numbers(2, 20, UTF_8 | flags, method, 0, 0x21),
      numbers(
        4,
        part.saysCrc ?? crc32(data),
        part.saysPackedSize ?? packed.length,
        part.saysSize ?? data.length,
      ),
      numbers(2, name.length, 0),
    ]);
    offsets.push(offset);
    const place = part.liesOn === undefined ? offset : (offsets[part.liesOn] ?? 0);
    const body = Buffer.concat([numbers(4, 0x04034b50), facts, name, packed]);
    bodies.push(body);
    offset += body.length;
    table.push(
      Buffer.concat([
        numbers(4, 0x02014b50),
        numbers(2, (3 << 8) | 20),
        facts,
        numbers(2, 0, 0, 0),
        numbers(4, mode * 2 ** 16, place),
        name,
      ]),
    );
  }
  const size = table.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.concat([
    numbers(4, 0x06054b50),
    numbers(2, 0, 0, parts.length, parts.length),
    numbers(4, size, offset),
    numbers(2, 0),
  ]);
  return Buffer.concat([...bodies, ...table, end]);
};
