import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import {
  type EventFormat,
  type ExportedEvent,
  eventFormatOf,
  eventFormats,
  eventFormatTable,
  printEvents,
} from '#domain/event/export-events.ts';
import { toTimestamp } from '#domain/time.ts';

const at = toTimestamp(Date.parse('2026-04-26T09:30:00.000Z'));
const edtf = (text: string) => edtfSchema.parse(text);

const capri: ExportedEvent = {
  key: '01900000-0000-7000-8000-000000000001',
  date: edtf('2024-04-19'),
  isInferred: true,
  title: 'Firms named, on "Capri"; <b>really</b>',
  concerned: ['United States', 'G7'],
  marking: { label: 'TLP:AMBER', banners: [] },
  contested: [edtf('2024-04-18')],
  sayings: [
    {
      printed: '“We have named, at last, the firms”',
      article: 'Dispatch',
      paragraph: 4,
      grade: { reliability: 'B', credibility: 3 },
      date: null,
    },
    {
      printed: '“On Thursday…”',
      article: null,
      paragraph: null,
      grade: { reliability: null, credibility: null },
      date: edtf('2024-04-18'),
    },
  ],
};
const spring: ExportedEvent = {
  ...capri,
  key: '01900000-0000-7000-8000-000000000002',
  date: edtf('2024-05~'),
  title: '=SUM(A1)',
};
const never: ExportedEvent = {
  ...capri,
  key: '01900000-0000-7000-8000-000000000003',
  date: edtf('../2024-04-19'),
};
const print = (format: EventFormat, ...events: readonly ExportedEvent[]) => printEvents(format, events, at);

describe('a chronology as a table', () => {
  it('says each date as it is kept, in words and in days, with the passages word for word', () => {
    const { text, count } = print('csv', capri, spring);
    expect(count).toBe(2);
    const [head = '', first = ''] = text.split('\r\n');
    expect(head.split(',')).toHaveLength(10);
    expect(first).toContain('2024-04-19,19 April 2024,2024-04-19,2024-04-19,inferred,');
    expect(text).toContain('“We have named, at last, the firms” (Dispatch ¶4, B3)\n');
    expect(text).toContain('“On Thursday…” (untitled article, says 18 April 2024)');
    expect(text).toContain('2024-05~,about May 2024,2024-05-01,2024-05-31');
  });

  it('is no formula to a spreadsheet', () => {
    expect(print('csv', spring).text).toContain(",'=SUM(A1),");
  });
});

describe('the marking of a chronology', () => {
  const red: ExportedEvent = { ...spring, marking: { label: 'TLP:RED', banners: ['HOUSE ONLY'] } };

  it('is with each event in every format', () => {
    for (const format of eventFormats) {
      const { text } = print(format, capri, red);
      expect(text.match(/TLP:AMBER/gu)).toHaveLength(1);
      expect(text).toContain(format === 'ics' ? String.raw`TLP:RED\; HOUSE ONLY` : 'TLP:RED; HOUSE ONLY');
    }
  });

  it('is that of all events for the whole of a JSON file', () => {
    expect(JSON.parse(print('json', capri, red).text).marking).toBe('TLP:RED; HOUSE ONLY');
    const bare = { ...capri, marking: { label: null, banners: [] } };
    expect(JSON.parse(print('json', bare).text)).toMatchObject({
      marking: null,
      events: [{ marking: null }],
    });
  });
});

describe('a chronology as JSON', () => {
  it('holds what the events say, by the names of its fields', () => {
    const { events } = JSON.parse(print('json', capri).text);
    expect(events).toEqual([
      expect.objectContaining({
        ...{ id: capri.key, date: '2024-04-19', earliest: '2024-04-19', latest: '2024-04-19' },
        ...{ certainty: 'inferred', title: capri.title, concerned: capri.concerned },
        otherDates: ['2024-04-18'],
      }),
    ]);
    expect(events[0].passages[0]).toEqual({
      ...{ words: '“We have named, at last, the firms”', article: 'Dispatch', paragraph: 4 },
      ...{ grade: 'B3', date: null },
    });
  });
});

describe('a chronology as a calendar', () => {
  it('is read by another program: whole days, the end of them after the last', () => {
    const { text, count } = print('ics', capri, spring);
    expect(count).toBe(2);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const { events = [] } = convertIcsCalendar(undefined, text);
    expect(events.map(({ summary }) => summary)).toEqual([capri.title, `${spring.title} (about May 2024)`]);
    const days = events.map(({ start, end }) => [
      start.date.toISOString().slice(0, 10),
      end?.date.toISOString().slice(0, 10),
    ]);
    expect(days).toEqual([
      ['2024-04-19', '2024-04-20'],
      ['2024-05-01', '2024-06-01'],
    ]);
    expect(events[0]?.description).toContain('“We have named, at last, the firms” (Dispatch ¶4, B3)');
  });

  it('puts what is open to one side on the day that is known, and leaves out what has none', () => {
    expect(print('ics', never).text).toContain('DTSTART;VALUE=DATE:20240419\r\nDTEND;VALUE=DATE:20240420');
    const before: ExportedEvent = { ...capri, date: edtf('-0300') };
    expect(print('ics', before, capri).count).toBe(1);
  });
});

describe('a chronology as a timeline', () => {
  it('holds no markup but its own', () => {
    const { events } = JSON.parse(print('timeline', capri, spring).text);
    expect(events[0].text.headline).toBe('Firms named, on &quot;Capri&quot;; &lt;b&gt;really&lt;/b&gt;');
    expect(events[0]).toMatchObject({ start_date: { year: 2024, month: 4, day: 19 } });
    expect(events[0].end_date).toBeUndefined();
    expect(events[1]).toMatchObject({ end_date: { year: 2024, month: 5, day: 31 } });
    expect(events[1].display_date).toBe('about May 2024');
  });
});

describe('the format of a file', () => {
  it.each(eventFormats)('is known by the ending of %s', (format) => {
    expect(eventFormatOf(`2024 Chronology.${eventFormatTable[format].ending.toUpperCase()}`)).toBe(format);
  });

  it('is none of another ending', () => {
    expect(eventFormatOf('chronology.pdf')).toBeNull();
  });
});
