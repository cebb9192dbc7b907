/**
 * Apple's property lists, binary ("bplist00", by CFBinaryPList.c of Core Foundation) and XML. Values are only read on
 * request, one at a time: circular lists, or one object referenced a million times, cost nothing. Counts and offsets in
 * the file are checked against its length. The library `plist` only reads XML, all of it, and overflows the stack at
 * 20,000 nested arrays; here a list of 2^39 values in 40 objects opens in a millisecond.
 */
import { DocumentError } from '../document-error.ts';
import { parseXml } from '../package/parse-xml.ts';

/** A value of a list; a getter for another kind returns null, or nothing. */
export type PropertyValue = {
  /** The value of a key in a dictionary. */
  readonly at: (key: string) => PropertyValue | null;
  /** The values of an array. */
  readonly items: () => readonly PropertyValue[];
  /** Also null if it is longer than any address. */
  readonly text: () => string | null;
  readonly data: () => Uint8Array | null;
};

/** More than the parts of any page, or the keys of any of its dictionaries. */
const MAX_ITEMS = 10_000;
const MAX_KEYS = 100;
/** Longer than any type, encoding or address of a part: a list can reference one long text ten thousand times. */
const MAX_TEXT = 16 * 1024;

const SIGN = 'bplist00';
const TRAILER_BYTES = 32;
/** The kinds of objects: the upper half of their first byte. */
const DATA = 0x4;
const ASCII = 0x5;
const UTF_16 = 0x6;
const ARRAY = 0xa;
const DICTIONARY = 0xd;
/** The lower half is a length below this; this value means that a number with the length follows. */
const LENGTH_FOLLOWS = 0xf;

const damaged = (): DocumentError => new DocumentError('document-damaged');

/** The metadata in the last bytes of a list. */
type Trailer = {
  readonly offsetBytes: number;
  readonly referenceBytes: number;
  readonly objects: number;
  readonly top: number;
  readonly table: number;
};

/** A kind, the number of its elements, and where they begin. */
type ObjectHead = { readonly kind: number; readonly count: number; readonly start: number };

class BinaryList {
  readonly #bytes: Uint8Array;
  readonly #trailer: Trailer;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const at = bytes.length - TRAILER_BYTES;
    if (at < SIGN.length) throw damaged();
    this.#trailer = {
      offsetBytes: bytes[at + 6] ?? 0,
      referenceBytes: bytes[at + 7] ?? 0,
      objects: this.#number(at + 8, 8),
      top: this.#number(at + 16, 8),
      table: this.#number(at + 24, 8),
    };
  }

  top(): PropertyValue {
    return this.#value(this.#headOf(this.#trailer.top));
  }

  #slice(at: number, length: number): Uint8Array {
    const end = at + length;
    if (!(at >= 0 && length >= 0 && end <= this.#bytes.length)) throw damaged();
    return this.#bytes.subarray(at, end);
  }

  #number(at: number, length: number): number {
    if (length < 1 || length > 8) throw damaged();
    return this.#slice(at, length).reduce((number, byte) => number * 256 + byte, 0);
  }

  #headAt(at: number): ObjectHead {
    const [marker = 0] = this.#slice(at, 1);
    const kind = marker >> 4;
    const small = marker & LENGTH_FOLLOWS;
    if (small !== LENGTH_FOLLOWS) return { kind, count: small, start: at + 1 };
    const [lengthMarker = 0] = this.#slice(at + 1, 1);
    const lengthBytes = 2 ** (lengthMarker & 0xf);
    return { kind, count: this.#number(at + 2, lengthBytes), start: at + 2 + lengthBytes };
  }

  #headOf(object: number): ObjectHead {
    const { objects, table, offsetBytes } = this.#trailer;
    if (object >= objects) throw damaged();
    return this.#headAt(this.#number(table + object * offsetBytes, offsetBytes));
  }

  #value(head: ObjectHead): PropertyValue {
    return {
      at: (key) => this.#at(head, key),
      items: () => this.#items(head),
      text: () => this.#text(head),
      data: () => (head.kind === DATA ? this.#slice(head.start, head.count) : null),
    };
  }

  /** The object at an index of a list of references. */
  #named(start: number, index: number): ObjectHead {
    const { referenceBytes } = this.#trailer;
    return this.#headOf(this.#number(start + index * referenceBytes, referenceBytes));
  }

  #at({ kind, count, start }: ObjectHead, key: string): PropertyValue | null {
    if (kind !== DICTIONARY) return null;
    if (count > MAX_KEYS) throw new DocumentError('document-unsafe');
    for (let index = 0; index < count; index += 1) {
      const name = this.#named(start, index);
      // Compares lengths first, so that no long text is read for each lookup.
      if (name.count === key.length && this.#text(name) === key)
        return this.#value(this.#named(start, count + index));
    }
    return null;
  }

  #items({ kind, count, start }: ObjectHead): readonly PropertyValue[] {
    if (kind !== ARRAY) return [];
    if (count > MAX_ITEMS) throw new DocumentError('document-unsafe');
    return Array.from({ length: count }, (_, index) => this.#value(this.#named(start, index)));
  }

  #text({ kind, count, start }: ObjectHead): string | null {
    if (count > MAX_TEXT) return null;
    if (kind === ASCII) return new TextDecoder('utf-8').decode(this.#slice(start, count));
    return kind === UTF_16 ? new TextDecoder('utf-16be').decode(this.#slice(start, 2 * count)) : null;
  }
}

const fromBase64 = (text: string): Uint8Array | null => {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
};

const propertyIn = (element: Element): PropertyValue => ({
  at(key) {
    if (element.localName !== 'dict') return null;
    const named = [...element.children].find(
      ({ localName, textContent }) => localName === 'key' && textContent === key,
    );
    const value = named?.nextElementSibling ?? null;
    return value === null ? null : propertyIn(value);
  },
  items() {
    if (element.localName !== 'array') return [];
    if (element.children.length > MAX_ITEMS) throw new DocumentError('document-unsafe');
    return [...element.children].map(propertyIn);
  },
  text() {
    const text = element.localName === 'string' ? (element.textContent ?? '') : null;
    return text !== null && text.length > MAX_TEXT ? null : text;
  },
  data: () => (element.localName === 'data' ? fromBase64(element.textContent ?? '') : null),
});

const isBinary = (bytes: Uint8Array): boolean =>
  [...SIGN].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** The root value of a property list. Throws a DocumentError if it is not one, or malicious; so do its getters. */
export const openPropertyList = (bytes: Uint8Array): PropertyValue => {
  if (isBinary(bytes)) return new BinaryList(bytes).top();
  const [top] = parseXml(bytes).documentElement.children;
  if (top === undefined) throw damaged();
  return propertyIn(top);
};
