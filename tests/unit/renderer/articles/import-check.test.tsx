// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportDraft } from '#domain/contract/imports.ts';
import { draftIdSchema } from '#domain/ids.ts';
import { ImportCheck } from '#renderer/articles/import-check/ImportCheck.tsx';
import { useNotices } from '#renderer/bridge/notices.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { layScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

const draftId = draftIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
});
const draft = {
  draftId,
  format: 'html',
  originalName: 'envoy.html',
  encoding: { encoding: 'utf-8', isCertain: true, unreadable: 0, choices: [] },
  body: { type: 'doc', content: [paragraph('Menu'), paragraph('<b>Envoy</b> travels. He said so.')] },
  found: { publisher: { value: 'Dispatch', foundIn: 'json-ld' } },
  bibliography: {
    type: 'article-newspaper',
    title: null,
    byline: null,
    publisher: 'Dispatch',
    publishedAt: null,
    dateCertainty: 'unknown',
    url: null,
    accessedAt: null,
    language: 'en',
  },
  duplicateOf: null,
  marking: null,
  previousVersionId: null,
};

let main: ScriptedBridge;
let stop: () => void;
const open = async (shown: Partial<ImportDraft> = {}) => {
  main.answer('import:drafts', () => ({ ok: true, value: [{ ...draft, ...shown }] }));
  render(<ImportCheck draftId={draftId} />);
  await screen.findByRole('heading', { name: 'Text as it will be sealed' });
};
beforeEach(() => {
  // jsdom has no CSS.escape, which the list asks for.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  main = layScriptedBridge();
  main.answer('import:seal', () => ({ ok: true, value: { articleId: draftId, carried: null } }));
  main.answer('import:discard', () => ({ ok: true, value: null }));
  stop = followChanges();
  useNotices.setState({ notices: [] });
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const sealed = () => main.asked.filter(({ name }) => name === 'import:seal').map(({ input }) => input);
const pressFirst = async (name: string) => {
  const [button] = screen.getAllByRole('button', { name });
  if (button === undefined) throw new Error(`no button ${name}`);
  await userEvent.click(button);
};

describe('the import check', () => {
  it('shows whatever the file holds as text', async () => {
    await open();
    expect(screen.getByText('<b>Envoy</b> travels. He said so.')).toBeTruthy();
  });

  it('says where a value was found, and what the citation lacks', async () => {
    await open();
    expect(screen.getByText('found in the page’s data (JSON-LD)')).toBeTruthy();
    expect(screen.getByText(/lacks title, date and URL/)).toBeTruthy();
  });

  it('seals on Enter what was typed last and what was left in', async () => {
    await open();
    await pressFirst('Leave out');
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Envoy travels{Enter}');
    await vi.waitFor(() => expect(sealed()).toHaveLength(1));
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
    expect(screen.getByText('Write the whole address, with https://')).toBeTruthy();
  });

  it('does not seal a text of which nothing is left', async () => {
    await open();
    await pressFirst('Leave out');
    await pressFirst('Leave out');
    await pressFirst('Seal Enter');
    expect(sealed()).toEqual([]);
    expect(useNotices.getState().notices.map(({ title }) => title)).toEqual(['No text is left.']);
  });

  it('does not seal a text that is in the archive already', async () => {
    await open({ duplicateOf: draftId as never });
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'x{Enter}');
    expect(sealed()).toEqual([]);
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
      await userEvent.click(screen.getByRole('button', { name: /Encoding/ }));
      await userEvent.click(await screen.findByRole('option', { name: /ISO-8859-2/ }));
      await screen.findByText('Łódź');
    };

    it('says so, and Enter opens the choice in place of sealing', async () => {
      await open({ encoding });
      expect(screen.getByRole('alert').textContent).toContain('The encoding is not certain.');
      expect(document.activeElement?.getAttribute('aria-haspopup')).toBe('listbox');
      await userEvent.keyboard('{Enter}');
      expect(sealed()).toEqual([]);
      expect(await screen.findByRole('option', { name: /ISO-8859-2/ })).toBeTruthy();
      expect(screen.getByText('Łódź')).toBeTruthy();
    });

    it('shows and seals the text as it reads in the encoding that was chosen, typed fields kept', async () => {
      await open({ encoding });
      await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Envoy travels{Tab}');
      await pressFirst('Leave out');
      await choose();
      expect(main.asked).toContainEqual(
        expect.objectContaining({
          name: 'import:set-encoding',
          input: { draftId, encoding: 'iso-8859-2' },
        }),
      );
      await pressFirst('Seal Enter');
      await vi.waitFor(() => expect(sealed()).toHaveLength(1));
      expect(sealed()[0]).toMatchObject({
        body: again.body,
        bibliography: { title: 'Envoy travels', publisher: 'Łódź Dispatch' },
      });
    });
  });

  it('says how many places of a text can’t be read', async () => {
    const choices = [{ encoding: 'utf-8', sample: 'x' }] as const;
    await open({ encoding: { encoding: 'utf-8', isCertain: true, unreadable: 2, choices } });
    expect(screen.getByRole('alert').textContent).toContain('2 places can’t be read');
  });

  it('throws nothing away at once on Esc', async () => {
    await open();
    screen.getByRole('button', { name: 'Seal Enter' }).focus();
    await userEvent.keyboard('{Escape}');
    expect(main.asked.some(({ name }) => name === 'import:discard')).toBe(false);
    const [notice] = useNotices.getState().notices;
    expect(notice).toMatchObject({ title: 'Discarded: envoy.html', action: { name: 'Back to it' } });
    notice?.action?.run();
  });
});
