import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { preloadOnlyRequests } from '#domain/contract/bridge.ts';
import { topics } from '#domain/contract/request.ts';
import { isRequestName, requests } from '#domain/contract/requests.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { openWorkbench } from '../../../support/workbench/open-workbench.ts';

const entries = Object.entries(requests);
const named = entries.map(([name, entry]) => ({ name, entry }));

describe('the table of requests', () => {
  it('has a handler for each entry, and an entry for each handler', async ({ onTestFinished }) => {
    const bench = await openWorkbench();
    onTestFinished(() => bench.close());
    expect(Object.keys(createHandlers(bench.deps)).toSorted()).toEqual(Object.keys(requests).toSorted());
  });

  it.each(named)('says in a sentence what $name is', ({ entry }) => {
    expect(entry.says).toMatch(/^[A-Z].{8,}\.$/);
  });

  it('says of no two the same', () => {
    const sentences = entries.map(([, { says }]) => says);
    expect(sentences.filter((says, index) => sentences.indexOf(says) !== index)).toEqual([]);
  });

  it.each(named.filter(({ entry }) => entry.kind === 'query'))(
    'asks $name again for topics that exist, each once',
    ({ entry }) => {
      const known: readonly string[] = topics;
      const asked: readonly string[] = entry.kind === 'query' ? entry.topics : [];
      expect(asked.filter((topic) => !known.includes(topic))).toEqual([]);
      expect(new Set(asked).size).toBe(asked.length);
    },
  );

  it.each(named)('lays $name over an earlier one by fields that its input has', ({ entry }) => {
    const { properties = {} } = z.toJSONSchema(entry.input, { io: 'input', unrepresentable: 'any' });
    const supersedes = entry.kind === 'edit' ? entry.supersedes : 'not-kept';
    const fields = typeof supersedes === 'string' ? [] : supersedes.on;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...fields]));
  });

  it('knows no names but its own', () => {
    expect(['constructor', '__proto__', 'toString', '', 7, null].some(isRequestName)).toBe(false);
    expect(Object.keys(requests).every(isRequestName)).toBe(true);
  });

  it('lets the preload alone send what it has', () => {
    expect(preloadOnlyRequests.every(isRequestName)).toBe(true);
  });
});
