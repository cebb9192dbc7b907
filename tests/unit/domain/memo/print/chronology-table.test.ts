import { describe, expect, it } from 'vitest';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { PrintedEvent } from '#domain/event/printed-event.ts';
import { sha256Schema } from '#domain/ids.ts';
import { chronologyTable } from '#domain/memo/chronology/insert-chronology.ts';
import { newEventId } from '../../../../support/archive/sample-ids.ts';

const eventOf = (concerned: readonly string[]): PrintedEvent => ({
  ...{ eventId: newEventId(), date: edtfSchema.parse('2024-04-18'), isInferred: false, contested: [] },
  ...{ title: 'Lock closed', concerned, saidBy: [] },
});
const hash = sha256Schema.parse('a'.repeat(64));
const tableIn = (language: string, ...events: readonly PrintedEvent[]) =>
  chronologyTable(events, { cited: new Map(), hashOf: () => hash, language });
const lastCell = (table: ReturnType<typeof tableIn>): string =>
  JSON.stringify(table.content.at(-1)?.content.at(-1));

describe('a chronology in a memo', () => {
  it.each([
    ['en', 'محمد بن عبد الله, Customs'],
    ['ar', 'محمد بن عبد الله، Customs'],
    ['zh', 'محمد بن عبد الله，Customs'],
  ])('in %s names those concerned one after another as that language does', (language, names) => {
    expect(lastCell(tableIn(language, eventOf(['محمد بن عبد الله', 'Customs'])))).toContain(names);
  });

  it('has one width for each column, with those concerned and without', () => {
    const widthsOf = (...events: readonly PrintedEvent[]): readonly number[] => {
      const { attrs, content } = tableIn('en', ...events);
      for (const { content: cells } of content) expect(cells).toHaveLength(attrs?.widths?.length ?? 0);
      return attrs?.widths ?? [];
    };
    expect(widthsOf(eventOf([]), eventOf(['Customs']))).toHaveLength(3);
    expect(widthsOf(eventOf([]))).toHaveLength(2);
  });
});
