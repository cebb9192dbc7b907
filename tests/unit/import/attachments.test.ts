import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_OFFERED } from '#domain/article/attachment.ts';
import { articlesNamedIn } from '#domain/article/named-in-note.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { archivedAnswer, makeWarc } from '../../support/documents/make-warc.ts';
import { makeCompoundFile } from '../../support/documents/messages/make-compound-file.ts';
import { type MailFile, makeMail } from '../../support/documents/messages/make-mail.ts';
import { messageFolder } from '../../support/documents/messages/make-message.ts';
import { outcomesOf } from '../../support/exchange/take-files.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let folder: string;
let importer: Importer;
let handlers: ReturnType<typeof createHandlers>;
let onProgress: (done: number) => void;

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  importer = await createJsdomImporter();
  onProgress = () => undefined;
  handlers = createHandlers({
    ...bench.deps,
    texts: createTextReader(importer),
    emit: (name, event) => {
      if (name === 'import-progress') onProgress((event as { done: number }).done);
    },
  });
});
afterEach(async () => {
  await importer.close();
  await bench.close();
  await removeFolder(folder);
});

const open = async (content: string | Uint8Array, name = 'call.eml'): Promise<ImportDraft> => {
  const path = join(folder, name);
  await writeFile(path, content);
  const answer = succeed(await handlers['import:drop']({ paths: [path] }));
  if (answer.kind !== 'draft') throw new Error('a report was answered');
  return answer.draft;
};

const message = (files: readonly MailFile[]): Uint8Array =>
  makeCompoundFile(
    messageFolder({
      properties: { '0037001F': 'Strait closed', '1000001F': 'See below.' },
      attachments: files.map(({ name, content }) => ({
        '3707001F': name ?? '',
        '37010102': Buffer.from(content),
      })),
    }),
  );

const openWith = (...files: readonly MailFile[]) => open(makeMail('Strait closed', 'See below.', files));

const seal = ({ draftId, body, bibliography }: ImportDraft, attached?: readonly number[]) =>
  handlers['import:seal']({
    draftId,
    body,
    bibliography,
    marking: null,
    ...(attached === undefined ? {} : { attached: [...attached] }),
  });

const archivedPages = () =>
  ['Strait closed', 'Insurers ask'].map((title) =>
    archivedAnswer(
      `https://harbour.example/${title.length}.html`,
      `<html><head><title>${title}</title></head><body><p>${title}, said the harbour office on Monday.</p></body></html>`,
    ),
  );

const text = (name: string | null, content: string): MailFile => ({ name, content });

const articleOf = async (articleId: Parameters<typeof bench.archive.article>[0]) => ({
  ...succeed(await bench.archive.article(articleId)).article,
  note: succeed(await bench.archive.annotations(articleId)).about.note,
});

describe('what is attached to a mail', () => {
  it('is offered by what it is, and imported only where it is taken', async () => {
    const zip = Buffer.from('PK\u0003\u0004\u0014\u0000\u0001\u0000 locked', 'latin1');
    const draft = await openWith(
      text('calls.txt', 'Ten calls.'),
      { name: 'locked.zip', content: zip },
      { name: 'list.doc', content: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
      text('empty.txt', ''),
      { name: 'smime.p7s', content: Buffer.from('308006092a864886f70d010702a0800000', 'hex') },
    );
    expect(draft.attachments).toEqual([
      { index: 0, name: 'calls.txt', bytes: 10, format: 'txt', refusal: null },
      expect.objectContaining({ name: 'locked.zip', format: null, refusal: 'unsupported-packed' }),
      expect.objectContaining({
        name: 'list.doc',
        format: null,
        refusal: expect.stringMatching(/^unsupported-/),
      }),
      expect.objectContaining({ name: 'empty.txt', format: null, refusal: 'file-empty' }),
      expect.objectContaining({ name: 'smime.p7s', format: null, refusal: 'file-binary' }),
    ]);
    const sealed = succeed(await seal(draft));
    expect(sealed.attached).toEqual([]);
    expect(await bench.archive.articleIds()).toEqual([sealed.articleId]);
    expect((await articleOf(sealed.articleId)).note).toBeNull();
  });

  it('becomes articles in one step of undo with the mail, each with a note that names the other', async () => {
    const page =
      '<html><head><title>Calls of April</title></head><body><article><p>Ten ships called in April, as before.</p></article><script>globalThis.canary=1</script></body></html>';
    const draft = await openWith(text('calls.html', page), text('plain.txt', 'Nothing but words.'));
    const { articleId, attached } = succeed(await seal(draft, [0, 1]));
    expect(attached.map(({ name, status }) => [name, status])).toEqual([
      ['calls.html', 'imported'],
      ['plain.txt', 'imported'],
    ]);
    const [calls] = attached;
    if (calls?.articleId == null) throw new Error('nothing was imported');
    const article = await articleOf(calls.articleId);
    expect(article).toMatchObject({
      format: 'html',
      originalName: 'calls.html',
      bibliography: { type: 'personal_communication', title: 'Calls of April' },
    });
    expect(succeed(await bench.archive.original(calls.articleId))).toEqual(new Uint8Array(Buffer.from(page)));
    expect(richTextToPlain(article.note ?? { type: 'doc', content: [{ type: 'paragraph' }] })).toBe(
      `Attached to the mail “Strait closed” of 2024-04-22 (call.eml, article ${articleId}).`,
    );
    const mailNote = (await articleOf(articleId)).note;
    expect(JSON.stringify(mailNote)).toContain(`“Calls of April” (calls.html, article ${calls.articleId})`);
    expect(Reflect.get(globalThis, 'canary')).toBeUndefined();

    succeed(await handlers['undo:undo']({}));
    expect(await bench.archive.articleIds()).toEqual([]);
  });

  it('that fails leaves the mail and the others alone', async () => {
    const draft = await openWith(
      { name: 'locked.zip', content: Buffer.from('PK\u0003\u0004', 'latin1') },
      text('broken.pdf', '%PDF-1.7 and no more'),
      text('calls.txt', 'Ten calls.'),
    );
    const { attached } = succeed(await seal(draft, [0, 1, 2]));
    expect(attached.map(({ status }) => status)).toEqual(['failed', 'failed', 'imported']);
    expect(attached[0]?.reason).toBe('unsupported-packed');
    expect(await bench.archive.articleIds()).toHaveLength(2);
  });

  it('is never a path, whatever it is called', async () => {
    const names = ['../../x', '..\\..\\evil.txt', '/etc/passwd', '..', 'fdp\u202etxt.exe', 'C:\\a\\b.txt'];
    const draft = await openWith(...names.map((name, index) => text(name, `Words of file ${index}.`)));
    const { attached } = succeed(await seal(draft, [0, 1, 2, 3, 4, 5]));
    const articles = await Promise.all(
      attached.flatMap(({ articleId }) => (articleId === null ? [] : [articleOf(articleId)])),
    );
    expect(articles.map(({ originalName }) => originalName)).toEqual([
      'x',
      'evil.txt',
      'passwd',
      'attachment',
      'fdptxt.exe',
      'b.txt',
    ]);
    for (const { originalName, originalFile } of articles) {
      expect(originalName).not.toMatch(/[/\\\u202e]/u);
      expect(originalFile).toMatch(/^original\.[a-z0-9]{1,10}$/u);
    }
    expect((await readdir(folder)).sort()).toEqual(['call.eml']);
  });

  it('to a mail in a mail in a mail is offered once; the mails themselves are text', async () => {
    const inner = makeMail('Inner', 'Third text.', [text('deep.txt', 'From far below.')], 'c');
    const middle = makeMail(
      'Middle',
      'Second text.',
      [{ name: null, content: inner, type: 'message/rfc822' }],
      'b',
    );
    const draft = await openWith({ name: 'fwd.eml', content: middle, type: 'message/rfc822' });
    expect(JSON.stringify(draft.body)).toContain('Third text.');
    expect(draft.attachments.map(({ name }) => name)).toEqual(['deep.txt']);
    expect(succeed(await seal(draft, [0])).attached).toMatchObject([{ status: 'imported' }]);
  });

  it('is offered no further than the limit', async () => {
    const files = Array.from({ length: 1000 }, (_, index) => text(`${index}.txt`, `File ${index}.`));
    const draft = await openWith(...files);
    expect(draft.attachments).toHaveLength(MAX_OFFERED);
    expect(codeOf(await seal(draft, [MAX_OFFERED]))).toBe('invalid-input');
    const { attached } = succeed(await seal(draft, [0, MAX_OFFERED - 1]));
    expect(attached.map(({ name }) => name)).toEqual(['0.txt', `${MAX_OFFERED - 1}.txt`]);
  });

  it('leaves the archive as it was where the reading is ended', async () => {
    const draft = await openWith(text('a.txt', 'One text.'), text('b.txt', 'Another text.'));
    onProgress = () => void handlers['import:cancel']({});
    expect(codeOf(await seal(draft, [0, 1]))).toBe('cancelled');
    expect(await bench.archive.articleIds()).toEqual([]);
    onProgress = () => undefined;
    expect(succeed(await seal(draft, [0, 1])).attached).toHaveLength(2);
  });

  it('is not imported with a mail that is here already', async () => {
    const files = [text('a.txt', 'One text.')];
    succeed(await seal(await openWith(...files)));
    expect(codeOf(await seal(await openWith(...files), [0]))).toBe('already-here');
    expect(await bench.archive.articleIds()).toHaveLength(1);
  });

  it('and is here already is named by the article that has it', async () => {
    const content = 'The same words.';
    const first = succeed(await seal(await openWith(text('a.txt', content)), [0]));
    const again = makeMail('Another mail', 'Once more.', [text('b.txt', content)]);
    const { attached } = succeed(await seal(await open(again), [0]));
    expect(attached).toEqual([
      { name: 'b.txt', status: 'duplicate', articleId: first.attached[0]?.articleId, reason: null },
    ]);
  });

  it('of Outlook is offered and imported too', async () => {
    const draft = await open(message([text('calls.txt', 'Ten calls.')]), 'call.msg');
    expect(draft.attachments).toEqual([
      { index: 0, name: 'calls.txt', bytes: 10, format: 'txt', refusal: null },
    ]);
    expect(succeed(await seal(draft, [0])).attached).toMatchObject([{ status: 'imported' }]);
  });

  it('of a mailbox of one mail is offered', async () => {
    const mail = makeMail('Mail a', 'See below.', [text('a.txt', 'a')]).replaceAll('\r\n', '\n');
    const draft = await open(`From x@y.example Mon Apr 22 10:00:00 2024\n${mail}\n\n`, 'box.mbox');
    expect(draft.attachments.map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('is what the other pages of a web archive are to the first, under other words', async () => {
    const [first, second] = archivedPages();
    if (first === undefined || second === undefined) throw new Error('there are no pages');
    const draft = await open(makeWarc([first, second]), 'day.warc');
    expect(draft.remarks).toEqual([{ kind: 'more-pages', count: 1 }]);
    expect(draft.attachments).toMatchObject([
      {
        index: 0,
        name: 'Insurers ask (https://harbour.example/12.html, 2024-04-22)',
        format: 'warc',
        refusal: null,
      },
    ]);
    const { articleId, attached } = succeed(await seal(draft, [0]));
    const other = attached[0]?.articleId;
    if (other == null) throw new Error('nothing was imported');
    expect(await articleOf(other)).toMatchObject({
      format: 'warc',
      originalName: '12.warc',
      bibliography: {
        type: 'article-newspaper',
        title: 'Insurers ask',
        url: 'https://harbour.example/12.html',
      },
    });
    // Its original is its own record, to the byte.
    expect(Buffer.from(succeed(await bench.archive.original(other)))).toEqual(
      Buffer.from(makeWarc([second])),
    );
    const note = (await articleOf(other)).note;
    expect(note === null ? '' : richTextToPlain(note)).toContain(`From the web archive of “Strait closed”`);
    expect(JSON.stringify((await articleOf(articleId)).note)).toContain('From the same web archive');
  });
});

describe('the first page of a web archive', () => {
  const openArchive = async () => open(makeWarc([...archivedPages()].slice(0, 2)), 'day.warc');
  const sealWithoutFirst = ({ draftId, body, bibliography, marking }: ImportDraft, attached: number[]) =>
    handlers['import:seal']({ draftId, body, bibliography, marking, attached, isLeftOut: true });

  it('is left out where only others are wanted, and nothing is said of it', async () => {
    const { articleId, attached } = succeed(await sealWithoutFirst(await openArchive(), [0]));
    expect(attached).toMatchObject([{ status: 'imported', articleId }]);
    expect(await bench.archive.articleIds()).toEqual([articleId]);
    const { bibliography, note } = await articleOf(articleId);
    expect([bibliography.title, note]).toEqual(['Insurers ask', null]);
    expect(succeed(await handlers['import:drafts']({}))).toEqual([]);
    const again = await openArchive();
    expect(codeOf(await sealWithoutFirst(again, [0]))).toBe('already-here');
    expect(succeed(await handlers['import:drafts']({}))).toHaveLength(1);
  });

  it('is not left out for nothing, and a mail is not', async () => {
    expect(codeOf(await sealWithoutFirst(await openArchive(), []))).toBe('invalid-input');
    const mail = await openWith(text('a.txt', 'One text.'));
    expect(codeOf(await sealWithoutFirst(mail, [0]))).toBe('invalid-input');
    expect(await bench.archive.articleIds()).toEqual([]);
  });
});

describe('what is attached to the mails among many files', () => {
  const dropMany = async (files: Readonly<Record<string, string | Uint8Array>>, hasAttachments: boolean) => {
    const paths = Object.keys(files).map((name) => join(folder, name));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return outcomesOf(handlers, await handlers['import:drop']({ paths }), { hasAttachments });
  };
  const mails = () => ({
    'a.eml': makeMail('First', 'See below.', [
      text('calls.txt', 'Ten calls.'),
      { name: 'locked.zip', content: Buffer.from('PK\u0003\u0004', 'latin1') },
    ]),
    'b.msg': message([text('list.txt', 'A list of ships.')]),
    'c.txt': 'No mail at all.',
  });

  it('stays in them where it is not asked for', async () => {
    const outcomes = await dropMany(mails(), false);
    expect(outcomes).toMatchObject([{ attached: [] }, { attached: [] }, { attached: [] }]);
    expect(await bench.archive.articleIds()).toHaveLength(3);
  });

  it('comes in with them, tied to its own mail, and goes with them in one step of undo', async () => {
    const [first, second, none] = await dropMany(mails(), true);
    expect(first).toMatchObject({
      status: 'imported',
      attached: [
        { name: 'calls.txt', status: 'imported' },
        { name: 'locked.zip', status: 'failed', reason: 'unsupported-packed' },
      ],
    });
    expect(second).toMatchObject({ attached: [{ name: 'list.txt', status: 'imported' }] });
    expect(none).toMatchObject({ status: 'imported', attached: [] });
    if (first?.status !== 'imported') throw new Error('the mail was not imported');
    const [calls] = first.attached;
    if (calls?.articleId == null) throw new Error('nothing was imported');
    expect(articlesNamedIn((await articleOf(calls.articleId)).note)).toEqual([first.articleId]);
    expect(articlesNamedIn((await articleOf(first.articleId)).note)).toEqual([calls.articleId]);
    expect(await bench.archive.articleIds()).toHaveLength(5);
    expect(succeed(await handlers['undo:history']({})).undo).toMatchObject([{ title: '5 articles' }]);

    succeed(await handlers['undo:undo']({}));
    expect(await bench.archive.articleIds()).toEqual([]);
  });

  it('is what the other pages of a web archive are among them', async () => {
    const files = { 'day.warc': makeWarc(archivedPages()), 'c.txt': 'No archive at all.' };
    const [archive] = await dropMany(files, true);
    expect(archive).toMatchObject({ status: 'imported', attached: [{ status: 'imported' }] });
    expect(await bench.archive.articleIds()).toHaveLength(3);
  });

  it('is not taken of a mail that is here already, which is told', async () => {
    await dropMany(mails(), false);
    expect(await dropMany(mails(), true)).toMatchObject([
      { status: 'duplicate', heldBack: 2 },
      { status: 'duplicate', heldBack: 1 },
      { status: 'duplicate', heldBack: 0 },
    ]);
    expect(await dropMany(mails(), false)).toMatchObject([{ heldBack: 0 }, {}, {}]);
    expect(await bench.archive.articleIds()).toHaveLength(3);
  });
});
