import DOMPurify from 'dompurify';
import { STYLE_ATTRIBUTE } from '../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { NOTE_ATTRIBUTE } from '../body/raised-element.ts';

/**
 * A copy of `root` without anything that could act. The walk to the body knows no such thing either; this is the
 * second lock on the same door, and the copy stands in a document that loads and runs nothing.
 */
export const sanitiseDom = (root: Element): HTMLElement => {
  const clean: unknown = DOMPurify.sanitize(root, {
    USE_PROFILES: { html: true },
    ALLOW_DATA_ATTR: false,
    ADD_ATTR: [STYLE_ATTRIBUTE, LEFT_OUT_ATTRIBUTE, NOTE_ATTRIBUTE],
    // `display:block` looks like an address of an unknown kind.
    ADD_URI_SAFE_ATTR: [STYLE_ATTRIBUTE],
    FORBID_TAGS: ['style'],
    RETURN_DOM: true,
  });
  return clean as HTMLElement;
};
