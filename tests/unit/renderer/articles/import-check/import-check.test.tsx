// @vitest-environment jsdom

import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { DuplicateArticle } from '#domain/contract/article.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { articleIdSchema, draftIdSchema } from '#domain/ids.ts';
import { noMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { ImportCheck } from '#renderer/articles/import-check/ImportCheck.tsx';
import { forgetCheck } from '#renderer/articles/import-check/use-steps.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { eventually } from '../../../../support/unit/eventually.ts';
import { installScriptedBridge, type ScriptedBridge } from '../../bridge/scripted-bridge.ts';

const draftId = draftIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
});
const missingFields: Bibliography = {
  type: 'article-newspaper',
  title: null,
  byline: null,
  publisher: 'Dispatch',
  publishedAt: null,
  dateCertainty: 'unknown',
  url: null,
  doi: null,
  accessedAt: null,
  language: 'en',
};
const draft: ImportDraft = {
  draftId,
  ...{ hidden: [], leftOut: [], duplicates: [], remarks: [], attachments: [], marks: [] },
  format: 'html',
  originalName: 'envoy.html',
  encoding: { encoding: 'utf-8', isCertain: true, unreadable: 0, choices: [] },
  body: { type: 'doc', content: [paragraph('Menu'), paragraph('<b>Envoy</b> travels. He said so.')] },
  found: { publisher: { value: 'Dispatch', foundIn: 'json-ld' } },
  bibliography: missingFields,
  marking: null,
  previousVersionId: null,
};

const copy: DuplicateArticle = {
  articleId: articleIdSchema.parse('01900000-0000-7000-8000-000000000009'),
  ...{ title: 'The wire', firstWords: '' },
  publisher: 'Agency',
  publishedAt: null,
  isSameText: true,
  likeness: 1,
  provenance: [{ publisher: 'Dispatch', publishedAt: null, url: null }],
};

const keptAlone = {
  ...{ articleId: draftId, carried: null, duplicates: [], nearPublications: [], attached: [] },
  marks: noMarksTaken,
};

let main: ScriptedBridge;
let stop: () => void;
const open = async (shown: Partial<ImportDraft> = {}) => {
  main.answer('import:drafts', () => ({ ok: true, value: [{ ...draft, ...shown }] }));
  render(<ImportCheck draftId={draftId} />);
  await screen.findByRole('heading', { name: 'Text to be kept' });
};
beforeEach(() => {
  main = installScriptedBridge();
  main.answer('source:list', () => ({ ok: true, value: [] }));
  main.answer('article:bylines', () => ({ ok: true, value: [] }));
  main.answer('import:seal', () => ({
    ok: true,
    value: keptAlone,
  }));
  main.answer('import:discard', () => ({ ok: true, value: null }));
  stop = followChanges();
  useNotices.setState({ notices: [] });
  forgetCheck(draft);
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const textIn = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name }).value;
const sealed = () => main.asked.filter(({ name }) => name === 'import:seal').map(({ input }) => input);
const pressFirst = async (name: string) => {
  const [button] = screen.getAllByRole('button', { name });
  if (button === undefined) throw new Error(`no button ${name}`);
  await userEvent.click(button);
};

const attachments: ImportDraft['attachments'] = [
  { index: 0, name: 'calls.pdf', bytes: 2048, format: 'pdf', refusal: null },
  { index: 1, name: 'locked.zip', bytes: 10, format: null, refusal: 'unsupported-packed' },
  { index: 2, name: '<b>x</b>.txt', bytes: 10, format: 'txt', refusal: null },
];

describe('what the text states of itself', () => {
  const stating = {
    type: 'doc' as const,
    content: [
      paragraph('Harbour talks end without a deal'),
      paragraph('By Ada Berg'),
      paragraph('22 April 2024'),
      paragraph(
        'The ministers met for two days in the harbour, and left it on Monday without a word to those who waited.',
      ),
    ],
  };

  it('fills in all fields that are empty by one key, and one step takes it back', async () => {
    await open({ body: stating, format: 'clipboard', originalName: null });
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getAllByRole('button', { name: 'Include again' })).toHaveLength(2);
    const filled = ['Harbour talks end without a deal', 'Dispatch', 'Ada Berg', '2024-04-22'];
    expect(['Title', 'Publication', 'Author', 'Date'].map(textIn)).toEqual(filled);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'URL' }));
    expect(screen.queryByRole('button', { name: /^Fill in / })).toBeNull();
    expect(sealed()).toEqual([]);
    await pressFirst('Undo filling in from the text');
    expect(screen.getByRole('button', { name: /^Fill in title, author and date/ })).toBeTruthy();
    expect([textIn('Title'), textIn('Author'), textIn('Date')]).toEqual(['', '', '']);
  });

  it('leaves a first line that says the title out of the text where that is chosen', async () => {
    await open({ body: stating });
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    // At first as it was read in the file.
    await userEvent.click(screen.getByRole('button', { name: /^Keep as paragraph 1 First line$/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Leave out of the text' }));
    await pressFirst('Keep Enter');
    await eventually(() => expect(sealed()).toMatchObject([{ body: { content: stating.content.slice(1) } }]));
  });

  it('counts an address as there while it is typed, and lacks it again once it is taken back', async () => {
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'URL' }), 'https://gazette.example/velan');
    expect(screen.getByText(/missing title and date\./)).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText(/missing title, date and URL\./)).toBeTruthy();
  });

  it('never takes the place of what is being typed', async () => {
    await open({ body: stating });
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'My title');
    await userEvent.click(screen.getByRole('button', { name: /^Fill in / }));
    expect([textIn('Title'), textIn('Author')]).toEqual(['My title', 'Ada Berg']);
  });
});

describe('the attachments of a mail', () => {
  const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');

  it('are named once, unticked, and those that can’t be read say why', async () => {
    await open({
      format: 'eml',
      attachments,
      remarks: [{ kind: 'attachments', names: attachments.map(({ name }) => name) }],
    });
    expect(boxes().map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [false, false],
      [false, true],
      [false, false],
    ]);
    expect(screen.getAllByText(/calls\.pdf/u)).toHaveLength(1);
    expect(screen.getByText('<b>x</b>.txt')).toBeTruthy();
    expect(screen.getByText(/Unpack it/u)).toBeTruthy();
  });

  it('are imported with it where they are ticked', async () => {
    main.answer('import:seal', () => ({
      ok: true,
      value: {
        ...keptAlone,
        attached: [
          { name: 'calls.pdf', status: 'failed', articleId: null, reason: 'password-needed' },
          { name: '<b>x</b>.txt', status: 'imported', articleId: draftId, reason: null },
        ],
      },
    }));
    await open({ format: 'eml', attachments });
    await userEvent.click(screen.getByRole('checkbox', { name: 'calls.pdf' }));
    await userEvent.click(screen.getByRole('button', { name: 'Take all 2' }));
    await pressFirst('Keep Enter');
    await eventually(() => expect(sealed()).toMatchObject([{ attached: [0, 2] }]));
    const [notice] = useNotices.getState().notices;
    expect(JSON.stringify(notice)).toContain(
      '1 attachment imported with it, 1 attachment not imported. calls.pdf: ',
    );
  });

  it('are the other pages where it is a web archive', async () => {
    await open({ format: 'warc', attachments, remarks: [{ kind: 'more-pages', count: 3 }] });
    expect(
      within(screen.getByRole('region', { name: 'Other pages' })).getByText(/links each to this one/u),
    ).toBeTruthy();
    expect(screen.queryByText(/Import the archive on its own/u)).toBeNull();
  });

  it('are sealed without the page that is shown, whatever its fields say', async () => {
    await open({ format: 'warc', attachments, remarks: [{ kind: 'more-pages', count: 3 }] });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Untitled' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'calls.pdf' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'URL' }), 'nonsense{Enter}');
    await eventually(() => expect(sealed()).toMatchObject([{ attached: [0], isLeftOut: true }]));
  });
});

describe('the import check', () => {
  it('shows whatever the file holds as text', async () => {
    await open();
    expect(screen.getByText('<b>Envoy</b> travels. He said so.')).toBeTruthy();
  });

  it('says where a value was found, and what the citation lacks', async () => {
    await open();
    expect(screen.getByText('Found in the page’s data (JSON-LD)')).toBeTruthy();
    expect(screen.getByText(/missing title, date and URL/)).toBeTruthy();
  });

  it('seals on Enter what was typed last and what was left in', async () => {
    await open();
    await pressFirst('Exclude');
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Envoy travels{Enter}');
    await eventually(() => expect(sealed()).toHaveLength(1));
    expect(sealed()[0]).toMatchObject({
      draftId,
      bibliography: { title: 'Envoy travels', publisher: 'Dispatch' },
      body: { content: [paragraph('<b>Envoy</b> travels. He said so.')] },
    });
  });

  it('does not seal while a field can’t be kept as it is', async () => {
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'URL' }), 'nonsense{Enter}');
    expect(sealed()).toEqual([]);
    expect(screen.getByText('Enter the full address, with https://')).toBeTruthy();
  });

  it('does not seal a text of which nothing is left', async () => {
    await open();
    await pressFirst('Exclude');
    await pressFirst('Exclude');
    await pressFirst('Keep Enter');
    expect(sealed()).toEqual([]);
    expect(useNotices.getState().notices.map(({ title }) => title)).toEqual(['No text is left.']);
  });

  it('does not seal a text that is in the archive already', async () => {
    await open({ duplicates: [copy] });
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'x{Enter}');
    expect(sealed()).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('already have this exact text');
  });

  it('seals it once it is said that another paper printed it, and says what has the same text', async () => {
    await open({ duplicates: [copy] });
    await userEvent.type(screen.getByRole('textbox', { name: 'Publication' }), 'Tribune{Enter}');
    expect(sealed()).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('Same text as', { exact: false }).textContent).toContain('“The wire” (Agency)');
  });

  it('has what was typed and cut again after another place was shown, and undoes it', async () => {
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Envoy{Tab}');
    await pressFirst('Exclude');
    expect(screen.getByRole('button', { name: 'Include again' })).toBe(document.activeElement);
    cleanup();
    await open();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Envoy');
    await userEvent.click(screen.getByRole('button', { name: 'Undo the last edit' }));
    await userEvent.click(screen.getByRole('button', { name: 'Undo title' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('');
  });

  describe('of a file whose encoding is doubtful', () => {
    const encoding = {
      encoding: 'windows-1252',
      isCertain: false,
      unreadable: 0,
      choices: [
        { encoding: 'windows-1252', sample: '£ódŸ' },
        { encoding: 'iso-8859-2', sample: 'Łódź' },
      ],
    } as const;
    const again = {
      ...draft,
      encoding: { ...encoding, encoding: 'iso-8859-2', isCertain: true },
      body: { type: 'doc', content: [paragraph('Łódź')] },
      bibliography: { ...draft.bibliography, publisher: 'Łódź Dispatch' },
    };
    const choose = async () => {
      main.answer('import:set-encoding', () => ({ ok: true, value: again }));
      main.answer('import:drafts', () => ({ ok: true, value: [again] }));
      const choice = document.querySelector<HTMLElement>('[aria-haspopup="listbox"]');
      if (choice === null) throw new Error('there is no choice');
      await userEvent.click(choice);
      await userEvent.click(await screen.findByText('Łódź', { selector: 'span' }));
      await screen.findByText('Łódź', { selector: 'p' });
    };

    it('says so, and Enter opens the choice in place of sealing', async () => {
      await open({ encoding });
      expect(screen.getByRole('alert').textContent).toContain('The encoding is not certain.');
      expect(document.activeElement?.getAttribute('aria-haspopup')).toBe('listbox');
      await userEvent.keyboard('{Enter}');
      expect(sealed()).toEqual([]);
      expect(await screen.findByText('Łódź', { selector: 'span' })).toBeTruthy();
    });

    it('takes the encoding that was found where its letters are right', async () => {
      await open({ encoding });
      const certain = { ...draft, encoding: { ...encoding, isCertain: true } };
      main.answer('import:set-encoding', () => ({ ok: true, value: certain }));
      main.answer('import:drafts', () => ({ ok: true, value: [certain] }));
      await pressFirst('The text reads correctly');
      await eventually(() => expect(screen.queryByText('The encoding is not certain.')).toBeNull());
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' }));
      expect(main.asked).toContainEqual(
        expect.objectContaining({ input: { draftId, encoding: 'windows-1252' } }),
      );
    });

    it('shows and seals the text as it reads in the encoding that was chosen, typed fields kept', async () => {
      await open({ encoding });
      await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Envoy{Tab}');
      await pressFirst('Exclude');
      await choose();
      expect(main.asked).toContainEqual(
        expect.objectContaining({
          name: 'import:set-encoding',
          input: { draftId, encoding: 'iso-8859-2' },
        }),
      );
      await pressFirst('Keep Enter');
      await eventually(() => expect(sealed()).toHaveLength(1));
      expect(sealed()[0]).toMatchObject({
        body: again.body,
        bibliography: { title: 'Envoy', publisher: 'Łódź Dispatch' },
      });
    });
  });

  describe('of a paste', () => {
    const pasted: ImportDraft = {
      ...draft,
      format: 'clipboard',
      originalName: null,
      encoding: null,
      found: {},
      bibliography: { ...missingFields, publisher: null },
      body: {
        type: 'doc',
        content: [
          paragraph('Envoy travels to the north again'),
          paragraph('By Ana Writer, Trade Ledger'),
          paragraph('15 April 2024'),
          paragraph('The envoy travels. He said so on Monday, and nobody was surprised by it at all.'),
        ],
      },
    };
    const take = (offer: string, field: string) =>
      userEvent.click(screen.getByRole('button', { name: `Use “${offer}” as ${field}` }));

    it('puts the cursor into the first field that is empty, and takes nothing by itself', async () => {
      await open(pasted);
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' }));
      expect(['Title', 'Publication', 'Author', 'Date'].map(textIn)).toEqual(['', '', '', '']);
    });

    it('offers what the text says of itself, and seals what was taken', async () => {
      await open(pasted);
      await take('Envoy travels to the north again', 'Title');
      await take('Trade Ledger', 'Publication');
      await take('Ana Writer', 'Author');
      await take('2024-04-15', 'Date');
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Date' }));
      expect(screen.queryByRole('button', { name: /^Use “/ })).toBeNull();
      await pressFirst('Keep Enter');
      await eventually(() => expect(sealed()).toHaveLength(1));
      expect(sealed()[0]).toMatchObject({
        // A line that says the title is a heading, to the character.
        body: {
          content: [{ ...pasted.body.content[0], type: 'heading' as const }, ...pasted.body.content.slice(1)],
        },
        bibliography: {
          title: 'Envoy travels to the north again',
          publisher: 'Trade Ledger',
          byline: 'Ana Writer',
          publishedAt: '2024-04-15',
          dateCertainty: 'stated',
        },
      });
    });

    it('takes back what was taken and what was cut, the last first', async () => {
      await open(pasted);
      await take('Trade Ledger', 'Publication');
      await pressFirst('Exclude');
      await pressFirst('Undo the last edit');
      expect(screen.queryByRole('button', { name: 'Include again' })).toBeNull();
      await pressFirst('Undo publication');
      expect(textIn('Publication')).toBe('');
      expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    });

    it('offers by key and by mouse the publishers that are known, and those that match what is typed', async () => {
      const source = { parentId: null, aliases: [], mergedIds: [], reliability: null, lastUsedAt: null };
      const rows = ['Harbour Notes', 'The Daily', 'Weekly Notes'].map((name, index) => ({
        ...source,
        id: `0190f000-0000-7000-8000-00000000001${index}`,
        kind: 'publication',
        name,
        articleCount: index,
      }));
      main.answer('source:list', () => ({ ok: true, value: rows }));
      await open(pasted);
      const offered = () =>
        screen.getAllByRole('button', { name: /as Publication$/ }).map(({ textContent }) => textContent);
      expect(offered()).toEqual(['Trade Ledger', 'Weekly Notes', 'The Daily', 'Harbour Notes']);
      await userEvent.type(screen.getByRole('textbox', { name: 'Publication' }), 'note');
      expect(offered()).toEqual(['Weekly Notes', 'Harbour Notes']);
      await take('Harbour Notes', 'Publication');
      expect(textIn('Publication')).toBe('Harbour Notes');
      await userEvent.clear(screen.getByRole('textbox', { name: 'Publication' }));
      await userEvent.keyboard('note{Tab}{Enter}');
      expect(textIn('Publication')).toBe('Weekly Notes');
      expect(sealed()).toEqual([]);
    });

    it('lets any short block be taken into a field', async () => {
      await open(pasted);
      const [, byline] = screen.getAllByRole('button', { name: 'Use as…' });
      if (byline === undefined) throw new Error('a block has no menu');
      await userEvent.click(byline);
      const items = screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
      expect(items).toEqual(['Title', 'Author', 'Publication']);
      await userEvent.click(screen.getByRole('menuitem', { name: 'Author' }));
      expect(textIn('Author')).toBe('Ana Writer');
    });
  });

  it('says how many places of a text can’t be read', async () => {
    const choices = [{ encoding: 'utf-8', sample: 'x' }] as const;
    await open({ encoding: { encoding: 'utf-8', isCertain: true, unreadable: 2, choices } });
    expect(screen.getByRole('alert').textContent).toContain('2 places can’t be read');
  });

  it('keeps what was cut and typed while scanned pages were read', async () => {
    const [menu, story] = draft.body.content;
    if (menu === undefined || story === undefined) throw new Error('the draft has two blocks');
    const scanned: Partial<ImportDraft> = {
      format: 'pdf',
      encoding: null,
      remarks: [{ kind: 'pages-scanned', pages: [2] }],
    };
    const again: ImportDraft = {
      ...draft,
      ...scanned,
      remarks: [],
      body: { type: 'doc', content: [menu, paragraph('Read from a picture.'), story] },
    };
    main.answer('ocr:languages', () => ({ ok: true, value: [] }));
    let endReading = (): void => {};
    const reading = new Promise<void>((resolve) => (endReading = resolve));
    main.answer('import:read-scanned', async () => {
      await reading;
      return { ok: true, value: { draft: again, read: 1, unread: [] } };
    });
    await open(scanned);
    await pressFirst('Read 1 scanned page');
    await pressFirst('Exclude');
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Envoy{Tab}');
    main.answer('import:drafts', () => ({ ok: true, value: [again] }));
    endReading();
    await screen.findByText('Read from a picture.');
    await pressFirst('Keep Enter');
    await eventually(() => expect(sealed()).toHaveLength(1));
    expect(sealed()[0]).toMatchObject({
      body: { content: [paragraph('Read from a picture.'), story] },
      bibliography: { title: 'Envoy' },
    });
  });

  it('throws nothing away at once on Esc', async () => {
    await open();
    screen.getByRole('button', { name: 'Keep Enter' }).focus();
    await userEvent.keyboard('{Escape}');
    expect(main.asked.some(({ name }) => name === 'import:discard')).toBe(false);
    const [notice] = useNotices.getState().notices;
    expect(notice).toMatchObject({ title: 'Discarded: envoy.html', action: { name: 'Restore' } });
    notice?.action?.run();
  });
});
