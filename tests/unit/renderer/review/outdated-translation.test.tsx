// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { byAnalyst } from '#domain/translation/translation.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { OutdatedTranslation } from '#renderer/review/OutdatedTranslation.tsx';
import { newTranslationId } from '../../../support/archive/sample-ids.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';
import { benchForEach } from '../../../support/workbench/bench-for-each.ts';
import { createActs } from '../../../support/workbench/create-acts.ts';
import type { Workbench } from '../../../support/workbench/open-workbench.ts';
import { succeed } from '../../../support/workbench/results.ts';
import { installHandledBridge, withoutIndex } from '../bridge/handled-bridge.ts';

const text = 'Die Spediteure warten. Neun Tage lag eine Kiste im Freihafen.';
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
afterEach(() => {
  cleanup();
  stop();
});

describe('a translation whose original has changed', () => {
  it('is shown in Review with both texts, and is right again when somebody says so', async () => {
    const { id: passageId } = await acts.add(articleId, text, 'Neun Tage lag eine Kiste');
    succeed(
      await handlers['translation:put-passage']({
        ...{ articleId, translationId: newTranslationId(), passageId },
        texts: ['For nine days a crate lay there'],
        begins: { language: 'en', maker: byAnalyst },
      }),
    );
    const ranges = [rangeOf(text, 'Neun Tage lag eine Kiste im Freihafen')];
    succeed(await handlers['passage:edit']({ articleId, passageId, edit: { kind: 'resize', ranges } }));
    const item = {
      kind: 'translation-outdated',
      articleId,
      articleTitle: null,
      firstWords: '',
      count: 1,
    } as const;
    render(<OutdatedTranslation item={item} />);
    await screen.findByText('Neun Tage lag eine Kiste im Freihafen');
    expect(screen.getByText('For nine days a crate lay there').getAttribute('lang')).toBe('en');
    expect(screen.getByText('English, by the analyst: made from the earlier words')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Still right' }));
    await waitFor(() => expect(screen.queryByText('For nine days a crate lay there')).toBeNull());
    expect(succeed(await handlers['translation:outdated']({ articleId }))).toEqual([]);
    succeed(await handlers['undo:undo']({}));
    expect(succeed(await handlers['translation:outdated']({ articleId }))).toHaveLength(1);
  });
});
