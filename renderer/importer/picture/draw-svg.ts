/**
 * Rasterises an SVG from an untrusted file. As an image it runs no script and fetches nothing; whatever could still
 * block the page or fill its memory is checked before: exponentially nested uses, embedded pictures that are too large,
 * entities.
 */
import { readPictureHead } from '#domain/picture/picture-head.ts';
import { MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';
import { bytesOfDataAddress } from './data-address.ts';

const MAX_BYTES = 8 << 20;
const MAX_ELEMENTS = 50_000;
/** For an embedded picture. */
const MAX_INNER_PIXELS = 16_000_000;
/** A drawing is stored at a higher resolution than displayed, so that it can be enlarged. */
const FINER = 2;
const FINE_SIDE = 1600;
const MAX_LOAD_MS = 5000;

/** Elements that are inert in an image, and those that would taint a canvas. */
const REMOVED =
  'script, foreignObject, iframe, object, embed, audio, video, set, animate, animateMotion, animateTransform';

const hrefOf = (element: Element): string =>
  element.getAttribute('href') ?? element.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';

const isSmallPicture = (element: Element): boolean => {
  const bytes = bytesOfDataAddress(hrefOf(element).trim());
  const head = bytes === null ? null : readPictureHead(bytes);
  return head !== null && head.width * head.height <= MAX_INNER_PIXELS;
};

/** How much a drawing draws: each use counts as its target. Infinite for circular uses. */
const countDrawn = (root: Element): number => {
  const byId = new Map([...root.querySelectorAll('[id]')].map((each) => [each.id, each]));
  const known = new Map<Element, number>();
  const drawnBy = (element: Element): readonly Element[] => {
    const used = element.localName === 'use' ? byId.get(hrefOf(element).trim().slice(1)) : undefined;
    return used === undefined ? [...element.children] : [used];
  };
  const count = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    // Coming back here before the count is known means a cycle.
    known.set(element, Number.POSITIVE_INFINITY);
    const drawn = drawnBy(element).reduce((sum, each) => sum + count(each), 1);
    known.set(element, drawn);
    return drawn;
  };
  return count(root);
};

/** The root element of a safe drawing; null if it is not safe. */
const inertSvg = (bytes: Uint8Array): Element | null => {
  if (bytes.byteLength > MAX_BYTES) return null;
  const text = new TextDecoder().decode(bytes);
  if (/<!ENTITY/i.test(text)) return null;
  const page = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = page.documentElement;
  if (root.localName !== 'svg' || page.querySelector('parsererror') !== null) return null;
  if (root.querySelectorAll('*').length > MAX_ELEMENTS) return null;
  for (const element of root.querySelectorAll(REMOVED)) element.remove();
  for (const element of root.querySelectorAll('image, feImage'))
    if (!isSmallPicture(element)) element.remove();
  return countDrawn(root) > MAX_ELEMENTS ? null : root;
};

const load = async (root: Element): Promise<HTMLImageElement> => {
  const text = new XMLSerializer().serializeToString(root);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    // decode() would wait for a frame, and this page is never painted.
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', reject);
      setTimeout(reject, MAX_LOAD_MS);
      image.src = url;
    });
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** The drawing in `bytes`, as a PNG; null if it is not safe or can't be drawn. */
export const drawSvg = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> => {
  const root = inertSvg(bytes);
  if (root === null) return null;
  const image = await load(root);
  const { naturalWidth, naturalHeight } = image;
  const side = Math.max(naturalWidth, naturalHeight);
  if (!(side > 0)) return null;
  const scale = Math.min(MAX_PICTURE_SIDE / side, Math.max(1, Math.min(FINER, FINE_SIDE / side)));
  const size = (length: number): number => Math.max(1, Math.round(length * scale));
  const canvas = new OffscreenCanvas(size(naturalWidth), size(naturalHeight));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
};
