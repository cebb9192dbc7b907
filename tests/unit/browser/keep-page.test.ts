import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isKeepNote, pageOfKeepNote, readKeepNote } from '#domain/inbox/keep-note.ts';
import { placeSelection, seenText } from '#domain/inbox/place-selection.ts';
import { keepPage, stemOf } from '../../../browser/keep.js';
import manifest from '../../../browser/manifest.json' with { type: 'json' };
import project from '../../../package.json' with { type: 'json' };

const gatherer = readFileSync('browser/gather.js', 'utf8');

const MHTML = 'From: <Saved by Blink>\r\n';
const NOON = new Date(2026, 11, 1, 12, 5, 9);
const address = 'https://example.org/news/port';

/** Runs code on the globals of that window. jsdom's own `eval` fails on Node 20 where pdf.js was loaded before it. */
const runIn = (window: object, code: string): unknown => {
  const run = 'with (window) return ((globalThis) => eval(code))(window)';
  return new Function('window', 'code', run)(window, code);
};

/** A browser with one tab, which shows that page, and a folder for downloads. */
const browserAt = (html: string, { refuses = '', isPrivate = false } = {}) => {
  const { window } = new JSDOM(html, { url: address });
  // jsdom lays nothing out.
  Object.defineProperty(window.Element.prototype, 'checkVisibility', {
    value(this: Element) {
      return this.closest('[style*="display: none"]') === null;
    },
  });
  const saved = new Map<string, Uint8Array>();
  const items: { state: string; filename: string; error?: string }[] = [];
  /** The names in the list of downloads that the browser shows. */
  const listed = new Map<number, string>();
  const select = (from: string, to = from): void => {
    const text = (selector: string): Node => {
      const node = window.document.querySelector(selector)?.firstChild;
      if (node == null) throw new Error(`nothing is at ${selector}`);
      return node;
    };
    const end = text(to);
    window.getSelection()?.setBaseAndExtent(text(from), 0, end, end.nodeValue?.length ?? 0);
  };
  const run = (asked: {
    files?: readonly string[];
    func?: () => void;
    args?: readonly unknown[];
  }): unknown =>
    asked.func === undefined
      ? runIn(window, gatherer)
      : runIn(window, `(${String(asked.func)})(...${JSON.stringify(asked.args)})`);
  const api = {
    tabs: { query: async () => [{ id: 7, windowId: 1, incognito: isPrivate }] },
    scripting: {
      executeScript: async (asked: Parameters<typeof run>[0]) => {
        if (refuses === 'page') throw new Error('Cannot access a chrome:// URL');
        return [{ result: run(asked) }];
      },
    },
    pageCapture: { saveAsMHTML: async () => new Blob([MHTML, window.document.title]) },
    downloads: {
      async download({ url, filename }: { url: string; filename: string }) {
        if (refuses === 'downloads') throw new Error('FILE_ACCESS_DENIED');
        const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
        const name = saved.has(filename) ? filename.replace(/(\.\w+)$/u, ' (1)$1') : filename;
        saved.set(name, bytes);
        const isWhole = refuses !== 'room';
        const id =
          items.push({
            filename: `/home/jane/Downloads/${name}`,
            ...(isWhole ? { state: 'complete' } : { state: 'interrupted', error: 'FILE_NO_SPACE' }),
          }) - 1;
        listed.set(id, name);
        return id;
      },
      erase: async ({ id }: { id: number }) => [listed.delete(id)],
      search: async ({ id }: { id: number }) => items.slice(id, id + 1),
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
  };
  const press = () => keepPage(api as unknown as Parameters<typeof keepPage>[0], NOON);
  const notes = () =>
    [...saved]
      .filter(([name]) => isKeepNote(name))
      .map(([, bytes]) => readKeepNote(new TextDecoder().decode(bytes)));
  return { window, select, press, saved, listed, notes };
};

const PAGE = `<title>Port: open? / "closed"</title><style>p { color: red }</style>
<body><h1>The port</h1><p id="one">The ferry stopped at noon.</p><script>var x = 1;</script>
<p id="two">Officials said <b id="bold">it would open</b><i> again.</i></p><p style="display: none" id="no">Hidden words.</p>
<table><tr><td id="cell">Cell one</td><td>Cell two</td></tr></table><p id="three">Nobody knew.</p></body>`;

describe('a press of the button', () => {
  it('saves the page, then a note of what is selected, which Precis reads', async () => {
    const { select, press, saved, notes } = browserAt(PAGE);
    select('#bold');
    expect(await press()).toEqual({
      isDone: true,
      title: 'Kept',
      text: 'With 1 passage, in Downloads/Precis inbox.',
    });
    const [page, note] = [...saved.keys()];
    expect([page, note]).toEqual([
      'Precis inbox/2026-12-01 12.05.09 Port open closed.mhtml',
      'Precis inbox/2026-12-01 12.05.09 Port open closed.keep.json',
    ]);
    expect(pageOfKeepNote(note ?? '')).toBe(page);
    const sha256 = createHash('sha256')
      .update(saved.get(page ?? '') ?? '')
      .digest('hex');
    expect(notes()).toMatchObject([
      { address, page: { file: '2026-12-01 12.05.09 Port open closed.mhtml', sha256 } },
    ]);
    const [selection] = notes()[0]?.selections ?? [];
    expect(selection?.exact).toBe('it would open');
    expect(selection?.prefix).toMatch(/stopped at noon\.\s+Officials said $/u);
    expect(selection?.suffix).toMatch(/^ again\.\s+Cell one\s+Cell two\s+Nobody knew\.$/u);
  });

  it('leaves nothing of a page of a private window in the list of downloads, and says that the files stay', async () => {
    const ordinary = browserAt(PAGE);
    await ordinary.press();
    expect(ordinary.listed.size).toBe(2);
    const { select, press, saved, listed } = browserAt(PAGE, { isPrivate: true });
    select('#bold');
    expect((await press()).text).toBe(
      'With 1 passage, in Downloads/Precis inbox. It stays there after this private window is closed.',
    );
    expect(saved.size).toBe(2);
    expect(listed.size).toBe(0);
    const full = browserAt(PAGE, { isPrivate: true, refuses: 'room' });
    expect((await full.press()).text).toContain('FILE_NO_SPACE');
    expect(full.listed.size).toBe(0);
  });

  it('gives formulas no letters, which Precis writes in its own way', async () => {
    const { select, press, notes } = browserAt(
      '<p><b id="one">Where</b> <math><mi>x</mi></math> is <i id="two">a number.</i></p>',
    );
    select('#one', '#two');
    await press();
    expect(notes()[0]?.selections).toMatchObject([{ exact: 'Where  is a number.' }]);
  });

  it('leaves out what the page does not show, over paragraphs and cells', async () => {
    const { select, press, notes } = browserAt(PAGE);
    select('#two', '#three');
    await press();
    const [selection] = notes()[0]?.selections ?? [];
    expect(selection?.exact.split(/\s+/u).join(' ')).toBe(
      'Officials said it would open again. Cell one Cell two Nobody knew.',
    );
    const text =
      'The port\nThe ferry stopped at noon.\nOfficials said it would open again.\nCell one\nCell two\nNobody knew.';
    if (selection === undefined) throw new Error('nothing was selected');
    const found = placeSelection(seenText(text), selection);
    expect(found.ok && text.slice(found.value.start, found.value.end)).toBe(
      text.slice(text.indexOf('Officials')),
    );
  });

  it('writes a further note for further words of a page that was kept, and the page again once it has changed', async () => {
    const { window, select, press, saved, notes } = browserAt(PAGE);
    select('#one');
    await press();
    select('#three');
    expect(await press()).toMatchObject({ isDone: true, title: 'Added to the kept page' });
    window.getSelection()?.removeAllRanges();
    expect((await press()).title).toMatch(/^Already kept at /u);
    expect([...saved.keys()].map((name) => name.replace(/^.*closed/u, ''))).toEqual([
      '.mhtml',
      '.keep.json',
      '.keep-2.json',
    ]);
    expect(new Set(notes().map((note) => note?.page.sha256)).size).toBe(1);
    const more = window.document.createElement('p');
    more.id = 'more';
    more.textContent = 'Later the port opened.';
    window.document.body.append(more);
    window.document.title = 'Open';
    select('#more');
    expect(await press()).toMatchObject({ title: 'Kept' });
    expect([...saved.keys()].slice(3)).toEqual([
      'Precis inbox/2026-12-01 12.05.09 Open.mhtml',
      'Precis inbox/2026-12-01 12.05.09 Open.keep.json',
    ]);
  });

  it('says what to do where the page, or the folder, can’t be had', async () => {
    const refused = await browserAt(PAGE, { refuses: 'page' }).press();
    expect(refused).toMatchObject({ isDone: false, title: 'Page not kept' });
    expect(refused.text).toContain('Save it with Ctrl+S into Downloads/Precis inbox');
    const full = browserAt(PAGE, { refuses: 'downloads' });
    expect((await full.press()).text).toContain('FILE_ACCESS_DENIED');
    expect(full.notes()).toEqual([]);
  });
});

it('names files as every system can', () => {
  expect(stemOf(NOON, '..\\a/b:c*?"<>|~\u202Ed.exe')).toBe('2026-12-01 12.05.09 a b c d exe');
  expect(stemOf(NOON, '')).toBe('2026-12-01 12.05.09');
  expect(stemOf(NOON, `${'a'.repeat(79)} b`)).toBe(`2026-12-01 12.05.09 ${'a'.repeat(79)}`);
  expect([...stemOf(NOON, '漢'.repeat(300))]).toHaveLength(100);
});

describe('the extension', () => {
  it('says that words in a frame of another site are not kept', async () => {
    const { window, press, notes } = browserAt('<p>Text.</p><iframe tabindex="0"></iframe>');
    const frame = window.document.querySelector('iframe');
    Object.defineProperty(frame, 'contentDocument', { value: null });
    frame?.focus();
    expect(await press()).toMatchObject({
      title: 'Kept',
      text: expect.stringContaining('in a frame from another site'),
    });
    expect(notes()[0]?.selections).toEqual([]);
  });

  it('has the version of Precis, and no right to any site', () => {
    expect(manifest.version).toBe(project.version);
    expect(Object.keys(manifest)).not.toContain('host_permissions');
    expect(manifest.permissions).toEqual([
      'activeTab',
      'scripting',
      'pageCapture',
      'downloads',
      'contextMenus',
    ]);
  });

  it('has the icons of Precis, and every file that it names', () => {
    for (const [size, file] of Object.entries(manifest.icons))
      expect(
        readFileSync(`browser/${file}`).equals(readFileSync(`resources/icons/${size}x${size}.png`)),
        file,
      ).toBe(true);
    const html = readFileSync(`browser/${manifest.action.default_popup}`, 'utf8');
    const named = [
      manifest.background.service_worker,
      ...[...html.matchAll(/src="([^"]+)"/gu)].map(([, src]) => src),
    ];
    expect(readdirSync('browser')).toEqual(expect.arrayContaining(named));
    expect(html).not.toMatch(/https?:/u);
  });
});
