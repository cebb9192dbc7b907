import { describe, expect, it } from 'vitest';
import { directionOfBlocks } from '#renderer/articles/import-check/blocks/BlockList.tsx';
import { toCheckedBlocks } from '#renderer/articles/import-check/blocks/cut-blocks.ts';
import { paragraphs } from '../../../../support/texts/paragraphs.ts';

describe('the direction of a text before it is sealed', () => {
  const arabic = 'أعلن وزير الطاقة يوم الأربعاء خطة جديدة';

  it('is that of its language, of its letters where the language is wrong', () => {
    const blocks = toCheckedBlocks(paragraphs(arabic, 'LNG'), []);
    expect(directionOfBlocks(blocks, 'ar')).toBe('rtl');
    expect(directionOfBlocks(blocks, 'en')).toBe('rtl');
    expect(directionOfBlocks(blocks, null)).toBe('rtl');
  });

  it('is that of what stays in it', () => {
    const blocks = toCheckedBlocks(paragraphs('Menu, share, sign in', arabic), [0]);
    expect(directionOfBlocks(blocks, null)).toBe('rtl');
    expect(directionOfBlocks(toCheckedBlocks(paragraphs('Envoy travels'), []), null)).toBe('ltr');
  });
});
