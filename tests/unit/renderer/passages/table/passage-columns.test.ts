import { describe, expect, it } from 'vitest';
import { columnsInRoom, passageColumns } from '#renderer/passages/table/passage-columns.ts';

const idsIn = (room: number, widths = {}) => columnsInRoom(passageColumns, widths, room).map(({ id }) => id);

describe('columns in the room of a table', () => {
  it('leaves the quote 360 pixels beside the article in a window of 1280 with the preview', () => {
    expect(idsIn(874)).toEqual(['quote', 'label', 'tags', 'speaker', 'article', 'grade', 'paragraph']);
  });

  it('draws all of them where there is room', () => {
    expect(idsIn(1300)).toEqual(passageColumns.map(({ id }) => id));
  });

  it('keeps who says what, and how it is graded, in the narrowest table', () => {
    expect(idsIn(200)).toEqual(['quote', 'speaker', 'grade']);
  });

  it('counts with the width that a column was drawn to', () => {
    expect(idsIn(874, { tags: 204 })).not.toContain('article');
    expect(idsIn(874, { quote: 200 })).toContain('publishedAt');
  });
});
