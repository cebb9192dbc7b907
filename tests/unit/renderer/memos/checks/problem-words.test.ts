import { expect, it } from 'vitest';
import type { MemoProblem } from '#domain/contract/memo.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { problemWords } from '#renderer/memos/checks/problem-words.ts';
import { citedPassage } from '../open-memo-editor.ts';

const articleId = articleIdSchema.parse('01920000-0000-7000-8001-000000000001');
const { passageId } = citedPassage(1, 1);
const incomplete = (
  missingFields: Extract<MemoProblem, { kind: 'citation-incomplete' }>['missingFields'],
): MemoProblem => ({
  severity: 'should',
  kind: 'citation-incomplete',
  articleId,
  article: 'Port news',
  missingFields,
});
const marked = (
  needed: Extract<MemoProblem, { kind: 'marking-below-evidence' }>['needed'],
  articles: string[],
) => ({ severity: 'must', kind: 'marking-below-evidence', needed, articles }) as const;
const banner = { kind: 'banner', text: 'DESK' } as const;
const red = { kind: 'tlp', label: 'TLP:RED' } as const;

it.each<[MemoProblem, string]>([
  [incomplete(['publisher']), '“Port news” has no publisher.'],
  [incomplete(['publishedAt', 'url']), '“Port news” has no date and no URL.'],
  [
    incomplete(['title', 'publisher', 'publishedAt', 'url']),
    '“Port news” has no title, no publisher, no date and no URL.',
  ],
  [marked(red, ['A']), '“A” is marked TLP:RED: mark the memo at least as high.'],
  [marked(red, ['A', 'B']), '“A” and “B” are marked TLP:RED: mark the memo at least as high.'],
  [
    marked(banner, ['A', 'B', 'C', 'D', 'E']),
    '“A”, “B”, “C” and 2 others are marked “DESK”: mark the memo so, or write it into its restrictions.',
  ],
  [
    { severity: 'must', kind: 'evidence-changed', passageId, article: 'Port news', state: 'changed' },
    'A cited passage of “Port news” has changed. Look at it, then cite it as it reads now or take the citation out.',
  ],
  [
    { severity: 'must', kind: 'evidence-changed', passageId, article: null, state: 'missing' },
    'A cited passage is missing. Look at it, then cite it as it reads now or take the citation out.',
  ],
])('says what is the matter with %j', (problem, words) => {
  expect(problemWords(problem)).toBe(words);
});

it('never says a field by its name in the file', () => {
  expect(problemWords(incomplete(['publishedAt', 'url']))).not.toMatch(/publishedAt|\burl\b/);
});
