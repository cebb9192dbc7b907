import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTarEntry } from '../../../scripts/setup/read-tar-entry.mjs';
import { readZip } from '../../../scripts/setup/read-zip.mjs';

interface Packed {
  name: string;
  content: Buffer;
  mode: number;
  isDeflated: boolean;
}

const text = 'Nothing but the passage. '.repeat(40);
const files: Packed[] = [
  { name: 'stored.txt', content: Buffer.from('as it is'), mode: 0o644, isDeflated: false },
  { name: 'folder/', content: Buffer.alloc(0), mode: 0o755, isDeflated: false },
  { name: 'folder/run', content: Buffer.from(text), mode: 0o755, isDeflated: true },
];

/** The fields that a local header and its entry in the directory share, from the method to the name's length. */
function sharedFields(file: Packed, packed: Buffer): Buffer {
  const fields = Buffer.alloc(20);
  fields.writeUInt16LE(file.isDeflated ? 8 : 0, 0);
  fields.writeUInt32LE(crc32(file.content), 6);
  fields.writeUInt32LE(packed.length, 10);
  fields.writeUInt32LE(file.content.length, 14);
  fields.writeUInt16LE(file.name.length, 18);
  return fields;
}

function makeZip(contents: readonly Packed[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of contents) {
    const packed = file.isDeflated ? deflateRawSync(file.content) : file.content;
    const fields = sharedFields(file, packed);
    const head = Buffer.concat([
      Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'),
      fields,
      Buffer.alloc(2),
    ]);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE((file.mode << 16) >>> 0, 8);
    tail.writeUInt32LE(offset, 12);
    const entry = Buffer.from('PK\x01\x02\x14\x03\x14\x00\x00\x00', 'latin1');
    directory.push(Buffer.concat([entry, fields, tail, Buffer.from(file.name)]));
    local.push(head, Buffer.from(file.name), packed);
    offset += head.length + file.name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(contents.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...directory, end]);
}

describe('a zip archive', () => {
  it('gives back its files, stored or deflated, with their permissions', () => {
    const entries = [...readZip(makeZip(files))];
    expect(entries.map(({ name, mode, isFolder }) => ({ name, mode, isFolder }))).toEqual(
      files.map(({ name, mode }) => ({ name, mode, isFolder: name.endsWith('/') })),
    );
    expect(entries.map((entry) => entry.read().toString())).toEqual(['as it is', '', text]);
  });

  it('refuses a file whose bytes have changed', () => {
    const zip = makeZip(files);
    zip.write('as it was', zip.indexOf('as it is'));
    const [stored] = readZip(zip);
    expect(() => stored?.read()).toThrow('stored.txt is damaged');
  });

  it('is not read from what is none', () => {
    expect(() => [...readZip(Buffer.from('no archive at all, but long enough'))]).toThrow('no zip archive');
  });
});

function makeTar(contents: Record<string, string>): Buffer {
  const blocks = Object.entries(contents).flatMap(([name, content]) => {
    const head = Buffer.alloc(512);
    head.write(name);
    head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return [head, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

describe('a tar archive', () => {
  const tar = makeTar({ 'package/first': 'x'.repeat(513), 'package/second': 'here' });

  it('gives back one file by its name', () => {
    expect(readTarEntry(tar, 'package/second').toString()).toBe('here');
    expect(readTarEntry(tar, 'package/first')).toHaveLength(513);
  });

  it('says which file it lacks', () => {
    expect(() => readTarEntry(tar, 'package/third')).toThrow('package/third');
  });
});
