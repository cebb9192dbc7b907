/** A long article with many passages, and the same text as a plain HTML page. */
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { paragraphs } from './paragraphs.ts';

const sentences = [
  'The two sides agreed to keep the channel open while the measures announced last week are reviewed.',
  'An official said that no date had been set for the next round of talks in the capital.',
  'Customs tables point the same way, though they stop at the second intermediary.',
  'Few finished goods cross the border; what crosses is machine tools, chips and parts with two uses.',
  '“We have done it before, and we are prepared to do it again,” the spokesman told reporters on Monday.',
];
const SENTENCES_A_PARAGRAPH = 4;

/** A body of at least `words` words. No two paragraphs are the same, so that none is rendered from a cache. */
export const longBody = (words: number): Body => {
  const texts: string[] = [];
  let count = 0;
  while (count < words) {
    const number = texts.length;
    const chosen = Array.from(
      { length: SENTENCES_A_PARAGRAPH },
      (_, index) => sentences[(number * 3 + index) % sentences.length],
    );
    const text = `Item ${number}. ${chosen.join(' ')}`;
    texts.push(text);
    count += text.split(' ').length;
  }
  return paragraphs(...texts);
};

/** `count` ranges across the text, of 40 to 160 characters; every third overlaps the next. */
export const spreadRanges = (body: Body, count: number): readonly TextRange[] => {
  const { length } = canonicalText(body);
  const step = Math.floor((length - 200) / count);
  return Array.from({ length: count }, (_, index) => {
    const start = index * step;
    return { start, end: start + (index % 3 === 0 ? step + 40 : 40 + ((index * 37) % 120)) };
  });
};

/** The text as HTML, which reports in `document.title` how many milliseconds after its start it was painted. */
export const asStaticHtml = (body: Body): string => {
  const blocks = canonicalText(body)
    .split('\n')
    .map((text) => `<p>${text}</p>`);
  return `<!doctype html><meta charset="utf-8"><title>opening</title>
<style>body{width:608px;margin:0 auto;font:18px/1.62 serif}</style>
${blocks.join('\n')}
<script>addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => {
  document.title = String(performance.now());
})))</script>`;
};
