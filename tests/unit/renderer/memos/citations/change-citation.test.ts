// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId, MemoId, PassageId, TranslationId } from '#domain/ids.ts';
import { byAnalyst } from '#domain/translation/translation.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { citeAsItIs, citeBy, keepOf } from '#renderer/memos/citations/change-citation.ts';
import { enter, lookUp } from '#renderer/memos/state/citation-book.ts';
import { newMemoIds, newTranslationId } from '../../../../support/archive/sample-ids.ts';
import { benchForEach } from '../../../../support/workbench/bench-for-each.ts';
import { createActs } from '../../../../support/workbench/create-acts.ts';
import type { Workbench } from '../../../../support/workbench/open-workbench.ts';
import { succeed } from '../../../../support/workbench/results.ts';
import { installHandledBridge, withoutIndex } from '../../bridge/handled-bridge.ts';
import { blocksOf, type OpenEditor, openMemoEditor, resolved } from '../open-memo-editor.ts';

const text = 'Neun Tage lag eine Kiste im Freihafen.';
let bench: Workbench;
let handlers: Handlers;
let opened: OpenEditor;
let on: { articleId: ArticleId; passageId: PassageId; memoId: MemoId };
let translationId: TranslationId;
let stop: () => void;

benchForEach((made) => {
  bench = made;
  handlers = createHandlers(bench.deps);
}, withoutIndex);
const acts = createActs(() => bench);

const translate = async (words: string) =>
  succeed(
    await handlers['translation:put-passage']({
      ...{ articleId: on.articleId, passageId: on.passageId, translationId, texts: [words] },
      begins: { language: 'en', maker: byAnalyst },
    }),
  );
const attrsOf = () => {
  const [block] = blocksOf(opened);
  const [citation] = block?.type === 'paragraph' ? (block.content ?? []) : [];
  if (citation?.type !== 'citation') throw new Error('there is no citation');
  return citation.attrs;
};
const known = () => {
  const found = lookUp(opened.book.getState(), attrsOf());
  if (found === null) throw new Error('nothing is known of the citation');
  return found;
};
const by = (id: TranslationId | null) =>
  citeBy(opened.editor, opened.book, known(), { memoId: on.memoId, translationId: id });

beforeEach(async () => {
  const articleId = await acts.addArticle(text, { language: 'de' });
  const { id: passageId } = await acts.add(articleId, text, 'Neun Tage lag eine Kiste im Freihafen');
  const ids = newMemoIds();
  const head = { title: 'Port', template: 'bluf', marking: null, from: { kind: 'nothing' } } as const;
  const { memoId } = succeed(await handlers['memo:create']({ ...ids, ...head }));
  on = { articleId, passageId, memoId };
  translationId = newTranslationId();
  await translate('For nine days a crate lay in the free port');
  installHandledBridge(handlers, bench.archive);
  stop = followChanges();
  const cited = succeed(await handlers['memo:cite']({ ...on, translationId: null }));
  opened = openMemoEditor([
    { type: 'paragraph', content: [{ type: 'citation', attrs: { ...cited, form: 'whole' } }] },
  ]);
  const quote = 'Neun Tage lag eine Kiste im Freihafen';
  enter(opened.book, [{ ...resolved(1, 1), ...cited, quote, printed: `“${quote}”` }]);
  let at = -1;
  opened.editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'citation') at = position;
  });
  opened.editor.commands.setNodeSelection(at);
});
afterEach(() => {
  opened.editor.destroy();
  cleanup();
  stop();
});

describe('a citation that is selected', () => {
  it('is given by a translation and by its own words in turn, each shown at once', async () => {
    const plain = attrsOf();
    await by(translationId);
    expect(attrsOf().translation).toMatchObject({ translationId });
    expect(known().printed).toBe('“For nine days a crate lay in the free port”');
    expect(known().translated?.original).toBe('“Neun Tage lag eine Kiste im Freihafen”');
    await by(null);
    expect(attrsOf()).toEqual(plain);
    expect(known().printed).toBe('“Neun Tage lag eine Kiste im Freihafen”');
    expect(known().translated).toBeUndefined();
    opened.editor.commands.undo();
    expect(attrsOf().translation).toMatchObject({ translationId });
  });

  it('is shortened in the words of its translation', async () => {
    await by(translationId);
    const kept = [{ start: 0, end: 27 }];
    keepOf(opened.editor, opened.book, known(), { kept, printed: '“For nine days a crate lay […]”' });
    expect(attrsOf()).toMatchObject({ translation: { kept } });
    expect(attrsOf().kept).toBeUndefined();
    keepOf(opened.editor, opened.book, known(), { kept: null, printed: '“…”' });
    expect(attrsOf().translation).not.toHaveProperty('kept');
  });

  it('takes the translation as it reads now', async () => {
    await by(translationId);
    const before = attrsOf().translation?.textSha256;
    await translate('A crate lay in the free port for nine days');
    await citeAsItIs(opened.editor, opened.book, on.memoId, { ...known(), state: 'retranslated' });
    expect(attrsOf().translation?.textSha256).not.toBe(before);
    expect(known()).toMatchObject({ state: 'ok', printed: '“A crate lay in the free port for nine days”' });
  });
});
