import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FormId, MemoId } from '#domain/ids.ts';
import { builtInForm } from '#domain/memo/form/built-in-forms.ts';
import type { Form } from '#domain/memo/form/form.ts';
import type { MemoBlock, MemoContent } from '#domain/memo/memo-content.ts';
import { calendarDateSchema } from '#domain/time.ts';
import type { OwnTerms } from '#domain/tradecraft/own-terms.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { listMemoFindings, prepareMemo } from '#electron/handlers/memo/prepare-memo.ts';
import { newFormId, newMemoIds } from '../../support/archive/sample-ids.ts';
import { judgement, paragraph, section } from '../../support/memo/written-memo.ts';
import { germanTerms } from '../../support/texts/german-terms.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const handlers = () => createHandlers(bench.deps);
const form: Form = { ...builtInForm('blank', 'de'), name: 'Lage', terms: germanTerms };
const sentOn = calendarDateSchema.parse('2024-04-24');

const begin = async (said: readonly MemoBlock[]): Promise<{ memoId: MemoId; formId: FormId }> => {
  const formId = newFormId();
  succeed(await handlers()['form:add']({ formId, form }));
  const ids = newMemoIds();
  const asked = {
    ...ids,
    title: 'Der Hafen',
    template: formId,
    marking: null,
    from: { kind: 'nothing' },
  } as const;
  succeed(await handlers()['memo:create'](asked));
  const content: MemoContent = { type: 'doc', content: [section('key-judgements', 'Bewertung', ...said)] };
  succeed(await handlers()['memo:save']({ memoId: ids.memoId, content, editId: 'begun' }));
  return { memoId: ids.memoId, formId };
};
const word = async (formId: FormId, terms: OwnTerms): Promise<void> => {
  succeed(
    await handlers()['form:change']({ formId, form: { ...form, terms }, editId: JSON.stringify(terms) }),
  );
};
const prepared = async (memoId: MemoId) => succeed(await prepareMemo(bench.deps, memoId));
const findings = async (memoId: MemoId) =>
  (await listMemoFindings(await prepared(memoId), [])).map(({ rule, message }) => `${rule}: ${message}`);
const send = async (memoId: MemoId): Promise<void> => {
  succeed(await handlers()['memo:send']({ memoId, recipients: ['Leitung'], sentOn, way: '', file: null }));
};
const supersede = async (memoId: MemoId): Promise<MemoId> =>
  succeed(await handlers()['memo:supersede']({ memoId, kind: 'correction', newMemoId: newMemoIds().memoId }))
    .memoId;

const other = {
  ...germanTerms,
  'icd203-likely': { ...germanTerms['icd203-likely'], likely: 'voraussichtlich' },
};

describe('a memo in a form that words the terms', () => {
  it('says them, and others once the form does', async () => {
    const { memoId, formId } = await begin([judgement(['Der Hafen öffnet.'])]);
    expect(succeed(await handlers()['memo:open']({ memoId })).terms).toEqual(germanTerms);
    expect((await prepared(memoId)).document.sections[0]?.blocks[0]).toMatchObject({
      likelihood: 'wahrscheinlich',
      confidence: 'Konfidenz: mäßig.',
    });
    await word(formId, other);
    expect((await prepared(memoId)).document.lexiconNote).toBe('voraussichtlich = 55–80 % (ICD 203).');
    await word(formId, {});
    expect((await prepared(memoId)).document).not.toHaveProperty('terms');
  });

  it('says the doctrine’s where it is in another language, or follows another scale', async () => {
    const { memoId } = await begin([judgement(['Der Hafen öffnet.'])]);
    const { memo } = succeed(await handlers()['memo:open']({ memoId }));
    const save = async (change: object) =>
      succeed(
        await handlers()['memo:save']({
          memoId,
          head: { ...memo.head, ...change },
          editId: JSON.stringify(change),
        }),
      );
    await save({ language: 'en' });
    expect((await prepared(memoId)).document.sections[0]?.blocks[0]).toMatchObject({ likelihood: 'likely' });
    await save({ lexicon: 'phia' });
    expect((await prepared(memoId)).document.terms).toEqual({ confidence: germanTerms.confidence });
  });

  it('is checked for a term that is not that of the judgement', async () => {
    const { memoId } = await begin([
      judgement(['Der Hafen öffnet sehr wahrscheinlich.']),
      judgement(['Der Hafen schließt wahrscheinlich.']),
      paragraph('Das ist highly likely.'),
    ]);
    const found = await findings(memoId);
    expect(found).toContain(
      'judgement-says-another-likelihood: Judgement 1 is set to “wahrscheinlich” but says “sehr wahrscheinlich”.',
    );
    expect(found.filter((each) => each.includes('Judgement 2 is set'))).toEqual([]);
    expect(found).toContain('mixed-lexicons: Words of another likelihood scale: highly likely.');
    expect(found.join()).toContain('In German text, only the form’s terms are checked');
  });

  it('keeps the words with which it was sent', async () => {
    const { memoId, formId } = await begin([
      judgement(['Der Hafen öffnet.'], { confidenceReason: 'amtlich' }),
    ]);
    await send(memoId);
    const sent = (await prepared(memoId)).document;
    await word(formId, other);
    expect((await prepared(memoId)).document).toEqual(sent);
    expect(succeed(await handlers()['memo:open']({ memoId })).terms).toEqual(germanTerms);
    const judgementId = succeed(await handlers()['memo:open']({ memoId })).memo.content.content[0]
      ?.content[0];
    expect(judgementId).toMatchObject({ attrs: { likelihood: 'likely' } });
  });

  it('is corrected without calling a new word a change of the judgement', async () => {
    const { memoId, formId } = await begin([
      judgement(['Der Hafen öffnet.'], { confidenceReason: 'amtlich' }),
    ]);
    await send(memoId);
    await word(formId, other);
    const successor = await supersede(memoId);
    const table = JSON.stringify(succeed(await handlers()['memo:changes']({ memoId: successor })));
    expect(table).toContain('"wahrscheinlich"');
    expect(table).toContain('unverändert');
    expect((await findings(successor)).filter((each) => each.startsWith('changes-outdated'))).toEqual([]);
  });
});
