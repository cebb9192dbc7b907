const blockSize = 512;

/**
 * The bytes of one file in a tar archive (ustar), without copying.
 *
 * @param {Buffer} tar
 * @param {string} name
 * @returns {Buffer}
 */
export function readTarEntry(tar, name) {
  let offset = 0;
  while (offset + blockSize <= tar.length) {
    const entryName = textAt(tar, offset, 100);
    if (entryName === '') break;
    const size = Number.parseInt(textAt(tar, offset + 124, 12).trim(), 8);
    const start = offset + blockSize;
    if (entryName === name) return tar.subarray(start, start + size);
    offset = start + Math.ceil(size / blockSize) * blockSize;
  }
  throw new Error(`The archive holds no ${name}.`);
}

/**
 * @param {Buffer} tar
 * @param {number} offset
 * @param {number} length
 */
function textAt(tar, offset, length) {
  const field = tar.subarray(offset, offset + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}
