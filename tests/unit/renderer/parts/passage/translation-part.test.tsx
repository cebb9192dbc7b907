// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { byAnalyst, type Maker } from '#domain/translation/translation.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { TranslationPart, useMayTranslate } from '#renderer/parts/passage/card/TranslationPart.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { newTranslationId } from '../../../../support/archive/sample-ids.ts';
import { benchForEach } from '../../../../support/workbench/bench-for-each.ts';
import { createActs } from '../../../../support/workbench/create-acts.ts';
import type { Workbench } from '../../../../support/workbench/open-workbench.ts';
import { succeed } from '../../../../support/workbench/results.ts';
import { installHandledBridge, withoutIndex } from '../../bridge/handled-bridge.ts';

const text = 'Wer abholt, muss warten.\n„Mehr ist nicht“, sagt sie, „zu schaffen.“';
let bench: Workbench;
let handlers: Handlers;
let articleId: ArticleId;
let stop: () => void;

benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
}, withoutIndex);
const acts = createActs(() => bench);

beforeEach(async () => {
  articleId = await acts.addArticle(text, { language: 'de' });
  installHandledBridge(handlers, bench.archive);
  stop = followChanges();
});
afterEach(async () => {
  await flushAll();
  cleanup();
  stop();
});

const Card = ({
  passage,
  isForeign,
  begins,
}: {
  passage: Passage;
  isForeign: boolean;
  begins: CardField | null;
}) => {
  const [field, setField] = useState(begins);
  const props = {
    articleId,
    passage,
    publication: null,
    tasks: [],
    paragraph: 1,
    isOpen: true,
    field,
    onField: setField,
    onOpen: () => undefined,
    onEdit: async () => 'saved' as const,
    relationCount: 0,
    blocks: [0],
    isForeign,
  };
  return (
    <>
      <TranslationPart {...props} />
      <output>{useMayTranslate(props) ? 'offered' : 'not offered'}</output>
    </>
  );
};

const show = (passage: Passage, begins: CardField | null = 'translation', isForeign = true) =>
  render(<Card passage={passage} begins={begins} isForeign={isForeign} />);
const list = async () => succeed(await handlers['translation:list']({ articleId })).translations;
const translate = async (maker: Maker) => {
  const translationId = newTranslationId();
  const paragraphs = [{ block: 0, text: 'Who collects must wait.' }];
  const begins = { language: 'en', maker };
  succeed(await handlers['translation:put-paragraphs']({ articleId, translationId, paragraphs, begins }));
  return translationId;
};

describe('the translation of a passage', () => {
  it('is offered for a foreign article, and else only where the article has a translation', async () => {
    const passage = await acts.add(articleId, text, 'muss warten');
    show(passage, null, false);
    expect(await screen.findByText('not offered')).toBeTruthy();
    await translate(byAnalyst);
    expect(await screen.findByText('offered')).toBeTruthy();
    cleanup();
    show(passage, null, true);
    expect(await screen.findByText('offered')).toBeTruthy();
  });

  it('begins a translation of the article in the analyst’s language', async () => {
    show(await acts.add(articleId, text, 'muss warten'));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Translation' }), 'must wait{Enter}');
    await waitFor(async () =>
      expect(await list()).toMatchObject([{ language: 'en', passages: [{ texts: ['must wait'] }] }]),
    );
    expect((await screen.findByRole('button', { name: /^Change the translation/ })).textContent).toContain(
      'must wait',
    );
  });

  it('begins with the translation of the paragraph, and makes a machine’s words the analyst’s', async () => {
    await translate({ kind: 'machine', name: 'Marlin', version: '' });
    show(await acts.add(articleId, text, 'Wer abholt, muss warten.'));
    await userEvent.click(await screen.findByRole('button', { name: 'Begin with the paragraph' }));
    await flushAll();
    expect((await list())[0]?.passages).toMatchObject([
      { texts: ['Who collects must wait.'], maker: { kind: 'analyst' } },
    ]);
  });

  it('has a field for each part of an interrupted quotation, and is kept once all are written', async () => {
    show(await acts.add(articleId, text, ['Mehr ist nicht', 'zu schaffen.']));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Translation of part 1' }), 'No more');
    await flushAll();
    expect(await list()).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: 'Translation of part 2' }), 'can be done.');
    await flushAll();
    expect((await list())[0]?.passages).toMatchObject([{ texts: ['No more', 'can be done.'] }]);
  });
});
