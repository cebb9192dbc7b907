/**
 * A moving picture of screenshots: an animated PNG (W3C PNG, third edition) in at most 256 colours. The colours are
 * those that most pixels have, none of them near another; each frame holds only the rectangle that differs from the one
 * before.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

export type Frame = { readonly png: Uint8Array; readonly shownMs: number };

type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
const CHANNELS = 3;
/** Squared distance of two colours that nobody tells apart on a screen. */
const NEAR = 3 * 8 ** 2;
const LOOP_FOREVER = 0;

/** The animation of the frames, all of them of one size. */
export const animate = (frames: readonly Frame[]): Buffer => {
  const pictures = frames.map(({ png }) => readPixels(Buffer.from(png)));
  const [first] = pictures;
  if (first === undefined) throw new Error('An animation has at least one frame.');
  const palette = choosePalette(pictures);
  const indexed = pictures.map(({ rgb }) => toIndexes(rgb, palette));
  const whole: Box = { x: 0, y: 0, width: first.width, height: first.height };
  let sequence = 0;
  const next = (): number => sequence++;
  const parts = indexed.flatMap((indexes, at) => {
    const before = indexed[at - 1];
    const box = before === undefined ? whole : differenceOf(before, indexes, whole);
    const data = packRows(indexes, first.width, box);
    const control = chunk('fcTL', frameControl(next(), box, frames[at]?.shownMs ?? 0));
    return [control, at === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([uint32(next()), data]))];
  });
  const header = Buffer.concat([uint32(first.width), uint32(first.height), Buffer.from([8, 3, 0, 0, 0])]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('acTL', Buffer.concat([uint32(frames.length), uint32(LOOP_FOREVER)])),
    chunk('PLTE', Buffer.from(palette.flat())),
    ...parts,
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
};

const frameControl = (sequence: number, { x, y, width, height }: Box, shownMs: number): Buffer => {
  const end = Buffer.alloc(6);
  end.writeUInt16BE(shownMs, 0);
  end.writeUInt16BE(1000, 2);
  return Buffer.concat([...[sequence, width, height, x, y].map(uint32), end]);
};

/** What differs, as the least rectangle; one pixel where nothing does. */
const differenceOf = (before: Uint8Array, now: Uint8Array, { width, height }: Box): Box => {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 0; at < now.length; at += 1) {
    if (before[at] === now[at]) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
};

const packRows = (indexes: Uint8Array, width: number, box: Box): Buffer => {
  const rows = Buffer.alloc(box.height * (box.width + 1));
  for (let row = 0; row < box.height; row += 1) {
    const start = (box.y + row) * width + box.x;
    rows.set(indexes.subarray(start, start + box.width), row * (box.width + 1) + 1);
  }
  return deflateSync(rows, { level: 9 });
};

type Colour = readonly [number, number, number];
const keyOf = (rgb: Uint8Array, at: number): number =>
  ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
const colourOf = (key: number): Colour => [key >> 16, (key >> 8) & 0xff, key & 0xff];
const distance = (a: Colour, b: Colour): number =>
  a.reduce((sum, value, channel) => sum + (value - (b[channel] ?? 0)) ** 2, 0);

/** The most frequent colours that are not near one that was chosen before. */
const choosePalette = (pictures: readonly Pixels[]): readonly Colour[] => {
  const counts = new Map<number, number>();
  for (const { rgb } of pictures)
    for (let at = 0; at < rgb.length; at += CHANNELS) {
      const key = keyOf(rgb, at);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const chosen: Colour[] = [];
  for (const [key] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (chosen.length === MOST_COLOURS) break;
    const colour = colourOf(key);
    if (chosen.every((other) => distance(other, colour) > NEAR)) chosen.push(colour);
  }
  return chosen;
};

const toIndexes = (rgb: Uint8Array, palette: readonly Colour[]): Uint8Array => {
  const known = new Map<number, number>();
  const nearest = (key: number): number => {
    const colour = colourOf(key);
    const distances = palette.map((other) => distance(other, colour));
    return distances.indexOf(Math.min(...distances));
  };
  const indexes = new Uint8Array(rgb.length / CHANNELS);
  for (let at = 0; at < indexes.length; at += 1) {
    const key = keyOf(rgb, at * CHANNELS);
    const index = known.get(key) ?? nearest(key);
    known.set(key, index);
    indexes[at] = index;
  }
  return indexes;
};

/** The pixels of a screenshot: 8 bits a channel, with or without transparency, not interlaced. */
export const readPixels = (png: Buffer): Pixels => {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, kind, , , interlace] = png.subarray(24, 29);
  if (depth !== 8 || interlace !== 0 || (kind !== 2 && kind !== 6))
    throw new Error('The picture is not as Chromium takes screenshots.');
  const perPixel = kind === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const lines = unfilter(inflateSync(Buffer.concat(data)), width * perPixel, perPixel);
  const rgb = new Uint8Array(width * height * CHANNELS);
  for (let at = 0; at < width * height; at += 1)
    rgb.set(lines.subarray(at * perPixel, at * perPixel + CHANNELS), at * CHANNELS);
  return { width, height, rgb };
};

/** What a filter of PNG predicts of a byte, by the bytes left of it, above it, and left above it. */
const predictors: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const a = Math.abs(above - corner);
    const b = Math.abs(left - corner);
    const c = Math.abs(left + above - 2 * corner);
    if (a <= b && a <= c) return left;
    return b <= c ? above : corner;
  },
];

const unfilter = (bytes: Buffer, stride: number, perPixel: number): Uint8Array => {
  const height = bytes.length / (stride + 1);
  // A line of nothing above, and a pixel of nothing before each: what stands outside counts as 0.
  const width = stride + perPixel;
  const lines = new Uint8Array((height + 1) * width);
  for (let row = 0; row < height; row += 1) {
    const from = row * (stride + 1);
    const predict = predictors[bytes.readUInt8(from)];
    if (predict === undefined) throw new Error('PNG has no such filter.');
    const start = (row + 1) * width + perPixel;
    for (let at = start; at < start + stride; at += 1) {
      const [left = 0, above = 0, corner = 0] = [
        lines[at - perPixel],
        lines[at - width],
        lines[at - width - perPixel],
      ];
      lines[at] = bytes.readUInt8(from + 1 + at - start) + predict(left, above, corner);
    }
  }
  const pixels = new Uint8Array(height * stride);
  for (let row = 0; row < height; row += 1) {
    const start = (row + 1) * width + perPixel;
    pixels.set(lines.subarray(start, start + stride), row * stride);
  }
  return pixels;
};
