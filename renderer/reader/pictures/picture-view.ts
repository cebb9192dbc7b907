/**
 * A stored picture in the text: as wide as the column allows, never larger than its pixels. Its space is reserved
 * before it is loaded, and it is loaded when it comes near the window.
 */
import type { Node } from '@tiptap/pm/model';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import type { PictureNode } from '#domain/article/body/body.ts';
import { pictureWords } from '#domain/article/draft/picture-words.ts';
import { type PassageId, passageIdSchema } from '#domain/ids.ts';
import { drawRegions, type RegionBoard } from '../regions/region-board.ts';
import type { LoadPicture } from '../state/reader-context.ts';

type Attrs = PictureNode['attrs'];

/** A small picture within a line of text, such as an icon. */
const MAX_INLINE_HEIGHT = 40;
/** How far from the window a picture is loaded. */
const NEAR = '800px';

const attrsOf = (node: Node): Attrs => node.attrs as Attrs;

const isSign = ({ width, height }: Attrs): boolean =>
  height <= MAX_INLINE_HEIGHT && width <= 4 * MAX_INLINE_HEIGHT;

const imageOf = (attrs: Attrs): HTMLImageElement => {
  const { alt, width, height } = attrs;
  const image = document.createElement('img');
  image.alt = alt;
  image.draggable = false;
  image.style.aspectRatio = `${width} / ${height}`;
  if (isSign(attrs)) image.style.blockSize = `min(${height}px, 1.4em)`;
  else image.style.inlineSize = `${width}px`;
  return image;
};

const missingWords = (attrs: Attrs): HTMLElement => {
  const words = document.createElement('span');
  words.className = 'article-picture';
  words.textContent = `${pictureWords(attrs)}. Its file is missing or was changed.`;
  return words;
};

const show = async (frame: HTMLElement, image: HTMLImageElement, attrs: Attrs, load: LoadPicture) => {
  const address = await load(attrs);
  if (address === null) frame.replaceChildren(missingWords(attrs));
  else image.src = address;
};

/** Calls once when the element comes near the viewport; returns how to stop waiting. */
const whenNear = (element: Element, act: () => void): (() => void) => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
  return () => observer.disconnect();
};

const frameOf = (attrs: Attrs): HTMLElement => {
  const frame = document.createElement('span');
  frame.className = isSign(attrs) ? 'article-sign' : 'article-figure';
  frame.contentEditable = 'false';
  return frame;
};

export type PictureEvents = {
  readonly load: LoadPicture;
  readonly board: RegionBoard;
  /** The text offset of a position of the document. */
  toOffset(position: number): number;
  /** The picture at that offset was pressed. */
  opened(offset: number): void;
  regionPressed(id: PassageId): void;
};

const regionAt = ({ target }: Event): PassageId | null => {
  const id = target instanceof HTMLElement ? passageIdSchema.safeParse(target.dataset.passage) : null;
  return id?.success === true ? id.data : null;
};

const offsetBy =
  (getPos: () => number | undefined, toOffset: PictureEvents['toOffset']) => (): number | null => {
    const position = getPos();
    return position === undefined ? null : toOffset(position);
  };

const regionLayer = (): HTMLElement => {
  const layer = document.createElement('span');
  layer.className = 'article-regions';
  return layer;
};

/**
 * The node view of a picture, with its regions. It opens when pressed, by pointer or by Enter and Space; pressing a
 * region selects it.
 */
export const pictureView =
  ({ load, board, toOffset, opened, regionPressed }: PictureEvents): NodeViewConstructor =>
  (node, _, getPos) => {
    const attrs = attrsOf(node);
    const frame = frameOf(attrs);
    const button = document.createElement('button');
    const image = imageOf(attrs);
    button.type = 'button';
    button.setAttribute('aria-label', `${pictureWords(attrs)}. Enlarge`);
    button.append(image);
    const offsetOf = offsetBy(getPos, toOffset);
    const layer = regionLayer();
    button.append(layer);
    button.addEventListener('click', (event) => {
      const region = regionAt(event);
      const offset = offsetOf();
      if (region !== null) regionPressed(region);
      else if (offset !== null) opened(offset);
    });
    frame.append(button);
    const stop = whenNear(frame, () => void show(frame, image, attrs, load));
    const unwatch = board.watch((shown) => drawRegions(layer, { sha256: attrs.sha256, offsetOf }, shown));
    return {
      dom: frame,
      // Keys and presses belong to the button and are hidden from the editor, except pointer movements.
      stopEvent: ({ type }) => type !== 'mouseover' && type !== 'mousemove',
      ignoreMutation: () => true,
      destroy: () => {
        stop();
        unwatch();
      },
    };
  };

/** The node view of a picture in print: loaded at once, and not a button. */
export const printedPictureView =
  ({ load, board, toOffset }: Pick<PictureEvents, 'load' | 'board' | 'toOffset'>): NodeViewConstructor =>
  (node, _, getPos) => {
    const attrs = attrsOf(node);
    const frame = frameOf(attrs);
    const room = document.createElement('span');
    const image = imageOf(attrs);
    const layer = regionLayer();
    room.className = 'article-picture-room';
    room.append(image, layer);
    frame.append(room);
    void show(frame, image, attrs, load);
    const destroy = board.watch((shown) =>
      drawRegions(layer, { sha256: attrs.sha256, offsetOf: offsetBy(getPos, toOffset) }, shown),
    );
    return { dom: frame, ignoreMutation: () => true, destroy };
  };
