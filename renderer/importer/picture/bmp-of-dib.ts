/** Converts a device-independent bitmap (DIB), as in RTF, to a BMP file. */

const FILE_HEAD_BYTES = 14;
const CORE_HEAD_BYTES = 12;
const INFO_HEAD_BYTES = 40;
/** Three masks follow a plain header that declares them. */
const BI_BITFIELDS = 3;
const MASKS_BYTES = 12;
const MAX_PALETTE = 256;

const paletteBytes = (dib: DataView, headBytes: number): number => {
  if (headBytes === CORE_HEAD_BYTES) {
    const bits = dib.getUint16(10, true);
    return bits <= 8 ? 3 * 2 ** bits : 0;
  }
  const bits = dib.getUint16(14, true);
  const used = dib.getUint32(32, true);
  const colours = used === 0 && bits <= 8 ? 2 ** bits : used;
  const masks = headBytes === INFO_HEAD_BYTES && dib.getUint32(16, true) === BI_BITFIELDS ? MASKS_BYTES : 0;
  return 4 * Math.min(colours, MAX_PALETTE) + masks;
};

/** Null if there are too few bytes. */
export const bmpOfDib = (dib: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  if (dib.length < INFO_HEAD_BYTES) return null;
  const view = new DataView(dib.buffer, dib.byteOffset, dib.byteLength);
  const headBytes = view.getUint32(0, true);
  if (headBytes > dib.length) return null;
  const bmp = new Uint8Array(FILE_HEAD_BYTES + dib.length);
  const head = new DataView(bmp.buffer);
  head.setUint16(0, 0x424d);
  head.setUint32(2, bmp.length, true);
  head.setUint32(10, FILE_HEAD_BYTES + headBytes + paletteBytes(view, headBytes), true);
  bmp.set(dib, FILE_HEAD_BYTES);
  return bmp;
};
