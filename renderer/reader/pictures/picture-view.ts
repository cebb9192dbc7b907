/**
 * A kept picture as it stands in the text: as wide as the column has room for, never larger than its pixels. Its room is
 * there before it is loaded, and it is loaded when it comes near to the window.
 */
import type { Node } from '@tiptap/pm/model';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import type { PictureNode } from '#domain/article/body/body.ts';
import { pictureWords } from '#domain/article/draft/picture-words.ts';
import type { LoadPicture } from './load-picture.ts';

type Attrs = PictureNode['attrs'];

/** A sign within a line of text, such as an icon. */
const MAX_INLINE_HEIGHT = 40;
/** So far from the window a picture is loaded. */
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

/** Calls once when the element comes near to what is seen; answers how to stop waiting. */
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

/** The view of a picture that opens when it is pressed, by pointer or by Enter and Space. */
export const pictureView =
  (load: LoadPicture, onOpen: (position: number) => void): NodeViewConstructor =>
  (node, _, getPos) => {
    const attrs = attrsOf(node);
    const frame = frameOf(attrs);
    const button = document.createElement('button');
    const image = imageOf(attrs);
    button.type = 'button';
    button.setAttribute('aria-label', `${pictureWords(attrs)}. Enlarge`);
    button.append(image);
    button.addEventListener('click', () => {
      const position = getPos();
      if (position !== undefined) onOpen(position);
    });
    frame.append(button);
    const stop = whenNear(frame, () => void show(frame, image, attrs, load));
    return {
      dom: frame,
      // Keys and presses are the button's; the text knows nothing of them.
      stopEvent: () => true,
      ignoreMutation: () => true,
      destroy: stop,
    };
  };

/** The view of a picture on paper: loaded at once, and nothing to press. */
export const printedPictureView =
  (load: LoadPicture): NodeViewConstructor =>
  (node) => {
    const attrs = attrsOf(node);
    const frame = frameOf(attrs);
    const image = imageOf(attrs);
    frame.append(image);
    void show(frame, image, attrs, load);
    return { dom: frame, ignoreMutation: () => true };
  };
