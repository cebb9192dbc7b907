import { describe, expect, it, vi } from 'vitest';
import type { OcrRequest } from '#domain/contract/ocr-bridge.ts';
import { createScanReader, type ScanLimits } from '#electron/import/create-scan-reader.ts';
import type { SandboxedPage } from '#electron/import/importer-page.ts';

const limits: ScanLimits = {
  pollMs: 5,
  timeoutMs: 100,
  memoryBytes: 1000,
  idleMs: 10_000,
  failuresInRow: 2,
};

const word = (text: string) => ({ text, left: 0, right: 9, baseline: 10, size: 10, confidence: 90 });
const words = (index: number): string =>
  JSON.stringify({ ok: true, value: [{ index, words: [word(`page${index}`)] }] });
const never = new Promise<never>(() => undefined);

const lockedBytes = new Uint8Array([2]);

type Answer = (request: OcrRequest) => string | Promise<string>;

/** Pages that answer as they are told to; `opened` counts them. */
const pagesThat = (answer: Answer, memoryBytes: () => number = () => 1) => {
  const log = { opened: 0, ended: 0, requests: [] as OcrRequest[] };
  const open = (): SandboxedPage<OcrRequest> => {
    log.opened += 1;
    return {
      ready: Promise.resolve(),
      async ask(request) {
        log.requests.push(request);
        if (request.kind !== 'open') return answer(request);
        const isLocked = request.bytes === lockedBytes && request.password === null;
        return JSON.stringify(isLocked ? { ok: false, error: 'password-needed' } : { ok: true, value: [] });
      },
      gone: never,
      usage: () => ({ memoryBytes: memoryBytes(), cpuMs: 0 }),
      end() {
        log.ended += 1;
      },
    };
  };
  return { log, reader: createScanReader(open, limits) };
};

const bytes = new Uint8Array([1]);
const noProgress = { onProgress: () => undefined, signal: new AbortController().signal };
const indexOf = (request: OcrRequest): number => ('index' in request ? request.index : 0);

describe('reading scanned pages', () => {
  it('opens the file once and tells before each page how many are done', async () => {
    const { reader, log } = pagesThat((request) => words(indexOf(request)));
    const told: number[] = [];
    const read = await reader.readPictures(
      { bytes, pages: [2, 5], language: 'eng' },
      { ...noProgress, onProgress: (done) => void told.push(done) },
    );
    expect(read).toMatchObject({ ok: true, value: { pages: [{ index: 2 }, { index: 5 }], unread: [] } });
    expect(log.requests.map(({ kind }) => kind)).toEqual(['open', 'words', 'words']);
    expect(told).toEqual([0, 1, 2]);
    await reader.close();
  });

  it('opens a file again that another one has closed, also where that one asks for a password', async () => {
    const { reader, log } = pagesThat((request) => words(indexOf(request)));
    const read = (each: Uint8Array, password?: string) =>
      reader.readPictures({ bytes: each, password, pages: [1], language: 'eng' }, noProgress);
    await read(bytes);
    expect(await read(lockedBytes)).toEqual({ ok: false, error: 'password-needed' });
    expect(await read(bytes)).toMatchObject({ ok: true, value: { pages: [{ index: 1 }] } });
    expect(await read(lockedBytes, 'open sesame')).toMatchObject({ ok: true });
    expect(log.requests.map(({ kind }) => kind)).toEqual([
      ...['open', 'words'],
      'open',
      ...['open', 'words'],
      ...['open', 'words'],
    ]);
    await reader.close();
  });

  it('leaves out a page that hangs, and goes on in another sandboxed page', async () => {
    const { reader, log } = pagesThat((request) =>
      indexOf(request) === 2 ? never : words(indexOf(request)),
    );
    const read = await reader.readPictures({ bytes, pages: [1, 2, 3], language: 'eng' }, noProgress);
    expect(read).toMatchObject({
      ok: true,
      value: { pages: [{ index: 1 }, { index: 3 }], unread: [{ page: 2, why: 'too-long' }] },
    });
    expect(log.opened).toBe(2);
    await reader.close();
  });

  it('leaves out a page on which memory grows past its limit', async () => {
    let memory = 1;
    const { reader } = pagesThat(
      (request) => {
        memory = indexOf(request) === 1 ? 2000 : 1;
        return indexOf(request) === 1 ? never : words(indexOf(request));
      },
      () => memory,
    );
    const read = await reader.readPictures({ bytes, pages: [1], language: 'eng' }, noProgress);
    expect(read).toMatchObject({ ok: true, value: { unread: [{ page: 1, why: 'too-much-memory' }] } });
    await reader.close();
  });

  it('keeps what was read before it is stopped', async () => {
    const stop = new AbortController();
    const { reader, log } = pagesThat((request) => {
      if (indexOf(request) === 2) stop.abort();
      return indexOf(request) === 2 ? never : words(indexOf(request));
    });
    const read = await reader.readPictures(
      { bytes, pages: [1, 2, 3, 4, 5], language: 'eng' },
      { ...noProgress, signal: stop.signal },
    );
    expect(read).toMatchObject({
      ok: true,
      value: { pages: [{ index: 1 }], unread: [2, 3, 4, 5].map((page) => ({ page, why: 'cancelled' })) },
    });
    expect(log.ended).toBe(1);
    await reader.close();
  });

  it('opens no further page once it is closed', async () => {
    const { reader, log } = pagesThat(() => never);
    const reading = reader.readPictures({ bytes, pages: [1, 2, 3], language: 'eng' }, noProgress);
    await vi.waitFor(() => expect(log.requests).toHaveLength(2));
    await reader.close();
    expect(await reading).toMatchObject({
      ok: true,
      value: {
        pages: [],
        unread: [{ page: 1 }, { page: 2, why: 'cancelled' }, { page: 3, why: 'cancelled' }],
      },
    });
    expect(log.opened).toBe(1);
  });

  it('believes no answer of another shape, or of another page, and gives up after failures in a row', async () => {
    const { reader, log } = pagesThat((request) => (indexOf(request) === 1 ? 'no JSON' : words(99)));
    const read = await reader.readPictures({ bytes, pages: [1, 2, 3, 4], language: 'eng' }, noProgress);
    expect(read).toMatchObject({
      ok: true,
      value: {
        pages: [],
        unread: [1, 2, 3, 4].map((page) => ({ page, why: page <= 2 ? 'crashed' : 'cancelled' })),
      },
    });
    expect(log.requests.filter(({ kind }) => kind === 'words')).toHaveLength(2);
    await reader.close();
  });

  it('goes on behind pages that can’t be drawn, however many', async () => {
    const { reader, log } = pagesThat((request) =>
      indexOf(request) === 5 ? words(5) : JSON.stringify({ ok: false, error: 'not-read' }),
    );
    const read = await reader.readPictures({ bytes, pages: [1, 2, 3, 4, 5], language: 'eng' }, noProgress);
    expect(read).toMatchObject({
      ok: true,
      value: { pages: [{ index: 5 }], unread: [1, 2, 3, 4].map((page) => ({ page, why: 'not-drawn' })) },
    });
    expect(log.opened).toBe(1);
    await reader.close();
  });

  it.each([
    ['language-unusable', 'ocr-language-unusable'],
    ['password-needed', 'password-needed'],
  ])('fails for the whole file where the page says %s', async (refusal, failure) => {
    const { reader } = pagesThat(() => JSON.stringify({ ok: false, error: refusal }));
    const read = await reader.readPictures({ bytes, pages: [1, 2], language: 'eng' }, noProgress);
    expect(read).toEqual({ ok: false, error: failure });
    await reader.close();
  });
});
