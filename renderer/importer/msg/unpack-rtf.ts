/** The text of a message in RTF as Outlook packs it ([MS-OXRTFCP]): copies out of a window of the last 4,096 bytes. */
import { DocumentError } from '../document-error.ts';

const PACKED = 0x75465a4c;
const PLAIN = 0x414c454d;
const HEADER_BYTES = 16;
const WINDOW_BYTES = 4096;
const MAX_BYTES = 64 * 1024 ** 2;

/** What stands in the window before the first byte. */
const BEFORE =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** Bytes as one character each. */
const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** The bytes that were unpacked, and the window that references look into. */
class Unpacked {
  readonly #window = new Uint8Array(WINDOW_BYTES);
  readonly #out: Uint8Array;
  #length = 0;
  #write = BEFORE.length;

  constructor(packedBytes: number) {
    // A reference of two bytes stands for seventeen at most.
    this.#out = new Uint8Array(Math.min(MAX_BYTES, packedBytes * 9));
    this.#window.set([...BEFORE].map((letter) => letter.charCodeAt(0)));
  }

  put(byte: number): void {
    if (this.#length >= this.#out.length) throw new DocumentError('document-unsafe');
    this.#out[this.#length] = byte;
    this.#length += 1;
    this.#window[this.#write] = byte;
    this.#write = (this.#write + 1) % WINDOW_BYTES;
  }

  /** Copies what `reference` names, an offset in the window and a length; false where it ends the text. */
  copy(reference: number): boolean {
    const from = reference >> 4;
    if (from === this.#write) return false;
    const count = (reference & 0xf) + 2;
    for (let at = from; at < from + count; at += 1) this.put(this.#window[at % WINDOW_BYTES] ?? 0);
    return true;
  }

  end(): Uint8Array {
    return this.#out.subarray(0, this.#length);
  }
}

/** What of `packed` is to be read next, and whether its end was met. */
type Reader = { readonly packed: Uint8Array; at: number; isEnded: boolean };

const take = (reader: Reader): number => {
  reader.at += 1;
  return reader.packed[reader.at - 1] ?? 0;
};

const takePiece = (reader: Reader, isReference: boolean, unpacked: Unpacked): void => {
  if (reader.at >= reader.packed.length || reader.isEnded) return;
  const first = take(reader);
  if (!isReference) unpacked.put(first);
  else reader.isEnded = !unpacked.copy((first << 8) | take(reader));
};

/** Eight flags stand before eight pieces: set for a reference, which are two bytes, else one byte as it is. */
const unpack = (packed: Uint8Array): Uint8Array => {
  const unpacked = new Unpacked(packed.length);
  const reader: Reader = { packed, at: 0, isEnded: false };
  while (reader.at < packed.length && !reader.isEnded) {
    const flags = take(reader);
    for (let bit = 0; bit < 8; bit += 1) takePiece(reader, (flags & (1 << bit)) !== 0, unpacked);
  }
  return unpacked.end();
};

/** The RTF that `bytes` hold, one character a byte; null where they hold none. */
export const unpackRtf = (bytes: Uint8Array): string | null => {
  if (bytes.length < HEADER_BYTES) return null;
  const kind = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const content = bytes.subarray(HEADER_BYTES);
  if (kind === PLAIN) return latin1(content);
  return kind === PACKED ? latin1(unpack(content)) : null;
};
