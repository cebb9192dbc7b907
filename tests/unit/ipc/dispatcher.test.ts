import { describe, expect, it } from 'vitest';
import { type Handlers, type RequestName, requests } from '#domain/contract/requests.ts';
import { ok } from '#domain/result.ts';
import { type Caller, createDispatcher, type RawRequest } from '#electron/ipc/create-dispatcher.ts';
import { UnreadableFolder } from '#electron/storage/file/system-error.ts';
import { newPassageId } from '../../support/archive/sample-ids.ts';

const window: Caller = { origin: 'app://precis', isMainFrame: true, isWindow: true };
const request = (name: unknown, input: unknown = {}, isFromPreload = false): RawRequest => ({
  name,
  input,
  isFromPreload,
});

/** A dispatcher whose handlers all answer alike and note that they were called. */
const setUp = (behaviour: (name: string) => Promise<unknown> = async () => ok(null)) => {
  const called: string[] = [];
  const refusals: string[] = [];
  const bugs: unknown[] = [];
  const names = Object.keys(requests) as RequestName[];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown) => {
        called.push(`${name} ${JSON.stringify(input)}`);
        return behaviour(name);
      },
    ]),
  ) as unknown as Handlers;
  let count = 0;
  const dispatch = createDispatcher({
    handlers,
    newReference: () => `ref-${++count}`,
    logBug: (reference, what, bug) => bugs.push([reference, what, bug]),
    logRefusal: (reference, why) => refusals.push(`${reference} ${why}`),
  });
  return { dispatch, called, refusals, bugs };
};

const refused = { ok: false, error: { code: 'internal', reference: 'ref-1' } };

describe('the dispatcher', () => {
  it('runs the handler of a request and hands its answer back', async () => {
    const { dispatch, called } = setUp(async () => ok('the answer'));
    expect(await dispatch(window, request('app:copy', { text: 'words' }))).toEqual(ok('the answer'));
    expect(called).toEqual(['app:copy {"text":"words"}']);
  });

  it('says which folder can’t be listed, and logs what the system said', async () => {
    const refusal = new UnreadableFolder('articles', Object.assign(new Error('EIO'), { code: 'EIO' }));
    const { dispatch, bugs } = setUp(() => Promise.reject(refusal));
    expect(await dispatch(window, request('app:state'))).toEqual({
      ok: false,
      error: { code: 'archive-unreadable', file: 'articles', reason: 'other' },
    });
    expect(bugs).toEqual([['ref-1', 'app:state', refusal]]);
  });

  it.each<[string, Partial<Caller>, RegExp]>([
    ['another page of the app', { isWindow: false }, /a page that is not the window/],
    ['a frame inside the page', { isMainFrame: false }, /a frame inside the page/],
    ['another origin', { origin: 'https://precis.example' }, /the origin https:\/\/precis\.example/],
    ['an opaque origin', { origin: 'null' }, /the origin null/],
    ['an origin that only begins alike', { origin: 'app://precis.example' }, /app:\/\/precis\.example/],
    ['a frame that is gone', { origin: null }, /no frame/],
  ])('refuses %s and says so in the log only', async (_who, caller, why) => {
    const { dispatch, called, refusals } = setUp();
    expect(await dispatch({ ...window, ...caller }, request('app:state'))).toEqual(refused);
    expect(called).toEqual([]);
    expect(refusals).toEqual([expect.stringMatching(why)]);
  });

  it.each(['constructor', '__proto__', 'toString', 'app:everything', '', 7, null, ['app:state'], {}])(
    'knows no request called %j',
    async (name) => {
      const { dispatch, called, refusals } = setUp();
      expect(await dispatch(window, request(name))).toEqual(refused);
      expect(called).toEqual([]);
      expect(refusals).toHaveLength(1);
    },
  );

  it('takes paths from the preload and from nobody else', async () => {
    const { dispatch, called } = setUp();
    const paths = { paths: ['/etc/hostname'] };
    expect(await dispatch(window, request('import:drop', paths))).toEqual(refused);
    expect(called).toEqual([]);
    expect(await dispatch(window, request('import:drop', paths, true))).toEqual(ok(null));
    expect(called).toHaveLength(1);
  });

  it('refuses an input that does not fit before the handler sees it, and names what is wrong', async () => {
    const { dispatch, called } = setUp();
    expect(await dispatch(window, request('article:open', { articleId: '../../etc', more: 1 }))).toEqual({
      ok: false,
      error: {
        code: 'invalid-input',
        request: 'article:open',
        problems: [expect.stringMatching(/^articleId: /), expect.stringMatching(/^input: .*more/)],
      },
    });
    expect(called).toEqual([]);
  });

  it('fills in what the schema has a default for', async () => {
    const { dispatch, called } = setUp();
    const articleId = '0190a2c0-0000-7000-8000-000000000001';
    await dispatch(
      window,
      request('passage:add', {
        articleId,
        passageId: newPassageId(),
        ranges: [{ start: 0, end: 4 }],
        label: 'claim',
      }),
    );
    expect(called[0]).toContain('"tagIds":[],"sourceId":null');
  });

  it('answers a handler that throws with a reference, and logs the bug under it', async () => {
    const bug = new Error('a bug');
    const { dispatch, bugs } = setUp(() => Promise.reject(bug));
    expect(await dispatch(window, request('app:state'))).toEqual(refused);
    expect(bugs).toEqual([['ref-1', 'app:state', bug]]);
  });
});
