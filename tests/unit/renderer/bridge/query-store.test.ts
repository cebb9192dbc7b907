import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { articleAnnotations } from '#domain/contract/article.ts';
import { importDiscard, importDrafts } from '#domain/contract/import.ts';
import type { Topic } from '#domain/contract/request.ts';
import { tagList } from '#domain/contract/tag.ts';
import { articleIdSchema, draftIdSchema } from '#domain/ids.ts';
import { followChanges, shownAnswer, watchQuery } from '#renderer/bridge/query-store.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { eventually } from '../../../support/unit/eventually.ts';
import { installScriptedBridge, type ScriptedBridge } from './scripted-bridge.ts';

let main: ScriptedBridge;
let stop: () => void;

beforeEach(() => {
  main = installScriptedBridge();
  stop = followChanges();
  useNotices.setState({ notices: [] });
});
afterEach(() => stop());

const change = (topics: readonly Topic[]) =>
  main.emit('archive-changed', {
    topics,
    articleIds: [],
    memoIds: [],
    gone: [],
    undo: { undo: null, redo: null },
  });

const askedFor = (name: string): number => main.asked.filter((ask) => ask.name === name).length;

describe('questions on show', () => {
  it('are asked once for all who ask the same', async () => {
    main.answer('tag:list', () => ({ ok: true, value: [] }));
    watchQuery(tagList, {}, vi.fn());
    watchQuery(tagList, {}, vi.fn());
    await eventually(() => expect(shownAnswer(tagList, {})).toEqual({ ok: true, value: [] }));
    expect(askedFor('tag:list')).toBe(1);
  });

  it('are asked again when what they depend on has changed, and only then', async () => {
    main.answer('tag:list', () => ({ ok: true, value: [] }));
    const listener = vi.fn();
    watchQuery(tagList, {}, listener);
    await eventually(() => expect(listener).toHaveBeenCalledTimes(1));
    change(['searches']);
    expect(askedFor('tag:list')).toBe(1);
    change(['tags']);
    await eventually(() => expect(listener).toHaveBeenCalledTimes(2));
    expect(askedFor('tag:list')).toBe(2);
  });

  it('are asked again when something was done that changes their answer and no record', async () => {
    const draftId = draftIdSchema.parse('0190f000-0000-7000-8000-000000000001');
    main.answer('import:drafts', () => ({ ok: true, value: [] }));
    watchQuery(importDrafts, {}, vi.fn());
    await eventually(() => expect(shownAnswer(importDrafts, {})).toBeDefined());
    main.answer('import:discard', () => ({ ok: false, error: { code: 'cancelled' } }));
    await request(importDiscard, { draftId });
    expect(askedFor('import:drafts')).toBe(1);
    main.answer('import:discard', () => ({ ok: true, value: null }));
    await request(importDiscard, { draftId });
    expect(askedFor('import:drafts')).toBe(2);
  });

  it('are asked once more when much has changed while they were asked', async () => {
    const answers: ((value: unknown) => void)[] = [];
    main.answer('tag:list', () => new Promise((resolve) => answers.push(resolve)));
    watchQuery(tagList, {}, vi.fn());
    for (let changes = 0; changes < 5; changes += 1) change(['tags']);
    await eventually(() => expect(answers).toHaveLength(1));
    answers[0]?.({ ok: true, value: ['old'] });
    await eventually(() => expect(answers).toHaveLength(2));
    answers[1]?.({ ok: true, value: ['new'] });
    await eventually(() => expect(shownAnswer(tagList, {})).toEqual({ ok: true, value: ['new'] }));
    expect(answers).toHaveLength(2);
  });

  it('say nothing of a failure when nobody looks at them any more', async () => {
    const answers: ((value: unknown) => void)[] = [];
    main.answer('tag:list', () => new Promise((resolve) => answers.push(resolve)));
    const listener = vi.fn();
    const stopWatching = watchQuery(tagList, {}, listener);
    await eventually(() => expect(answers).toHaveLength(1));
    stopWatching();
    answers[0]?.({ ok: false, error: { code: 'not-found', what: 'tag' } });
    await eventually(() => expect(shownAnswer(tagList, {})).toMatchObject({ ok: false }));
    expect(useNotices.getState().notices).toEqual([]);
  });

  it('keep the very parts of an answer that have not changed, and all of it where none has', async () => {
    const tags = [
      { id: 'a', name: 'Ports' },
      { id: 'b', name: 'Banks' },
    ];
    main.answer('tag:list', () => ({ ok: true, value: structuredClone(tags) }));
    const listener = vi.fn();
    watchQuery(tagList, {}, listener);
    await eventually(() => expect(listener).toHaveBeenCalledTimes(1));
    const before = shownAnswer(tagList, {});
    change(['tags']);
    await eventually(() => expect(listener).toHaveBeenCalledTimes(2));
    expect(shownAnswer(tagList, {})).toBe(before);
    tags[0] = { id: 'a', name: 'Harbours' };
    change(['tags']);
    await eventually(() => expect(listener).toHaveBeenCalledTimes(3));
    const after = shownAnswer(tagList, {});
    expect(after?.ok === true && after.value[0]?.name).toBe('Harbours');
    expect(after?.ok === true && before?.ok === true && after.value[1] === before.value[1]).toBe(true);
  });

  it('say which packed answer they are, and take from it what has not changed', async () => {
    const articleId = articleIdSchema.parse('0190f000-0000-7000-8000-000000000003');
    const passages = Array.from({ length: 3 }, (_, place) => ({ id: `p${place}`, note: null }));
    const packed = (number: number, parts: readonly unknown[]) => ({
      ok: true,
      number,
      rest: { about: { note: number }, tasks: [] },
      lists: { passages: parts },
    });
    main.answer('article:annotations', () => packed(4, [JSON.stringify(passages)]));
    const told = vi.fn();
    watchQuery(articleAnnotations, { articleId }, told);
    await eventually(() => expect(told).toHaveBeenCalledTimes(1));
    const first = shownAnswer(articleAnnotations, { articleId });
    main.answer('article:annotations', (_, known) =>
      packed(5, known === 4 ? [{ from: 0, to: 2 }, '[{"id":"p2","note":"new"}]'] : []),
    );
    change(['passages']);
    await eventually(() => expect(told).toHaveBeenCalledTimes(2));
    const second = shownAnswer(articleAnnotations, { articleId });
    expect(second).toMatchObject({
      value: { about: { note: 5 }, passages: [...passages.slice(0, 2), { id: 'p2', note: 'new' }] },
    });
    if (first?.ok !== true || second?.ok !== true) throw new Error('it was not answered');
    expect(second.value.passages[1]).toBe(first.value.passages[1]);
  });

  it('keep what was known when asking again fails, and say so', async () => {
    main.answer('tag:list', () => ({ ok: true, value: ['known'] }));
    watchQuery(tagList, {}, vi.fn());
    await eventually(() => expect(shownAnswer(tagList, {})).toBeDefined());
    main.answer('tag:list', () => ({ ok: false, error: { code: 'internal', reference: 'r1' } }));
    change(['tags']);
    await eventually(() => expect(useNotices.getState().notices).toHaveLength(1));
    expect(shownAnswer(tagList, {})).toEqual({ ok: true, value: ['known'] });
  });

  it('leave it to the page of a record to say that it is gone, and say it of any other', async () => {
    const articleId = articleIdSchema.parse('0190f000-0000-7000-8000-000000000001');
    const otherId = articleIdSchema.parse('0190f000-0000-7000-8000-000000000002');
    main.answer('article:annotations', ({ articleId: id }) => ({
      ok: false,
      error: { code: 'not-found', what: 'article', id },
    }));
    goTo({ view: 'articles', articleId });
    const told = vi.fn();
    watchQuery(articleAnnotations, { articleId }, told);
    await eventually(() => expect(told).toHaveBeenCalledTimes(1));
    main.emit('catalogue-ready', {});
    await eventually(() => expect(told).toHaveBeenCalledTimes(2));
    expect(useNotices.getState().notices).toEqual([]);
    watchQuery(articleAnnotations, { articleId: otherId }, vi.fn());
    await eventually(() => expect(useNotices.getState().notices).toHaveLength(1));
  });

  it('that nobody looks at are asked again only when somebody does', async () => {
    main.answer('tag:list', () => ({ ok: true, value: [] }));
    const leave = watchQuery(tagList, {}, vi.fn());
    await eventually(() => expect(shownAnswer(tagList, {})).toBeDefined());
    leave();
    change(['tags']);
    expect(askedFor('tag:list')).toBe(1);
    watchQuery(tagList, {}, vi.fn());
    await eventually(() => expect(askedFor('tag:list')).toBe(2));
  });
});
