/** Encodes text in a legacy encoding, by trying what each byte or pair of bytes decodes to. */
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import { decodeStrictly } from '#electron/import/encoding/decode-as.ts';

const tables = new Map<TextEncoding, ReadonlyMap<string, readonly number[]>>();

const tableOf = (encoding: TextEncoding): ReadonlyMap<string, readonly number[]> => {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]): void => {
    const text = decodeStrictly(Uint8Array.from(bytes), encoding);
    if (text !== null && [...text].length === 1 && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first += 1) learn(first);
  if (table.size < 200) {
    for (let first = 0x81; first < 256; first += 1) {
      for (let second = 0x40; second < 256; second += 1) learn(first, second);
    }
  }
  tables.set(encoding, table);
  return table;
};

/** The bytes of `text` in a single-byte or double-byte encoding; throws for unsupported characters. */
export const encodeAs = (text: string, encoding: TextEncoding): Uint8Array => {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
};
