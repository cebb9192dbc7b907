// What one press does: gathers what is selected, saves the page as the browser writes it (MHTML) and a note beside it,
// both into one folder below Downloads. The note comes last, so that where it is the page is whole. Nothing is sent.

/** Precis watches the folder of this name: `electron/platform/archive-places.ts`. */
const FOLDER = 'Precis inbox';
const WHERE = `Downloads/${FOLDER}`;

/**
 * @typedef {import('./chrome-api.d.ts').ChromeApi} ChromeApi
 * @typedef {{ number: number, of: number } | null} Occurrence
 * @typedef {{ exact: string, prefix: string, suffix: string, occurrence: Occurrence }} Selection
 * @typedef {{ stem: string, file: string, sha256: string, notes: number, at: string }} Kept a page that was kept
 * @typedef {{ precisKept?: Kept & { text: string }, precisText?: string }} PageWorld
 * @typedef {object} Gathered
 * @property {boolean} isTop whether it is the page itself, and no frame of it
 * @property {string} address
 * @property {string} title
 * @property {string} type the page's own MIME type
 * @property {Selection[]} selections
 * @property {boolean} isInClosedFrame whether the focus is in a frame of another site, which extensions can't read
 * @property {(Kept & { hasAll: boolean, isSame: boolean }) | null} earlier the same page as it was kept before
 * @typedef {Gathered & { isPrivate: boolean }} Page as its frames say; `isPrivate` in a private window
 * @typedef {{ isDone: boolean, title: string, text: string }} Answer what the person reads
 */

/** A failure of which it is known what the person can do. */
class Refusal extends Error {
  /** @param {string} title @param {string} text */
  constructor(title, text) {
    super(text);
    this.title = title;
  }
}

const cantRead = () =>
  new Refusal(
    'Page not kept',
    `The browser does not let extensions read this page. Save it with Ctrl+S into ${WHERE}.`,
  );

/** @param {number} count */
const printPassages = (count) => (count === 1 ? '1 passage' : `${count} passages`);

/** @param {number} value */
const twoDigits = (value) => String(value).padStart(2, '0');

/** @param {Date} date */
const printDay = (date) =>
  `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

/**
 * A name that every system takes: the time, and what can be had of the title.
 *
 * @param {Date} date
 * @param {string} title
 */
export const stemOf = (date, title) => {
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join('.');
  const words = title
    .replace(/[\\/:*?"<>|~%.\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  // No browser takes a name that ends with a space.
  return `${printDay(date)} ${time} ${[...words].slice(0, 80).join('')}`.trim();
};

/** @param {ArrayBuffer} bytes */
const sha256Of = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/**
 * What the frames of the page say, its own first.
 *
 * @param {ChromeApi} api
 * @param {number} tabId
 * @returns {Promise<Gathered>}
 */
const gather = async (api, tabId) => {
  try {
    const frames = await api.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ['gather.js'],
    });
    const said = frames.flatMap(({ result }) => (result === null ? [] : [/** @type {Gathered} */ (result)]));
    const top = said.find(({ isTop }) => isTop);
    if (top === undefined) throw cantRead();
    return { ...top, selections: said.flatMap(({ selections }) => selections) };
  } catch {
    throw cantRead();
  }
};

/** The path of a download once it is whole. @param {ChromeApi} api @param {number} id @returns {Promise<string>} */
const whenSaved = (api, id) =>
  new Promise((resolve, reject) => {
    const look = async () => {
      const [item] = await api.downloads.search({ id });
      if (item?.state === 'in_progress') return;
      api.downloads.onChanged.removeListener(look);
      if (item?.state === 'complete') resolve(item.filename);
      else reject(new Error(item?.error ?? 'USER_CANCELED'));
    };
    api.downloads.onChanged.addListener(look);
    void look();
  });

/**
 * Saves one file; answers the name that it got. The browser lists every download for the ordinary windows too: one
 * that names a page of a private window is taken from the list.
 *
 * @param {ChromeApi} api
 * @param {Blob} blob
 * @param {string} name
 * @param {boolean} isPrivate
 */
const save = async (api, blob, name, isPrivate) => {
  const url = URL.createObjectURL(blob);
  try {
    const id = await api.downloads.download({
      url,
      filename: `${FOLDER}/${name}`,
      saveAs: false,
      conflictAction: 'uniquify',
    });
    const path = await whenSaved(api, id).finally(() =>
      isPrivate ? api.downloads.erase({ id }) : undefined,
    );
    return path.replace(/^.*[\\/]/u, '');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'Page not kept',
      `The browser could not save to ${WHERE} (${why}). Check that Downloads has room and can be written, then try again.`,
    );
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** Under its title, or where a browser refuses that as the name of a file, under the time alone. */
const saveNamed = async (
  /** @type {ChromeApi} */ api,
  /** @type {Blob} */ blob,
  /** @type {Date} */ date,
  /** @type {Page} */ { title, isPrivate },
) => {
  try {
    return await save(api, blob, `${stemOf(date, title)}.mhtml`, isPrivate);
  } catch {
    return save(api, blob, `${stemOf(date, '')}.mhtml`, isPrivate);
  }
};

/** @param {ChromeApi} api @param {number} tabId @param {Page} page @param {Date} date @returns {Promise<Kept>} */
const savePage = async (api, tabId, page, date) => {
  const blob = await api.pageCapture.saveAsMHTML({ tabId }).catch(() => undefined);
  if (blob === undefined) throw cantRead();
  const bytes = await blob.arrayBuffer();
  const file = await saveNamed(api, new Blob([bytes], { type: 'multipart/related' }), date, page);
  const stem = file.replace(/\.mhtml$/u, '');
  return { stem, file, sha256: await sha256Of(bytes), notes: 0, at: date.toISOString() };
};

/** @param {ChromeApi} api @param {Kept} kept @param {Page} page @param {Date} date */
const saveNote = async (api, kept, { address, title, selections, isPrivate }, date) => {
  const note = {
    format: 'precis-keep',
    version: 1,
    page: { file: kept.file, sha256: kept.sha256 },
    address,
    title,
    keptAt: date.toISOString(),
    selections,
  };
  const number = kept.notes === 0 ? '' : `-${kept.notes + 1}`;
  const blob = new Blob([`${JSON.stringify(note, null, 2)}\n`], { type: 'application/json' });
  await save(api, blob, `${kept.stem}.keep${number}.json`, isPrivate);
};

/**
 * Remembers in the page what was kept of it.
 *
 * @param {ChromeApi} api
 * @param {number} tabId
 * @param {Kept} kept
 * @param {boolean} isNew
 */
const remember = (api, tabId, kept, isNew) =>
  api.scripting.executeScript({
    target: { tabId },
    func: (said, isFresh) => {
      const world = /** @type {PageWorld} */ (globalThis);
      const text = isFresh ? world.precisText : world.precisKept?.text;
      world.precisKept = { .../** @type {Kept} */ (said), text: text ?? '' };
    },
    args: [kept, isNew],
  });

/** @param {string} at */
const printTime = (at) => new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

/** @param {Page} page */
const printSelected = ({ selections, isInClosedFrame, isPrivate }) => {
  if (selections.length > 0) {
    const where = `With ${printPassages(selections.length)}, in ${WHERE}.`;
    return isPrivate ? `${where} It stays there after this private window is closed.` : where;
  }
  return isInClosedFrame
    ? 'Without your words: they are in a frame from another site. Open the frame in its own tab and press again.'
    : 'No words were selected. Select some and press again to add a passage.';
};

/** @param {ChromeApi} api @param {Date} date @returns {Promise<Answer>} */
const keep = async (api, date) => {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw cantRead();
  const page = { ...(await gather(api, tab.id)), isPrivate: tab.incognito };
  if (page.type === 'application/pdf')
    throw new Refusal('Page not kept', `This is a PDF. Save it with Ctrl+S into ${WHERE}.`);
  const { earlier, selections } = page;
  if (earlier?.isSame && selections.length === 0)
    return {
      isDone: true,
      title: `Already kept at ${printTime(earlier.at)}`,
      text: 'Select words, then press again to add a passage.',
    };
  const isNew = !(earlier !== null && selections.length > 0 && earlier.hasAll);
  const kept = isNew ? await savePage(api, tab.id, page, date) : earlier;
  await saveNote(api, kept, page, date);
  const { stem, file, sha256, notes, at } = kept;
  await remember(api, tab.id, { stem, file, sha256, notes: notes + 1, at }, isNew);
  return { isDone: true, title: isNew ? 'Kept' : 'Added to the kept page', text: printSelected(page) };
};

/**
 * Keeps the page of the tab that is in front; answers what the person reads.
 *
 * @param {ChromeApi} api of the browser
 * @returns {Promise<Answer>}
 */
export const keepPage = async (api, date = new Date()) => {
  try {
    return await keep(api, date);
  } catch (error) {
    if (error instanceof Refusal) return { isDone: false, title: error.title, text: error.message };
    const why = error instanceof Error ? error.message : String(error);
    return { isDone: false, title: 'Page not kept', text: `Reload the page and try again (${why}).` };
  }
};
