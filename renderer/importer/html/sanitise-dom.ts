import DOMPurify from 'dompurify';
import { STYLE_ATTRIBUTE } from '../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { NOTE_ATTRIBUTE } from '../body/raised-element.ts';

/**
 * A copy of `root` without anything active. The conversion to a body would drop that too; this is a second safeguard,
 * and the copy is in a document that loads and runs nothing.
 */
export const sanitiseDom = (root: Element): HTMLElement => {
  const clean: unknown = DOMPurify.sanitize(root, {
    USE_PROFILES: { html: true },
    ALLOW_DATA_ATTR: false,
    ADD_ATTR: [STYLE_ATTRIBUTE, LEFT_OUT_ATTRIBUTE, NOTE_ATTRIBUTE],
    // `display:block` looks like a URL with an unknown scheme.
    ADD_URI_SAFE_ATTR: [STYLE_ATTRIBUTE],
    FORBID_TAGS: ['style'],
    RETURN_DOM: true,
  });
  return clean as HTMLElement;
};
