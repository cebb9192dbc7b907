/** Passages as dense as words, and the same text with the same marks as a plain HTML page. */
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { type PassageId, passageIdSchema } from '#domain/ids.ts';
import { firstLabels } from '#domain/passage/label.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { assignLanes, cutSegments } from '#renderer/reader/drawing/lay-highlights.ts';

/** `count` ranges, each from the beginning of one word to the end of another, up to 25 words later. */
export const denseRanges = (body: Body, count: number): readonly TextRange[] => {
  const words = [...canonicalText(body).matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  return Array.from({ length: count }, (_, number) => {
    const first = Math.floor((number * words.length) / count);
    const last = Math.min(words.length - 1, first + ((number * 7) % 25));
    return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 1 };
  });
};

const idOf = (number: number): PassageId =>
  passageIdSchema.parse(`0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`);

const colours = { claim: '#7a4300', data: '#3f7a52', view: '#7b55bd', context: '#1a4f9c', gap: '#8a2f62' };

/** The text as HTML, marked as in the reader. */
export const markedHtml = (body: Body, ranges: readonly TextRange[]): string => {
  const text = canonicalText(body);
  const laned = assignLanes(
    ranges.map((range, number) => ({
      ...range,
      passageId: idOf(number),
      label: firstLabels[number % firstLabels.length] ?? 'claim',
      length: range.end - range.start,
    })),
  );
  let blockStart = 0;
  const blocks = text.split('\n').map((block) => {
    const span = { start: blockStart, end: blockStart + block.length };
    blockStart = span.end + 1;
    const parts: string[] = [];
    let from = span.start;
    for (const { start, end, layers } of cutSegments(laned, span, new Set())) {
      const open = layers
        .map(({ label, lane }) => `<mark data-label="${label}" data-lane="${lane}">`)
        .join('');
      parts.push(text.slice(from, start), open, text.slice(start, end), '</mark>'.repeat(layers.length));
      from = end;
    }
    return [...parts, text.slice(from, span.end)].join('');
  });
  const rules = Object.entries(colours).map(
    ([label, colour]) =>
      `[data-label=${label}]{background:color-mix(in oklab,${colour} 14%,transparent);text-decoration:underline ${colour} 2px}`,
  );
  return `<!doctype html><meta charset="utf-8"><title>still</title>
<style>body{width:608px;margin:0 auto;font:18px/1.62 serif}mark{color:inherit;text-underline-offset:4px}
${rules.join('\n')}</style>
<div id="still">${blocks.map((block) => `<p>${block}</p>`).join('\n')}</div>`;
};
