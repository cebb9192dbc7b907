// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMemo, useRef, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId, TranslationId } from '#domain/ids.ts';
import { byAnalyst, type Maker } from '#domain/translation/translation.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { PassagesProvider } from '#renderer/reader/passages/PassagesProvider.tsx';
import { prepareArticle } from '#renderer/reader/state/prepare-article.ts';
import type { ArticleView } from '#renderer/reader/state/reader-context.ts';
import { ReaderContext } from '#renderer/reader/state/reader-context.ts';
import { createReaderStore, type ReaderStore } from '#renderer/reader/state/reader-store.ts';
import { ArticleText } from '#renderer/reader/text/ArticleText.tsx';
import { TranslationHead } from '#renderer/reader/translation/TranslationHead.tsx';
import { TranslationSlots } from '#renderer/reader/translation/TranslationSlots.tsx';
import { useOpenTranslation } from '#renderer/reader/translation/use-open-translation.ts';
import { useTranslationCommands } from '#renderer/reader/translation/use-translation-commands.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { Dialogs } from '#renderer/window/dialogs.tsx';
import { useTranslationView } from '#renderer/window/side-panes.ts';
import { newTranslationId } from '../../../../support/archive/sample-ids.ts';
import { benchForEach } from '../../../../support/workbench/bench-for-each.ts';
import { createActs } from '../../../../support/workbench/create-acts.ts';
import type { Workbench } from '../../../../support/workbench/open-workbench.ts';
import { succeed } from '../../../../support/workbench/results.ts';
import { installHandledBridge, withoutIndex } from '../../bridge/handled-bridge.ts';
import type { ScriptedBridge } from '../../bridge/scripted-bridge.ts';

const german = [
  'Wer in Varnholm eine Spindeleinheit abholt, muss warten können.',
  '„Wir prüfen jede vierzigste Sendung“, sagt Mara Tolvanen.',
  'Der zweite Scanner ist bestellt.',
];
const text = german.join('\n');

/** jsdom lays nothing out: every element that is observed comes into sight, or none does. */
const bringIntoSight = (isIntersecting: boolean): void =>
  void vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly tell: (entries: readonly object[]) => void;
      constructor(tell: (entries: readonly object[]) => void) {
        this.tell = tell;
      }
      observe(target: Element) {
        this.tell([{ isIntersecting, target }]);
      }
      unobserve() {}
      disconnect() {}
    },
  );

let bench: Workbench;
let handlers: Handlers;
let main: ScriptedBridge;
let articleId: ArticleId;
let store: ReaderStore;
let stop: () => void;

benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
}, withoutIndex);
const acts = createActs(() => bench);

beforeEach(async () => {
  // jsdom lays nothing out.
  HTMLElement.prototype.scrollIntoView = () => undefined;
  bringIntoSight(true);
  articleId = await acts.addArticle(text, { language: 'de' });
  main = installHandledBridge(handlers, bench.archive);
  main.answer('source:list', () => ({ ok: true, value: [] }));
  main.answer('passage:relation-counts', () => ({ ok: true, value: [] }));
  stop = followChanges();
  useTranslationView.setState({ isWanted: true, place: 'beside', isBeside: false });
});
afterEach(async () => {
  await flushAll();
  cleanup();
  stop();
});

/** What of the reader has to do with translations, over the text itself. */
const Parts = () => {
  const { open, choose } = useOpenTranslation(true);
  useTranslationCommands(open, choose);
  return (
    <>
      <TranslationHead open={open} />
      {open !== null && open.place !== null && <TranslationSlots chosen={open.chosen} place={open.place} />}
      <Dialogs />
    </>
  );
};

const loadNothing = async () => null;

const Harness = ({ opened }: { readonly opened: OpenArticle }) => {
  const article = useMemo(() => prepareArticle(opened), [opened]);
  const [view, setView] = useState<ArticleView | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const shared = useMemo(() => ({ article, store, view, scroller, load: loadNothing }), [article, view]);
  return (
    <ReaderContext value={shared}>
      <PassagesProvider opened={opened}>
        <div ref={scroller}>
          <ArticleText onView={setView} onBoundaryKey={() => false} />
        </div>
        <Parts />
      </PassagesProvider>
    </ReaderContext>
  );
};

const openReader = async () => {
  store = createReaderStore(0);
  const opened = succeed(await handlers['article:open']({ articleId }));
  render(<Harness opened={opened} />);
  return screen.findByRole('textbox', { name: /^(?:Article text|Text of)/ });
};

const translate = async (texts: readonly string[], said: { language?: string; maker?: Maker } = {}) => {
  const translationId: TranslationId = newTranslationId();
  succeed(
    await handlers['translation:put-paragraphs']({
      articleId,
      translationId,
      paragraphs: texts.map((words, block) => ({ block, text: words })),
      begins: { language: said.language ?? 'en', maker: said.maker ?? byAnalyst },
    }),
  );
  return translationId;
};
const list = async () => succeed(await handlers['translation:list']({ articleId })).translations;
const english = ['Anyone who collects a spindle unit must wait.', '“We check one in forty,” she says.'];
const paragraph = (number: number) =>
  screen.findByRole('textbox', { name: new RegExp(`^Translation of paragraph ${number}`) });

describe('an article without translations', () => {
  it('is asked for their number alone, and nothing of them is drawn', async () => {
    const article = await openReader();
    await waitFor(() => expect(main.asked.some(({ name }) => name === 'translation:count')).toBe(true));
    expect(main.asked.some(({ name }) => name === 'translation:list')).toBe(false);
    expect(article.querySelector('.ProseMirror-widget')).toBeNull();
    expect(screen.queryByText(/paragraphs/)).toBeNull();
  });
});

describe('a translation in the reader', () => {
  it('stands in the blocks of its originals, in its language and direction', async () => {
    await translate(['يجب أن ينتظر.'], { language: 'ar' });
    const article = await openReader();
    const words = await paragraph(1);
    expect(words).toMatchObject({ textContent: 'يجب أن ينتظر.', dir: 'rtl', lang: 'ar' });
    expect(words.closest('p')).toBe(article.querySelector('p'));
    expect(screen.getByText(/by the analyst/).textContent).toContain('Arabic, by the analyst');
    expect(screen.getByTitle('1 of 3 paragraphs')).toBeTruthy();
  });

  it('has no more than its words where it is far from what is read', async () => {
    bringIntoSight(false);
    await translate(english);
    await openReader();
    await paragraph(1);
    const far = await screen.findByText('“We check one in forty,” she says.');
    expect([far.lang, far.dir, far.getAttribute('role')]).toEqual(['en', 'ltr', null]);
    expect(screen.queryByRole('textbox', { name: /^Translation of paragraph 2/ })).toBeNull();
  });

  it('is hidden and shown by its command', async () => {
    await translate(english);
    await openReader();
    await paragraph(1);
    runCommand('translation.show');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Translation/ })).toBeNull());
    runCommand('translation.show');
    await paragraph(2);
  });

  it('is chosen of several', async () => {
    await translate(english);
    await translate(['Quiconque vient chercher une broche doit attendre.'], {
      language: 'fr',
      maker: { kind: 'published', name: 'Le Quai', version: '' },
    });
    await openReader();
    expect((await paragraph(1)).lang).toBe('fr');
    await userEvent.click(screen.getByRole('button', { name: /published, Le Quai/ }));
    await userEvent.click(await screen.findByRole('option', { name: /^English/ }));
    await waitFor(async () => expect((await paragraph(1)).textContent).toBe(english[0]));
  });

  it('says what a machine has made, and takes it as the analyst’s own', async () => {
    await translate(english, { maker: { kind: 'machine', name: 'Marlin', version: '1.2' } });
    await openReader();
    const words = await screen.findByRole('textbox', { name: 'Translation of paragraph 1, by machine' });
    const slot = words.parentElement as HTMLElement;
    expect(slot.dataset.byMachine).toBe('true');
    expect(slot.textContent).toContain('Machine translation, Marlin 1.2');
    await userEvent.click(within(slot).getByRole('button', { name: 'Take as mine' }));
    await waitFor(async () =>
      expect((await list())[0]?.paragraphs.map(({ maker }) => maker.kind)).toEqual(['analyst', 'machine']),
    );
    expect(await screen.findByRole('textbox', { name: 'Translation of paragraph 1' })).toBeTruthy();
  });

  it('marks the words of a passage that has a translation, and a sign of one that has none', async () => {
    const translationId = await translate(english);
    const passage = await acts.add(articleId, text, '„Wir prüfen jede vierzigste Sendung“');
    const other = await acts.add(articleId, text, 'eine Spindeleinheit');
    await handlers['translation:put-passage']({
      articleId,
      translationId,
      passageId: passage.id,
      texts: ['“We check one in forty,”'],
    });
    await openReader();
    const mark = await waitFor(async () => {
      const found = (await paragraph(2)).querySelector('mark');
      expect(found?.textContent).toBe('“We check one in forty,”');
      return found as HTMLElement;
    });
    await userEvent.click(mark);
    expect(store.getState().selectedId).toBe(passage.id);
    const first = (await paragraph(1)).parentElement as HTMLElement;
    expect(first.querySelector(`[data-label="${other.label}"]`)).not.toBeNull();
    expect((await paragraph(1)).querySelector('mark')).toBeNull();
  });

  it('lets the reading cursor through all paragraphs, and Esc back to the text', async () => {
    await translate(english);
    const article = await openReader();
    const first = await paragraph(1);
    first.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(await paragraph(2));
    expect(store.getState().selected.caret).toBe(text.indexOf('„Wir'));
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(article);
  });

  it('is never changed by typing while it is read', async () => {
    await translate(english);
    await openReader();
    const first = await paragraph(1);
    const typed = new InputEvent('beforeinput', { bubbles: true, cancelable: true, data: 'x' });
    first.dispatchEvent(typed);
    expect(typed.defaultPrevented).toBe(true);
  });
});

describe('writing a translation', () => {
  it('begins with Enter in the text, saves itself, and is one step of undo', async () => {
    await translate(english);
    const article = await openReader();
    await paragraph(1);
    article.focus();
    await userEvent.keyboard('{Enter}');
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'English translation of paragraph 1',
    });
    expect(field.value).toBe(english[0]);
    await userEvent.type(field, ' Long.{Enter}');
    await waitFor(async () => expect((await list())[0]?.paragraphs[0]?.text).toBe(`${english[0]} Long.`));
    await waitFor(async () => expect(document.activeElement).toBe(await paragraph(1)));
    succeed(await handlers['undo:undo']({}));
    expect((await list())[0]?.paragraphs[0]?.text).toBe(english[0]);
    await waitFor(async () => expect((await paragraph(1)).textContent).toBe(english[0]));
  });

  it('goes on to the next paragraph by Ctrl+Enter, which may have none yet', async () => {
    await translate(english);
    await openReader();
    (await paragraph(2)).focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('textbox', { name: 'English translation of paragraph 2' });
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const next = await screen.findByRole('textbox', { name: 'English translation of paragraph 3' });
    await userEvent.type(next, 'A second scanner is ordered.');
    await flushAll();
    expect((await list())[0]?.paragraphs.map(({ text: words }) => words)).toEqual([
      ...english,
      'A second scanner is ordered.',
    ]);
  });
});

describe('adding a translation', () => {
  const openDialogOf = async () => {
    await openReader();
    runCommand('translation.add');
    return screen.findByRole('dialog', { name: 'Add a translation' });
  };

  it('pairs a pasted text of as many paragraphs at once', async () => {
    const dialog = await openDialogOf();
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Paste all of it' }));
    const field = within(dialog).getByRole('textbox', { name: 'Text' });
    await userEvent.click(field);
    await userEvent.paste([...english, 'A second scanner is ordered.'].join('\n\n'));
    expect(within(dialog).getByText('3 of 3 paragraphs.')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    await paragraph(3);
    expect((await list())[0]).toMatchObject({ language: 'en', maker: byAnalyst });
  });

  it('shows both texts where the counts differ, and keeps what is paired by keys', async () => {
    const dialog = await openDialogOf();
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Paste all of it' }));
    await userEvent.click(within(dialog).getByRole('textbox', { name: 'Text' }));
    await userEvent.paste(['By our correspondent', ...english, 'It is ordered.'].join('\n\n'));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    const pairing = await screen.findByRole('dialog', { name: 'Pair the paragraphs' });
    expect(await list()).toEqual([]);
    const byline = within(pairing).getByText('By our correspondent');
    byline.focus();
    await userEvent.keyboard('{Delete}');
    await waitFor(() => expect(within(pairing).getByRole('status').textContent).toMatch(/^3 of 4 paired/));
    await userEvent.click(within(pairing).getByRole('button', { name: 'Keep' }));
    await waitFor(async () =>
      expect((await list())[0]?.paragraphs.map(({ block, text: words }) => [block, words])).toEqual([
        [0, english[0]],
        [1, english[1]],
        [2, 'It is ordered.'],
      ]),
    );
  });

  it('takes an article that is here', async () => {
    const otherId = await acts.addArticle([...english, 'It is ordered.'].join('\n'), {
      language: 'en',
      title: 'Nine days in the free port',
    });
    const found = { kind: 'article', articleId: otherId, title: 'Nine days in the free port', detail: '' };
    main.answer('search:find', () => ({ ok: true, value: [found] }));
    main.answer('search:recent', () => ({ ok: true, value: [] }));
    const dialog = await openDialogOf();
    await userEvent.click(within(dialog).getByRole('radio', { name: 'It is an article in this archive' }));
    await userEvent.type(within(dialog).getByRole('combobox', { name: 'Article' }), 'nine days');
    await userEvent.click(await screen.findByRole('option', { name: /Nine days/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(async () => expect((await list())[0]?.fromArticleId).toBe(otherId));
    expect((await list())[0]?.paragraphs).toHaveLength(3);
  });

  it('goes to the trash, and comes back by undo', async () => {
    await translate(english);
    await openReader();
    await paragraph(1);
    runCommand('translation.delete');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Translation/ })).toBeNull());
    succeed(await handlers['undo:undo']({}));
    await paragraph(1);
  });
});
