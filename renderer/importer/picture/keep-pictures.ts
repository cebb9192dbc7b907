/**
 * Re-encodes the pictures of a text and stores them by the hash of their pixels: only what is visible enters the
 * archive. A picture that can't be drawn stays a placeholder, and is reported.
 */
import type { InlineNode, PictureNode } from '#domain/article/body/body.ts';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { ArticlePicture, DrawAnswer, ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { sha256Schema } from '#domain/ids.ts';
import { isSvg } from '#domain/picture/picture-head.ts';
import { err } from '#domain/result.ts';
import { bytesOfDataAddress, isDataAddress } from './data-address.ts';
import type { DecodedTiff } from './decode-tiff.ts';
import { drawPicture } from './draw-picture.ts';
import { drawSvg } from './draw-svg.ts';
import { isTiff } from './tiff-tags.ts';
import type { TiffRequest } from './tiff-worker.ts';
import workerUrl from './tiff-worker.ts?worker&url';

/** A fax page at 600 dpi takes two seconds. */
const MAX_DECODE_MS = 5000;

/**
 * A page of a TIFF (from 0), decoded in a separate worker, which is terminated afterwards; null if that takes too long
 * or fails.
 */
export const decodeInWorker = async (
  bytes: Uint8Array<ArrayBuffer>,
  page: number,
  maxMs = MAX_DECODE_MS,
): Promise<DecodedTiff | null> => {
  const worker = new Worker(workerUrl, { type: 'module' });
  try {
    return await new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<DecodedTiff | null>) => resolve(data));
      worker.addEventListener('error', () => resolve(null));
      setTimeout(() => resolve(null), maxMs);
      worker.postMessage({ bytes, page } satisfies TiffRequest);
    });
  } finally {
    worker.terminate();
  }
};

/** The first page of a TIFF, as a PNG; null if it can't be decoded. */
const drawTiff = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> => {
  const decoded = await decodeInWorker(bytes, 0);
  if (decoded === null) return null;
  const { width, height, pixels } = decoded;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
};

/** Limits for the pictures of one text. The time is well within what the page is given for everything. */
export type PictureLimits = { readonly pictures: number; readonly bytes: number; readonly timeMs: number };
export const pictureLimits: PictureLimits = { pictures: 500, bytes: 64 << 20, timeMs: 12_000 };

/** Decoded, a quarter of a gigabyte; cameras don't have more. */
const MAX_PIXELS = 64_000_000;
const MAX_BYTES = 64 << 20;

/** A smaller picture shows nothing: it is a spacer, or counts a visit. */
const MIN_SIDE = 3;

/** The start of an SVG must be within this many bytes. */
const SOUGHT_BYTES = 64 << 10;

type Draw = (bytes: Uint8Array<ArrayBuffer>) => Promise<DrawAnswer>;

/** Draws the picture at an address in a text. */
type DrawAt = (address: string) => Promise<DrawAnswer>;

/** A picture in a format that the browser decodes; null if it can't be converted. */
const asDecodable: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | null> = async (
  bytes,
) => {
  // The TIFF decoder is loaded for the first one.
  if (isTiff(bytes)) return drawTiff(bytes);
  return isSvg(new TextDecoder().decode(bytes.subarray(0, SOUGHT_BYTES))) ? drawSvg(bytes) : bytes;
};

const drawAny: Draw = async (bytes) => {
  if (bytes.byteLength > MAX_BYTES) return err('too-large');
  const decodable = await asDecodable(bytes);
  return decodable === null ? err('no-picture') : drawPicture(decodable, { maxPixels: MAX_PIXELS });
};

const hashOf = async (base64: string): Promise<string> => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The outcome for the picture at a data: URL. */
type Kept = ArticlePicture | 'undrawn' | 'left-out' | 'nothing';

/** Draws pictures one after the other, each once, up to the limits. */
class Keeper {
  readonly pictures = new Map<string, ArticlePicture>();
  readonly #drawAt: DrawAt;
  readonly #limits: PictureLimits;
  readonly #known = new Map<string, Kept>();
  readonly #startMs = performance.now();
  #bytes = 0;

  constructor(draw: DrawAt, limits: PictureLimits) {
    this.#drawAt = draw;
    this.#limits = limits;
  }

  async keep(address: string): Promise<Kept> {
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const kept = this.#isFull() ? 'left-out' : await this.#draw(address);
    this.#known.set(address, kept);
    return kept;
  }

  #isFull(): boolean {
    const { pictures, bytes, timeMs } = this.#limits;
    return (
      this.pictures.size >= pictures || this.#bytes >= bytes || performance.now() - this.#startMs > timeMs
    );
  }

  async #draw(address: string): Promise<Kept> {
    const drawn = await this.#tryDraw(address);
    if (!drawn.ok) return 'undrawn';
    const { value } = drawn;
    if (Math.max(value.width, value.height) < MIN_SIDE) return 'nothing';
    const picture = { ...value, sha256: sha256Schema.parse(await hashOf(value.base64)) };
    this.pictures.set(picture.sha256, picture);
    this.#bytes += (value.base64.length / 4) * 3;
    return picture;
  }

  async #tryDraw(address: string): Promise<DrawAnswer> {
    try {
      return await this.#drawAt(address);
    } catch {
      // Pictures that a browser can't decode or read back from its canvas.
      return err('no-picture');
    }
  }
}

const nodeOf = (node: Extract<InlineNode, { type: 'image' }>, kept: Kept): InlineNode => {
  const { marks } = node;
  const { alt } = node.attrs;
  const marked = marks === undefined ? {} : { marks };
  if (typeof kept === 'string') return { type: 'image', attrs: { alt, src: '' }, ...marked };
  const { base64: _, ...picture } = kept;
  return { type: 'picture', attrs: { ...picture, alt }, ...marked } satisfies PictureNode;
};

type Counts = Record<Extract<Kept, string>, number>;

/** Which addresses in a text are pictures that come with it, and how each is drawn. */
export type PicturesAt = {
  readonly isOfPicture: (address: string) => boolean;
  readonly draw: DrawAt;
  readonly limits: PictureLimits;
};

/** Draws those of one textblock, in place. */
const keepInBlock = async (
  content: InlineNode[],
  isOfPicture: PicturesAt['isOfPicture'],
  keeper: Keeper,
  counts: Counts,
): Promise<void> => {
  for (const [at, node] of content.entries()) {
    if (node.type !== 'image' || !isOfPicture(node.attrs.src)) continue;
    const kept = await keeper.keep(node.attrs.src);
    if (typeof kept === 'string') counts[kept] += 1;
    content[at] = nodeOf(node, kept);
  }
};

/**
 * The text with its pictures drawn: each image with such an address becomes a stored picture, or loses its address. The
 * characters of the text do not change. Mutates the body, which is not shared yet.
 */
export const keepPicturesAt = async (
  parsed: ParsedArticle,
  { isOfPicture, draw, limits }: PicturesAt,
): Promise<ParsedArticle> => {
  const keeper = new Keeper(draw, limits);
  const counts: Counts = { undrawn: 0, 'left-out': 0, nothing: 0 };
  for (const { block } of textBlockSpans(parsed.body)) {
    if (block.type !== 'codeBlock') await keepInBlock(block.content ?? [], isOfPicture, keeper, counts);
  }
  const remarks = foundRemarks([
    { kind: 'pictures-undrawn', count: counts.undrawn },
    { kind: 'pictures-left-out', count: counts['left-out'] },
  ]);
  return {
    ...parsed,
    ...(keeper.pictures.size === 0 ? {} : { pictures: [...keeper.pictures.values()] }),
    ...(remarks.length === 0 ? {} : { remarks: [...(parsed.remarks ?? []), ...remarks] }),
  };
};

export type KeepHow = { readonly draw?: Draw; readonly limits?: PictureLimits };

/** The same for a text whose pictures are embedded as data: URLs. */
export const keepPictures = (parsed: ParsedArticle, how: KeepHow = {}): Promise<ParsedArticle> => {
  const draw = how.draw ?? drawAny;
  return keepPicturesAt(parsed, {
    isOfPicture: isDataAddress,
    draw: async (address) => {
      const bytes = bytesOfDataAddress(address);
      return bytes === null ? err('no-picture') : draw(bytes);
    },
    limits: how.limits ?? pictureLimits,
  });
};
