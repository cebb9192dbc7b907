import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAD_VERSION, type PadFile } from '#domain/archive/files.ts';
import { mergeNote } from '#domain/archive/merge/merge-note.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { PAD_ID } from '#domain/pad/pad.ts';
import { type NoteBlock, type RichText, richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { toTimestamp } from '#domain/time.ts';

const merge = (base: string | null, ours: string, theirs: string): string => {
  const merged = mergeNote(
    base === null ? null : richTextFromPlain(base),
    richTextFromPlain(ours),
    richTextFromPlain(theirs),
  );
  return merged === null ? '' : richTextToPlain(merged);
};

const paragraph = (text: string): NoteBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const list = (...items: readonly string[]): RichText => ({
  type: 'doc',
  content: [
    { type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) },
  ],
});

describe('a note that two sides have written in', () => {
  it('knows a paragraph again in whatever form its JSON is', () => {
    const ours = richTextFromPlain('Same\n');
    const theirs: RichText = {
      content: [
        {
          content: [
            { marks: [], text: 'Sa', type: 'text' },
            { text: 'me', type: 'text' },
          ],
          type: 'paragraph',
        },
        { type: 'paragraph', content: [] },
      ],
      type: 'doc',
    };
    expect(mergeNote(null, ours, theirs)).toEqual(mergeNote(null, ours, ours));
  });

  it('holds what either has added, changed or taken out', () => {
    expect(merge('a\nb\nc', 'a\nB\nc', 'a\nb\nc\nd')).toBe('a\nB\nc\nd');
    expect(merge('a\nb\nc', 'a\nc', 'A\nb\nc')).toBe('A\nc');
    expect(merge('a', '', 'a')).toBe('');
  });

  it('holds both versions of a paragraph that both changed, in one order whichever is ours', () => {
    expect(merge('a\nb\nc', 'a\nours\nc', 'a\ntheirs\nc')).toBe('a\nours\ntheirs\nc');
    expect(merge('a\nb\nc', 'a\ntheirs\nc', 'a\nours\nc')).toBe('a\nours\ntheirs\nc');
  });

  it('holds what one changed and the other took out', () => {
    expect(merge('a\nb\nc', 'a\nc', 'a\nchanged\nc')).toBe('a\nchanged\nc');
  });

  it('holds all that either has where nothing is known of before, and what both have once', () => {
    expect(merge(null, 'a\nours\nc', 'a\ntheirs\nc')).toBe('a\nours\ntheirs\nc');
    expect(merge(null, 'one', 'other')).toBe('one\nother');
    expect(merge(null, 'a', '')).toBe('a');
  });

  it('is merged within a list, item by item', () => {
    const merged = mergeNote(list('a', 'b'), list('A', 'b'), list('a', 'b', 'c'));
    expect(merged).toEqual(list('A', 'b', 'c'));
  });

  it('loses no paragraph that a side has written, and does not depend on the sides', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const text = fc.array(line, { maxLength: 7 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.option(text), text, text, (base, ours, theirs) => {
        const merged = merge(base, ours, theirs);
        expect(merge(base, theirs, ours)).toBe(merged);
        const before = new Set((base ?? '').split('\n'));
        const fresh = `${ours}\n${theirs}`.split('\n').filter((each) => each !== '' && !before.has(each));
        const lines = merged.split('\n');
        expect(fresh.filter((each) => !lines.includes(each))).toEqual([]);
      }),
    );
  });
});

describe('a scratch pad of two machines', () => {
  const padFile = (text: string, second: number): PadFile => ({
    version: PAD_VERSION,
    pads: [{ id: PAD_ID, note: richTextFromPlain(text), updatedAt: toTimestamp(second * 1000) }],
  });

  it('is one where each has begun it, and waits for no choice', () => {
    const { merged, conflicts } = mergeRecords(
      undefined,
      padFile('at the office', 1),
      padFile('on the train', 2),
    );
    expect(conflicts).toEqual([]);
    expect(merged.pads).toEqual(padFile('at the office\non the train', 2).pads);
  });

  it('waits for a choice where one took back its beginning, and the other went on', () => {
    const gone = { version: PAD_VERSION, pads: [] };
    const { merged, conflicts } = mergeRecords<PadFile>(padFile('a', 1), gone, padFile('a\nb', 2));
    expect(merged.pads).toEqual(padFile('a\nb', 2).pads);
    expect(conflicts).toMatchObject([{ collection: 'pads', recordId: PAD_ID, field: null }]);
  });
});
