/** @typedef {[size: number, png: Buffer][]} Pictures square, by their size in pixels */

/**
 * The container of Windows: a directory, then the pictures.
 *
 * @param {Pictures} pictures up to 256 pixels
 * @returns {Buffer}
 */
export function packIco(pictures) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length + 16 * pictures.length;
  const directory = pictures.map(([size, png]) => {
    const entry = Buffer.alloc(16);
    // One byte holds a side, and 0 stands for 256.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...directory, ...pictures.map(([, png]) => png)]);
}

/** @type {Record<number, string>} Apple's codes for the sizes */
const appleTypes = { 16: 'icp4', 32: 'icp5', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

/**
 * The container of macOS: chunks, each with its type and length before it.
 *
 * @param {Pictures} pictures of the sizes 16, 32, 128, 256, 512 and 1024
 * @returns {Buffer}
 */
export function packIcns(pictures) {
  const chunks = pictures.map(([size, png]) => packChunk(appleTypes[size] ?? '', png));
  return packChunk('icns', Buffer.concat(chunks));
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function packChunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
