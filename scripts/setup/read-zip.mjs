// Reads a zip archive in memory. Only the features that the runtime's archive uses: stored or deflated entries, no
// encryption, no zip64.
import { crc32, inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endOfDirectoryLength = 22;

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {boolean} isFolder
 * @property {number} mode the Unix permissions, 0 if the archive has none
 * @property {() => Buffer} read unpacks the bytes and checks their sum
 */

/**
 * The entries of an archive, in its own order.
 *
 * @param {Buffer} zip
 * @returns {Generator<ZipEntry>}
 */
export function* readZip(zip) {
  const end = zip.lastIndexOf(signatureBytes(endOfDirectory), zip.length - endOfDirectoryLength);
  if (end === -1) throw new Error('This is no zip archive.');
  const count = zip.readUInt16LE(end + 10);
  let offset = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(offset) !== directoryEntry) throw new Error('The directory of the zip is damaged.');
    const nameLength = zip.readUInt16LE(offset + 28);
    const name = zip.toString('utf8', offset + 46, offset + 46 + nameLength);
    const entryOffset = offset;
    yield {
      name,
      isFolder: name.endsWith('/'),
      mode: (zip.readUInt32LE(offset + 38) >>> 16) & 0o777,
      read: () => unpack(zip, entryOffset, name),
    };
    offset += 46 + nameLength + zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
  }
}

/**
 * @param {Buffer} zip
 * @param {number} offset of the entry in the directory
 * @param {string} name
 */
function unpack(zip, offset, name) {
  const method = zip.readUInt16LE(offset + 10);
  const local = zip.readUInt32LE(offset + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(offset + 20));
  if (method !== 0 && method !== 8) throw new Error(`${name} is packed in a way that is not understood.`);
  const bytes = method === 0 ? packed : inflateRawSync(packed);
  if (crc32(bytes) !== zip.readUInt32LE(offset + 16)) throw new Error(`${name} is damaged in the archive.`);
  return bytes;
}

/** @param {number} signature */
function signatureBytes(signature) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
