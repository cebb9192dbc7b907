import { describe, expect, it } from 'vitest';
import type { Run } from '#domain/memo/memo-document.ts';
import { wordsFor } from '#domain/memo/print/printed-words.ts';
import { endNames, isolatedFootnote, isolateNames } from '#electron/export/isolate-direction.ts';
import { layRuns } from '#electron/export/typst/page/lay-runs.ts';

const note = {
  kind: 'footnote',
  original: { text: '”الميناء مغلق“', lang: 'ar', dir: 'rtl' },
  text: ' (صحيفة الميناء, 22 April 2024; translated by the analyst).',
} as const satisfies Run;
const tail = ' (\u2068صحيفة الميناء\u2069, 22 April 2024; translated by the analyst).';

describe('the footnote that has the original of a translation', () => {
  it('keeps a right-to-left name from drawing the date behind it to its side', () => {
    expect(isolatedFootnote(note)).toBe(`\u2067”الميناء مغلق“\u2069${tail}`);
    const [laid] = layRuns([note], () => ({ index: 0, mark: 'a' }));
    expect(laid?.noted?.at(-1)).toMatchObject({
      kind: 'text',
      text: tail.replace('22 April', '22\u00A0April'),
    });
  });
});

describe('a line in Hebrew', () => {
  it('keeps a date behind a Latin name in the direction of the line', () => {
    const hebrew = wordsFor('he');
    const line = 'Harbour Dispatch, 22 באפריל 2024';
    expect(isolateNames(line, hebrew)).toBe('\u2066Harbour Dispatch\u2069, 22 באפריל 2024');
    expect(isolateNames('Smith, Jones, PM-2024-017', hebrew)).toBe('\u2066Smith, Jones, PM-2024-017\u2069');
    expect(endNames(line, hebrew)).toBe('Harbour Dispatch\u200F, 22 באפריל 2024');
  });
});
