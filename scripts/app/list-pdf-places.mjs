/**
 * The PDF library lists what a page draws only together with the decoded pixels of all its pictures. A small PDF can
 * have more pixels than fit any memory, and the position of a picture is known without them. So in the worker that
 * reads PDFs (renderer/importer/pdf/worker), three places of the library's code are changed when the app is built:
 * asked for pictures of no size (`maxImageSize: 0`), it lists each with its size and decodes none; and the list
 * contains only what determines the positions of pictures and lines. The changes apply to the code of one version; if
 * it reads otherwise, the build fails.
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
/** `dependency`, which is not otherwise listed: marks a list that is incomplete. */
const CUT_OFF = 1;

/** The limit for one page, including the lists of its forms; a page that exceeds it has no pictures. */
const MAX_LISTED = 500_000;
/** At most this many paths are listed. */
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
    // The library skips what has thrown, so an incomplete list is marked with an operator that is never listed.
    code: 'this._optimize()}flush(){}reset(){}}class QueueOptimizer',
    by: () =>
      `this._optimize()}flush(){if(NullOptimizer.left<0){this.queue.fnArray.push(${CUT_OFF});this.queue.argsArray.push(null)}}reset(){}}class QueueOptimizer`,
  },
];

/**
 * Adapts the code of pdfjs's worker for the app's PDF reader.
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

/** Changes the imported worker, but no copied file. */
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
