import { describe, expect, it } from 'vitest';
import type { PageRequest, ParseRequest } from '#domain/contract/importer-bridge.ts';
import { createPagedImporter, importerLimits } from '#electron/import/create-paged-importer.ts';
import type { ImporterPage } from '#electron/import/importer-page.ts';

const request = (text: string): ParseRequest => ({
  format: 'txt',
  bytes: new TextEncoder().encode(text),
});

const textIn = (asked: PageRequest): string =>
  'bytes' in asked ? new TextDecoder().decode(asked.bytes) : '';

const articleOf = (text: string) => ({
  ok: true,
  value: {
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    found: {},
  },
});

type Behaviour = {
  ask?: (request: PageRequest, die: () => void) => Promise<unknown>;
  ready?: Promise<unknown>;
  memoryBytes?: () => number;
  cpuMs?: () => number;
};

/** Pages that do as they are told, and what became of each. */
const pagesThat = (behave: (pageNumber: number) => Behaviour) => {
  const pages: { hasEnded: boolean; asked: string[] }[] = [];
  const open = (): ImporterPage => {
    const state = { hasEnded: false, asked: [] as string[] };
    pages.push(state);
    const { ask, ready = Promise.resolve(), memoryBytes = () => 0, cpuMs = () => 0 } = behave(pages.length);
    let die: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      die = resolve;
    });
    return {
      ready,
      gone,
      usage: () => ({ memoryBytes: memoryBytes(), cpuMs: cpuMs() }),
      ask(asked) {
        const text = textIn(asked);
        state.asked.push(text);
        return ask === undefined ? Promise.resolve(JSON.stringify(articleOf(text))) : ask(asked, die);
      },
      end() {
        state.hasEnded = true;
        die();
      },
    };
  };
  return { pages, open };
};

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
const quick = { ...importerLimits, pollMs: 2, timeoutMs: 20 };

/** The processor time of a page that works on: some more each time it is asked for. */
const working = (stepMs: number) => {
  let spentMs = 0;
  return () => {
    spentMs += stepMs;
    return spentMs;
  };
};

describe('the importer', () => {
  it('takes the pages of a picture only where they are a PDF', async () => {
    const pdf = Buffer.from('%PDF-1.4 and so on');
    const said = [
      { ok: true, value: pdf.toString('base64') },
      { ok: false, error: 'document-damaged' },
      { ok: true, value: Buffer.from('<html>').toString('base64') },
    ];
    const { pages, open } = pagesThat(() => ({ ask: async () => JSON.stringify(said.shift()) }));
    const importer = createPagedImporter(open, quick);
    const picture = new Uint8Array([1]);
    expect(await importer.layPages(picture)).toEqual({ ok: true, value: new Uint8Array(pdf) });
    expect(await importer.layPages(picture)).toEqual({ ok: false, error: 'document-damaged' });
    expect(pages).toHaveLength(1);
    expect(await importer.layPages(picture)).toEqual({ ok: false, error: 'importer-crashed' });
    expect(pages[0]?.hasEnded).toBe(true);
  });

  it('serves a batch with one page and another after its number of files', async () => {
    const { pages, open } = pagesThat(() => ({}));
    const importer = createPagedImporter(open, { ...quick, filesPerPage: 3 });
    const texts = ['a', 'b', 'c', 'd'];
    const answers = await Promise.all(texts.map((text) => importer.parse(request(text))));
    expect(answers).toEqual(texts.map(articleOf));
    expect(pages).toEqual([
      { asked: ['a', 'b', 'c'], hasEnded: true },
      { asked: ['d'], hasEnded: false },
    ]);
    await importer.close();
    expect(pages[1]?.hasEnded).toBe(true);
  });

  it('reads a PDF whose pictures take too much memory once more, without drawing them', async () => {
    const asked: (boolean | undefined)[] = [];
    const { open } = pagesThat((pageNumber) => ({
      memoryBytes: () => (pageNumber === 1 ? 1024 ** 3 + 1 : 0),
      async ask(question) {
        asked.push('drawsNothing' in question ? question.drawsNothing : undefined);
        return pageNumber === 1 ? never() : JSON.stringify(articleOf(textIn(question)));
      },
    }));
    const importer = createPagedImporter(open, quick);
    expect(await importer.parse({ ...request('a'), format: 'pdf' })).toEqual(articleOf('a'));
    expect(asked).toEqual([undefined, true]);
    await importer.close();
  });

  it('asks one text at a time', async () => {
    let running = 0;
    let most = 0;
    const { open } = pagesThat(() => ({
      async ask(asked) {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return JSON.stringify(articleOf(textIn(asked)));
      },
    }));
    const importer = createPagedImporter(open, quick);
    await Promise.all(['a', 'b', 'c'].map((text) => importer.parse(request(text))));
    expect(most).toBe(1);
    await importer.close();
  });

  it.each([
    ['a page that does not answer', { ask: never }, 'importer-timeout'],
    [
      'a page that works without an end',
      { ask: never, cpuMs: working(importerLimits.cpuMs / 2) },
      'importer-timeout',
    ],
    ['a page that does not open', { ready: never() }, 'importer-timeout'],
    [
      'a page that takes too much memory',
      { ask: never, memoryBytes: () => 1024 ** 3 + 1 },
      'importer-out-of-memory',
    ],
    [
      'a page that dies',
      {
        ask: (_: PageRequest, die: () => void) => {
          die();
          return never();
        },
      },
      'importer-crashed',
    ],
    ['a page that answers nonsense', { ask: () => Promise.resolve('{"ok":true}') }, 'importer-crashed'],
    [
      'a page that fails',
      { ask: () => Promise.resolve('{"ok":false,"error":"importer-crashed"}') },
      'importer-crashed',
    ],
  ] satisfies [string, Behaviour, string][])(
    'gives up %s and reads the next text in another',
    async (_, bad, error) => {
      const { pages, open } = pagesThat((page) => (page === 1 ? bad : {}));
      const importer = createPagedImporter(open, quick);
      const [first, second] = await Promise.all([importer.parse(request('a')), importer.parse(request('b'))]);
      expect(first).toEqual({ ok: false, error });
      expect(second).toEqual(articleOf('b'));
      expect(pages.map(({ hasEnded }) => hasEnded)).toEqual([true, false]);
      await importer.close();
    },
  );

  it('counts for each text what processors have spent on it alone', async () => {
    let spentMs = 0;
    const { pages, open } = pagesThat(() => ({
      cpuMs: () => spentMs,
      async ask(asked) {
        spentMs += importerLimits.cpuMs * 0.6;
        return JSON.stringify(articleOf(textIn(asked)));
      },
    }));
    const importer = createPagedImporter(open, { ...importerLimits, pollMs: 1 });
    for (const text of ['a', 'b', 'c']) expect(await importer.parse(request(text))).toEqual(articleOf(text));
    expect(pages).toHaveLength(1);
    await importer.close();
  });

  it('says so where no page can be opened', async () => {
    const { open } = pagesThat(() => ({ ready: Promise.reject(new Error('refused')) }));
    const importer = createPagedImporter(open, quick);
    expect(await importer.parse(request('a'))).toEqual({ ok: false, error: 'importer-crashed' });
    await importer.close();
  });

  it.each(['no-text-found', 'nested-too-deep'])(
    'keeps its page when a text is refused: %s',
    async (error) => {
      const { pages, open } = pagesThat(() => ({
        ask: () => Promise.resolve(JSON.stringify({ ok: false, error })),
      }));
      const importer = createPagedImporter(open, quick);
      expect(await importer.parse(request(''))).toEqual({ ok: false, error });
      expect(await importer.parse(request(''))).toEqual({ ok: false, error });
      expect(pages).toEqual([{ asked: ['', ''], hasEnded: false }]);
      await importer.close();
    },
  );

  it('opens another page when the idle one has died', async () => {
    let killFirst: () => void = () => undefined;
    const { pages, open } = pagesThat(() => ({
      async ask(asked, die) {
        killFirst = die;
        return JSON.stringify(articleOf(textIn(asked)));
      },
    }));
    const importer = createPagedImporter(open, quick);
    await importer.parse(request('a'));
    killFirst();
    expect(await importer.parse(request('b'))).toEqual(articleOf('b'));
    expect(pages.map(({ asked }) => asked)).toEqual([['a'], ['b']]);
    await importer.close();
  });

  it('ends what is being read when it is closed, and reads nothing any more', async () => {
    const { pages, open } = pagesThat(() => ({ ask: never }));
    const importer = createPagedImporter(open, importerLimits);
    const parsing = importer.parse(request('a'));
    await Promise.resolve();
    await importer.close();
    expect(await parsing).toEqual({ ok: false, error: 'importer-crashed' });
    expect(await importer.parse(request('b'))).toEqual({ ok: false, error: 'importer-crashed' });
    expect(pages).toHaveLength(1);
  });
});
