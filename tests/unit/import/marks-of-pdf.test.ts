/** The marks of a PDF become passages and lines of a note: as it is imported, and of one that is here. */
import { expect, it } from 'vitest';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import type { BodyBox, TextNode } from '#domain/article/body/body.ts';
import { requests } from '#domain/contract/requests.ts';
import { frameColour } from '#domain/passage/marks/copied-mark.ts';
import type { DrawnMark } from '#domain/passage/marks/mark-region.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { passageQuote } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { createImportHandlers } from '#electron/handlers/import/import-handlers.ts';
import { recordChanges } from '#electron/handlers/shared/record-changes.ts';
import { sha256Of } from '#electron/handlers/shared/sha-256.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { ReadText, TextReader } from '#electron/ports/text-reader.ts';
import { outcomesOf } from '../../support/exchange/take-files.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

/** A line of a page, of which each letter is a hundred of its ten thousand parts wide. */
const line = (text: string, top: number, page = 1): TextNode => ({
  type: 'text',
  text,
  marks: [
    {
      type: 'page',
      attrs: { index: page, label: null, box: [1000, top, 1000 + 100 * text.length, top + 200] },
    },
  ],
});

const first = 'The strait is closed to ';
const second = 'tankers until May, officials said.';

const under = (text: string, words: string, top: number): BodyBox => {
  const at = text.indexOf(words);
  return [1000 + 100 * at, top + 10, 1000 + 100 * (at + words.length), top + 190];
};

const mark = (said: Partial<PdfMark>): PdfMark => ({
  kind: 'highlight',
  page: 1,
  boxes: [under(first, 'strait', 1000)],
  words: 'strait',
  note: '',
  writer: null,
  at: null,
  colour: null,
  ...said,
});

const marks: readonly PdfMark[] = [
  mark({
    boxes: [under(first, 'closed to ', 1000), under(second, 'tankers', 1300)],
    words: 'closed totankers',
    note: 'Since when?',
    writer: 'J. Miller',
    colour: '#ffeb33',
  }),
  mark({ boxes: [under(second, 'fficials sai', 1300)], words: 'fficials sai', colour: '#33cc4d' }),
  mark({
    kind: 'note',
    words: '',
    note: 'Ask the port.',
    writer: 'K. Osei',
    boxes: [[9000, 500, 9200, 700]],
  }),
  mark({ boxes: [under(second, 'until May', 1300)], words: 'u ntil M@y??', colour: '#ff0000' }),
];

const read: ReadText = {
  format: 'pdf',
  originalName: 'report.pdf',
  originalFile: 'original.pdf',
  original: new Uint8Array([1]),
  encoding: null,
  found: {},
  remarks: [],
  marks,
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [line(first, 1000), line(second, 1300)] }],
  },
};

/** A page of A4, and its pixels of no more than the head of a PNG. */
const drawn: Omit<DrawnMark, 'at'> = {
  page: { number: 1, width: 595, height: 842 },
  viewrect: { x: 60, y: 400, w: 120, h: 90 },
  picture: { sha256: sha256Of(new Uint8Array([7])), format: 'png', width: 500, height: 375 },
  bytes: new Uint8Array([7]),
};

let toRead: ReadText;
/** The regions of the marks that are drawn, where these differ from the usual one. */
let regionsDrawn: readonly Omit<DrawnMark, 'at'>[];
/** What happens while marks are drawn. */
let endsDrawing: () => Promise<unknown>;
let handlers: ReturnType<typeof createImportHandlers>;
/** What is told of a bulk import as it goes on. */
let told: string[];
let archive: Parameters<Parameters<typeof benchForEach>[0]>[0]['archive'];
benchForEach((bench) => {
  archive = bench.archive;
  const reader = createTextReader({ parse: async () => ({ ok: false, error: 'importer-crashed' }) });
  toRead = read;
  endsDrawing = async () => undefined;
  regionsDrawn = [];
  const texts: TextReader = {
    ...reader,
    readFile: async () => ok(toRead),
    readOriginal: async () => ok(toRead),
    drawMarks: async (_original, marksToDraw, how) => {
      await endsDrawing();
      how?.onDrawn?.(marksToDraw.length, marksToDraw.length);
      return marksToDraw.map((_, at) => ({ ...(regionsDrawn[at] ?? drawn), at }));
    },
  };
  told = [];
  const emit: typeof bench.deps.emit = (name, event) => {
    if (name === 'import-progress') told.push(Object.values(event).join(' '));
  };
  handlers = createImportHandlers({ ...bench.deps, texts, emit });
});

const importOne = async (takesMarks: boolean) => {
  const chosen = await handlers['import:drop']({ paths: ['a.pdf'], isMany: true });
  const [outcome] = await outcomesOf(handlers, chosen, { takesMarks });
  if (outcome?.status !== 'imported') throw new Error('the file was not imported');
  return outcome;
};

const saidOf = async (articleId: Parameters<typeof archive.annotations>[0]) => {
  const { about, passages } = succeed(await archive.annotations(articleId));
  return {
    note: about.note === null ? null : richTextToPlain(about.note),
    passages: passages
      .filter(({ deletedAt }) => deletedAt === null)
      .map((passage) => ({
        words: passageQuote(passage),
        label: passage.label,
        note: passage.note === null ? null : richTextToPlain(passage.note),
      })),
  };
};

const taken = {
  note: 'Page 1, sticky note: K. Osei: Ask the port.',
  passages: [
    { words: 'closed to tankers', label: 'claim', note: 'J. Miller: Since when?' },
    { words: 'officials said', label: 'data', note: null },
    {
      words: 'until May',
      label: 'gap',
      note: '[Placed by the position of the mark: check the words.]',
    },
  ],
};

it('are taken with the file, across its lines, with whole words, by the label of their colour', async () => {
  const { articleId, marks: counts } = await importOne(true);
  expect(counts).toEqual({ passages: 3, regions: 0, here: 0, inNote: 1, completed: 1, near: 1 });
  expect(await saidOf(articleId)).toEqual(taken);
});

it('are left where nobody asks for them, and are taken later in one step, each once', async () => {
  const { articleId } = await importOne(false);
  expect(await saidOf(articleId)).toEqual({ note: null, passages: [] });
  const rows = succeed(await handlers['import:read-marks']({ articleId }));
  expect(rows.map(({ words }) => words)).toEqual(['closed to tankers', 'officials said', null, 'until May']);
  const all = rows.map(
    ({ at, mark: { colour } }) => ({ at, label: colour === null ? 'context' : 'data' }) as const,
  );
  const { passages, inNote } = succeed(await handlers['import:take-marks']({ articleId, marks: all }));
  expect({ passages, inNote }).toEqual({ passages: 3, inNote: 1 });
  const again = succeed(await handlers['import:take-marks']({ articleId, marks: all }));
  expect(again).toMatchObject({ passages: 0, here: 4, inNote: 0 });
  expect((await saidOf(articleId)).passages.map(({ label }) => label)).toEqual(['data', 'data', 'data']);
  succeed(await archive.undo());
  expect(await saidOf(articleId)).toEqual({ note: null, passages: [] });
});

it('are shown with whether they were taken, and whether their passage is in the trash since', async () => {
  const { articleId } = await importOne(true);
  const takenNow = async () =>
    succeed(await handlers['import:read-marks']({ articleId })).map(({ taken: each }) => each);
  expect(await takenNow()).toEqual(['here', 'here', 'here', 'here']);
  const { passages } = succeed(await archive.annotations(articleId));
  const [gone] = passages;
  if (gone === undefined) throw new Error('No passage');
  succeed(
    await archive.perform(() =>
      Promise.resolve(
        ok({
          value: null,
          name: 'delete-passages',
          changes: recordChanges({ kind: 'annotations', articleId }, 'passages', gone, {
            ...gone,
            deletedAt: gone.createdAt,
          }),
        }),
      ),
    ),
  );
  expect(await takenNow()).toEqual(['deleted', 'here', 'here', 'here']);
});

it('are no second passages beside what another tool has exported of them without their writers', async () => {
  const [commented, , , near] = marks;
  const exported = [mark({ ...commented, writer: null }), mark({ ...near })];
  toRead = { ...read, marks: exported };
  const { articleId } = await importOne(true);
  const inCopy = async (writer: string) => {
    toRead = { ...read, marks: exported.map((each) => ({ ...each, writer })), original: new Uint8Array([2]) };
    const chosen = await handlers['import:drop']({ paths: ['copy.pdf'], isMany: true });
    const [outcome] = await outcomesOf(handlers, chosen, { takesMarks: true });
    return outcome;
  };
  expect(await inCopy('J. Miller')).toMatchObject({ articleId, marks: { passages: 0, here: 2 } });
});

it('of two readers on the same words are two passages', async () => {
  const [commented] = marks;
  toRead = {
    ...read,
    marks: ['J. Miller', 'K. Osei'].flatMap((writer) => [
      mark({ ...commented, writer }),
      mark({ boxes: [under(second, 'until May', 1300)], words: 'until May', writer }),
    ]),
  };
  expect((await importOne(true)).marks).toMatchObject({ passages: 4, here: 0 });
});

it('of a copy of a text that is here go to that article', async () => {
  const { articleId } = await importOne(false);
  const chosen = await handlers['import:drop']({ paths: ['copy.pdf', 'copy 2.pdf'] });
  const outcomes = await outcomesOf(handlers, chosen, { takesMarks: true });
  expect(outcomes).toMatchObject([
    { status: 'duplicate', articleId, marks: { passages: 3, inNote: 1 } },
    { status: 'duplicate', articleId, marks: { passages: 0, here: 4, inNote: 0 } },
  ]);
  expect(await saidOf(articleId)).toEqual(taken);
});

/** The same with a running head that is left out, and a mark on it. */
const headed: ReadText = {
  ...read,
  body: {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [line('Harbour Report', 300)] },
      { type: 'paragraph', content: [line('Page one', 600)] },
      ...read.body.content,
    ],
  },
  leftOut: [0, 1],
  marks: [...marks, mark({ boxes: [under('Harbour Report', 'Report', 300)], words: 'Report' })],
};

it('keep what they stand on in the text, where it would be left out as surroundings', async () => {
  toRead = headed;
  const answer = succeed(await handlers['import:drop']({ paths: ['a.pdf'] }));
  expect(answer).toMatchObject({ kind: 'draft', draft: { leftOut: [1], duplicates: [] } });
  const { articleId } = await importOne(true);
  const { passages } = await saidOf(articleId);
  expect(passages.map(({ words }) => words)).toEqual(expect.arrayContaining(['Report', 'until May']));
  expect(succeed(await archive.body(articleId)).body.content).toHaveLength(2);
  // Its text can be made anew.
  expect(codeOf(await handlers['import:reread']({ articleId }))).toBe('reads-the-same');
});

it('keep nothing of the kind in the copy of a text that is here without it', async () => {
  toRead = { ...headed, marks: [] };
  const { articleId } = await importOne(false);
  toRead = { ...headed, original: new Uint8Array([3]) };
  const chosen = await handlers['import:drop']({ paths: ['copy.pdf'], isMany: true });
  const [outcome] = await outcomesOf(handlers, chosen, { takesMarks: true });
  expect(outcome).toMatchObject({ status: 'duplicate', articleId, marks: { passages: 3 } });
});

const stroke: PdfMark = mark({
  kind: 'drawing',
  words: '',
  note: 'Look here.',
  boxes: [[1000, 5000, 3000, 6000]],
});

it('without words are regions of their page, with their pixels, and go with the step that made them', async () => {
  toRead = { ...read, marks: [...marks.slice(2, 3), stroke] };
  const { articleId, marks: counts } = await importOne(true);
  expect(counts).toMatchObject({ passages: 0, regions: 1, inNote: 1 });
  const { passages } = succeed(await archive.annotations(articleId));
  expect(passages.map(({ selectors }) => selectors)).toMatchObject([
    [{ viewrect: drawn.viewrect, page: { number: 1 }, picture: drawn.picture }],
  ]);
  const holder = { kind: 'article', id: articleId } as const;
  expect(await archive.picture(holder, { sha256: drawn.picture.sha256, format: 'png' })).toMatchObject({
    kind: 'picture',
  });
  const all = [0, 1].map((at) => ({ at, label: 'gap' }) as const);
  const again = succeed(await handlers['import:take-marks']({ articleId, marks: all }));
  expect(again).toMatchObject({ regions: 0, here: 2, inNote: 0 });
});

it('that Precis wrote of a region at the edge of its page are no second one beside the mark it was made of', async () => {
  const edge = { ...drawn, viewrect: { x: 0, y: 780, w: 12, h: 12 } };
  const cut = { ...drawn, viewrect: { x: 1, y: 780, w: 11, h: 11 } };
  regionsDrawn = [edge, cut];
  const corner: BodyBox = [0, 9900, 200, 10_000];
  const own = mark({
    kind: 'drawing',
    words: '',
    note: 'Gap (Precis)\nLook here.',
    colour: frameColour('rose'),
    boxes: [corner],
  });
  toRead = { ...read, marks: [{ ...stroke, boxes: [corner] }, own] };
  const { marks: counts } = await importOne(true);
  expect(counts).toMatchObject({ regions: 1, here: 1 });
  // Two marks of others are two.
  toRead = {
    ...toRead,
    marks: [stroke, { ...own, note: 'There.' }],
    body: { type: 'doc', content: [{ type: 'paragraph', content: [line('Another text.', 1000)] }] },
  };
  expect((await importOne(true)).marks).toMatchObject({ regions: 2, here: 0 });
});

it('are lines of the note where others there begin as they do', async () => {
  const numbered = (note: string) => mark({ kind: 'note', words: '', note, boxes: [[9000, 500, 9200, 700]] });
  toRead = { ...read, marks: [numbered('Ask the port of Hamburg.')] };
  const { articleId } = await importOne(true);
  toRead = { ...read, marks: [numbered('Ask the port')], original: new Uint8Array([2]) };
  const chosen = await handlers['import:drop']({ paths: ['copy.pdf'], isMany: true });
  const [outcome] = await outcomesOf(handlers, chosen, { takesMarks: true });
  expect(outcome).toMatchObject({ status: 'duplicate', articleId, marks: { here: 0, inNote: 1 } });
  expect((await saidOf(articleId)).note?.split('\n')).toContain('Page 1, sticky note: Ask the port');
});

it('of another copy are regions where the page is the same, which their notes say', async () => {
  const { articleId } = await importOne(false);
  toRead = { ...read, marks: [stroke], original: new Uint8Array([2]) };
  const chosen = await handlers['import:drop']({ paths: ['copy.pdf'], isMany: true });
  const [outcome] = await outcomesOf(handlers, chosen, { takesMarks: true });
  expect(outcome).toMatchObject({ status: 'duplicate', articleId, marks: { regions: 1, inNote: 0 } });
  const { passages } = await saidOf(articleId);
  expect(passages.map(({ note }) => note)).toEqual(['Look here.\n[Drawn from another copy of this file.]']);
});

it('that can’t be drawn, or are those of another copy with other pages, are lines of the note', async () => {
  const { articleId } = await importOne(false);
  const moved: ReadText['body'] = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [line(first, 2000), line(second, 2300)] }],
  };
  toRead = { ...read, body: moved, marks: [stroke], original: new Uint8Array([2]) };
  const chosen = await handlers['import:drop']({ paths: ['copy.pdf'], isMany: true });
  const [outcome] = await outcomesOf(handlers, chosen, { takesMarks: true });
  expect(outcome).toMatchObject({ status: 'duplicate', articleId, marks: { regions: 0, inNote: 1 } });
  const { note, passages } = await saidOf(articleId);
  expect(passages).toEqual([]);
  expect(note).toContain('Page 1, drawing: Look here.');
  expect(note).toContain('Marks on page 1 of the file are of another copy, whose pages differ');
});

it('are told as they are drawn, from before the first file is read', async () => {
  toRead = { ...read, marks: [stroke] };
  await importOne(true);
  expect(told).toEqual(['0 1 a.pdf', '0 1 a.pdf: mark 1 of 1', '1 1 a.pdf']);
});

it('are none where the drawing of them is ended', async () => {
  const { articleId } = await importOne(false);
  toRead = { ...read, marks: [stroke] };
  endsDrawing = () => handlers['import:cancel']({});
  const answer = await handlers['import:take-marks']({ articleId, marks: [{ at: 0, label: 'gap' }] });
  expect(codeOf(answer)).toBe('cancelled');
  expect(await saidOf(articleId)).toEqual({ note: null, passages: [] });
});

it('of a draft that are all here leave no draft in the list', async () => {
  await importOne(true);
  const { draft } = await (async () => {
    const answer = succeed(await handlers['import:drop']({ paths: ['a.pdf'] }));
    if (answer.kind !== 'draft') throw new Error('There is no draft.');
    return answer;
  })();
  const { draftId, body } = draft;
  const bibliography = bibliographyFromFound({}, '2026-12-01' as never);
  const all = marks.map((_, at) => ({ at, label: 'claim' }) as const);
  const sealed = await handlers['import:seal']({ draftId, body, bibliography, marking: null, marks: all });
  expect(succeed(sealed).marks).toMatchObject({ passages: 0, here: 4 });
  expect(succeed(await handlers['import:drafts']({}))).toEqual([]);
  expect(requests['import:seal'].refreshes).toContain('import:drafts');
});

it('of a draft are drawn where they stand, by their places; of one that is gone nothing is', async () => {
  toRead = { ...read, marks: [...marks, stroke] };
  const answer = succeed(await handlers['import:drop']({ paths: ['a.pdf'] }));
  if (answer.kind !== 'draft') throw new Error('There is no draft.');
  const { draftId } = answer.draft;
  const pictures = succeed(await handlers['import:draw-marks']({ draftId, at: [4, 3, 99] }));
  expect(pictures).toEqual([
    { at: 4, address: 'data:image/png;base64,Bw==' },
    { at: 3, address: 'data:image/png;base64,Bw==' },
  ]);
  succeed(await handlers['import:discard']({ draftId }));
  expect(codeOf(await handlers['import:draw-marks']({ draftId, at: [4] }))).toBe('not-found');
});
