/**
 * The library that reads PDFs lists what a page draws only together with the pixels of all its pictures, decoded. A PDF
 * with few bytes can have more of them than any memory holds, and where a picture stands is known without. So in the
 * worker that reads (renderer/importer/pdf/worker), three places of its code are changed as the app is built: asked for
 * pictures of no size (`maxImageSize: 0`), it lists each with its size and decodes none; and the list holds what says
 * where pictures and lines stand, and nothing else. The code is that of one version; where it reads otherwise, the
 * build fails.
 */

/**
 * Numbers of `OPS`: save, restore, transform, two of clipping, marked content and its end, forms and groups with
 * theirs, two of pictures, paths.
 */
const LISTED = [10, 11, 12, 29, 30, 69, 70, 71, 74, 75, 76, 77, 83, 85, 91];
const PICTURE = 85;
const STENCIL = 83;
const PATH = 91;
const END_PATH = 28;
/** `dependency`, which is not listed: the list ends before the page does. */
const CUT_OFF = 1;

/** Of one page, what its forms list included; a page that lists more has no pictures. */
const MAX_LISTED = 500_000;
/** More paths than these are not listed. */
const MAX_PATHS = 20_000;

const replacements = [
  {
    code: 'if(-1!==o&&u*m>o){const e="Image exceeded maximum allowed size and was removed."',
    by: (/** @type {string} */ code) =>
      `if(0===o){if(!this.parsingType3Font)a.addOp(c.get("IM","ImageMask")?${STENCIL}:${PICTURE},[h?String(h):"",u,m]);return}${code}`,
  },
  {
    code: 'class NullOptimizer{constructor(e){this.queue=e}_optimize(){}push(e,t){',
    by: () =>
      `class NullOptimizer{static listed=new Set(${JSON.stringify(LISTED)});static left=0;static paths=0;` +
      `constructor(e){this.queue=e;if(e._streamSink){NullOptimizer.left=${MAX_LISTED};NullOptimizer.paths=${MAX_PATHS}}}_optimize(){}` +
      `push(e,t){if(!NullOptimizer.listed.has(e))return;` +
      `if(e===${PATH}){if(t[0]!==${END_PATH}&&--NullOptimizer.paths<0)return;t=[t[0],[null],t[2]]}` +
      `if(--NullOptimizer.left<0){if(this.queue._streamSink)this.queue.flush();throw new Error("too much is drawn")}`,
  },
  {
    // What has thrown is passed over by the library: so a list that is not whole says so, with an operator that is
    // never listed.
    code: 'this._optimize()}flush(){}reset(){}}class QueueOptimizer',
    by: () =>
      `this._optimize()}flush(){if(NullOptimizer.left<0){this.queue.fnArray.push(${CUT_OFF});this.queue.argsArray.push(null)}}reset(){}}class QueueOptimizer`,
  },
];

/**
 * The code of the library's worker as the app's reader of PDFs takes it.
 *
 * @param {string} code
 */
export function listPlaces(code) {
  return replacements.reduce((changed, { code: original, by }) => {
    if (changed.split(original).length !== 2) {
      throw new Error(
        `pdfjs-dist has another version than that for which scripts/app/list-pdf-places.mjs is written: there is no "${original}" in its worker.`,
      );
    }
    return changed.replace(original, () => by(original));
  }, code);
}

/** Changes the worker that a module imports, and no file that is copied. */
export const listPdfPlaces = {
  name: 'list-pdf-places',
  /**
   * @param {string} code
   * @param {string} id
   */
  transform(code, id) {
    return /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.min\.mjs$/u.test(id)
      ? { code: listPlaces(code), map: null }
      : null;
  },
};
