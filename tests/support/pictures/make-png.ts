/** Pictures for tests: PNG files (W3C PNG, third edition), pixel by pixel. */
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

const header = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 2], 8);
  return data;
};

export type Rgb = readonly [number, number, number];

/** Blue bands with a red diagonal, so that rotation or tearing is visible. */
const usual = (x: number, y: number, width: number, height: number): Rgb => {
  if (Math.abs(x / width - y / height) < 0.02) return [200, 30, 30];
  return Math.floor((y * 6) / height) % 2 === 0 ? [27, 90, 99] : [228, 232, 234];
};

export type PngOptions = {
  /** False header values. */
  readonly claims?: { readonly width: number; readonly height: number };
  /** Chunks inserted before the pixels, by name: `eXIf`, `tEXt`. */
  readonly chunks?: Readonly<Record<string, Uint8Array>>;
  readonly colourAt?: (x: number, y: number) => Rgb;
};

/** A PNG of true colour without transparency. */
export const makePng = (width: number, height: number, options: PngOptions = {}): Buffer => {
  const { claims = { width, height }, chunks = {}, colourAt } = options;
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows.set(colourAt?.(x, y) ?? usual(x, y, width, height), y * (1 + width * 3) + 1 + x * 3);
  return Buffer.concat([
    signature,
    chunk('IHDR', header(claims.width, claims.height)),
    ...Object.entries(chunks).map(([name, data]) => chunk(name, data)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
};
