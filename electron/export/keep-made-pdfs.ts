import type { StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import { ok } from '#domain/result.ts';
import type { MadePdf, PdfMaker, StyleCitations } from '#electron/ports/pdf-maker.ts';

/** The preview beside the text, and the export of the same memo with other parts. */
const KEPT = 2;

/** A maker that returns its last results at once: a draft that is previewed and then exported is made once. */
export const keepMadePdfs = (maker: PdfMaker): PdfMaker => {
  let kept: readonly { readonly of: string; readonly pdf: MadePdf }[] = [];
  return {
    ...maker,
    make: async (document, options, key) => {
      // A picture is identified by its hash.
      const of = JSON.stringify([{ ...document, pictures: Object.keys(document.pictures) }, options]);
      const same = kept.find((one) => one.of === of);
      if (same !== undefined) return ok(same.pdf);
      const made = await maker.make(document, options, key);
      if (made.ok) kept = [...kept, { of, pdf: made.value }].slice(-KEPT);
      return made;
    },
  };
};

/**
 * The same for citation styles: most keystrokes change no citation, and styling three hundred sources takes seconds.
 */
export const keepStyled = (style: StyleCitations): StyleCitations => {
  let kept: readonly { readonly of: string; readonly styled: StyledCitations }[] = [];
  return async (request) => {
    const of = JSON.stringify(request);
    const same = kept.find((one) => one.of === of);
    if (same !== undefined) return ok(same.styled);
    const made = await style(request);
    if (made.ok) kept = [...kept, { of, styled: made.value }].slice(-KEPT);
    return made;
  };
};
