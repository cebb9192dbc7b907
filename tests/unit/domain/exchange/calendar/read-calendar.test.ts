import { generateIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import type { CalendarTask } from '#domain/exchange/calendar-task.ts';
import { sayLeftOut } from '#domain/exchange/left-out.ts';
import { unfoldBytes } from '#domain/exchange/read/calendar/content-lines.ts';
import { readCalendar } from '#domain/exchange/read/calendar/read-calendar.ts';
import { readRrule } from '#domain/exchange/read/calendar/read-todo.ts';
import { printRrule } from '#domain/task/repeat.ts';

const readBytes = (bytes: Uint8Array) =>
  readCalendar([{ name: 'tasks.ics', text: new TextDecoder().decode(unfoldBytes(bytes)) }]);
const readFile = (text: string) => readBytes(new TextEncoder().encode(text));

const inCalendar = (lines: readonly string[], ending = '\r\n'): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join(ending);
const todo = (...lines: string[]): readonly string[] => ['BEGIN:VTODO', ...lines, 'END:VTODO'];

const readOne = (...lines: string[]): CalendarTask => {
  const [task] = readFile(inCalendar(todo('UID:a', ...lines)))?.tasks ?? [];
  if (task === undefined) throw new Error('no to-do was read');
  return task;
};
const leftOut = (lines: readonly string[]) => (readFile(inCalendar(lines))?.leftOut ?? []).map(sayLeftOut);

describe('a to-do of a calendar', () => {
  it.each(['\r\n', '\n'])('is read whole with lines that end in %j', (ending) => {
    const lines = todo(
      'UID:a',
      'DTSTAMP:20240501T080000Z',
      'LAST-MODIFIED:20240502T091500Z',
      'SUMMARY:Ask\\, then wait\\; call \\\\ Ilse\\n👩‍🚀',
      'DUE;VALUE=DATE:20240506',
      'STATUS:NEEDS-ACTION',
      'CATEGORIES:Work,verify',
      'RRULE:FREQ=WEEKLY;INTERVAL=2',
    );
    expect(readFile(inCalendar(lines, ending))).toEqual({
      articles: [],
      leftOut: [],
      tasks: [
        {
          uid: 'a',
          title: 'Ask, then wait; call \\ Ilse 👩‍🚀',
          due: { day: '2024-05-06' },
          state: 'open',
          kind: 'verify',
          owner: null,
          rule: { unit: 'week', every: 2, day: null },
          revisedAt: '2024-05-02T09:15:00.000Z',
          completedAt: null,
          extras: [],
        },
      ],
    });
  });

  it('is read as another program writes it', () => {
    const date = new Date('2024-05-02T09:15:00Z');
    const written = generateIcsCalendar({
      version: '2.0',
      prodId: '-//other//EN',
      todos: [
        {
          uid: 'f1',
          stamp: { date },
          lastModified: { date },
          summary: `Ask; the desk, about ${'Łódź '.repeat(30)}`,
          due: { date: new Date('2024-05-06T00:00:00Z'), type: 'DATE' },
          completed: { date },
          status: 'COMPLETED',
          categories: ['gap'],
        },
      ],
    });
    expect(readFile(written)?.tasks).toMatchObject([
      {
        uid: 'f1',
        title: `Ask; the desk, about ${'Łódź '.repeat(30).trim()}`,
        due: { day: '2024-05-06' },
        state: 'done',
        kind: 'gap',
        revisedAt: '2024-05-02T09:15:00.000Z',
        completedAt: '2024-05-02T09:15:00.000Z',
      },
    ]);
  });

  it('keeps its own title beside the properties of a program and those of an alarm', () => {
    const task = readOne(
      'SUMMARY:Own title',
      'X-MOZ-GENERATION2:3',
      'BEGIN:VALARM',
      'SUMMARY:Title of the alarm',
      'STATUS:CANCELLED',
      'BEGIN:SUMMARY',
      'END:SUMMARY',
      'END:VALARM',
      'BEGIN:SUMMARY',
      'END:SUMMARY',
      'BEGIN:CONSTRUCTOR',
      'END:CONSTRUCTOR',
      'DESCRIPTION:END:VTODO BEGIN:VTODO',
      'PRIORITY:1',
    );
    expect(task).toMatchObject({
      title: 'Own title',
      state: null,
      extras: ['description', 'alarm', 'priority'],
    });
  });

  it('is put together where a line is folded, in the middle of a letter too', () => {
    const [head, tail] = [
      'BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\nSUMMARY:Ł',
      'dź\n  and on\nEND:VTODO\nEND:VCALENDAR\n',
    ];
    const letter = new TextEncoder().encode('ó');
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode(head),
      letter[0] ?? 0,
      ...[13, 10, 32],
      letter[1] ?? 0,
      ...new TextEncoder().encode(tail),
    ]);
    expect(readBytes(bytes)?.tasks).toMatchObject([{ title: 'Łódź and on' }]);
  });

  it('is read in quoted-printable over several lines, as vCalendar 1.0 has it', () => {
    expect(
      readOne(
        'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:100% =C3=BC=',
        'ber =3D alles',
        'STATUS:COMPLETED',
      ),
    ).toMatchObject({ title: '100% über = alles', state: 'done' });
    expect(readOne('SUMMARY;QUOTED-PRINTABLE:caf=E9').title).toBe('caf=E9');
  });

  it('has a title of at most 500 signs, without signs that turn the direction', () => {
    expect(readOne(`SUMMARY:${'x'.repeat(498)}👩‍🚀 and on`).title).toBe(`${'x'.repeat(498)}…`);
    expect(readOne('SUMMARY:safe\u202Etxt.exe\u0007\u2028next').title).toBe('safetxt.exe next');
    expect(readOne('SUMMARY:<b onclick=x>bold</b>').title).toBe('<b onclick=x>bold</b>');
    expect(readOne('SUMMARY: ').title).toBeNull();
  });
});

describe('the day of a to-do', () => {
  it.each([
    ['DUE;VALUE=DATE:20240506', { day: '2024-05-06' }],
    ['DUE:20240506T233000Z', { at: '2024-05-06T23:30:00.000Z' }],
    ['DUE;TZID=Europe/Berlin:20240506T003000', { at: '2024-05-05T22:30:00.000Z' }],
    ['DUE;TZID=Europe/Berlin:20240106T003000', { at: '2024-01-05T23:30:00.000Z' }],
    ['DUE;TZID=/mozilla.org/20050126_1/America/New_York:20240506T233000', { at: '2024-05-07T03:30:00.000Z' }],
    ['DUE;TZID=/example.org/America/New_York:20240506T233000', { at: '2024-05-07T03:30:00.000Z' }],
    ['DUE;TZID=/x/America/Indiana/Indianapolis:20240506T233000', { at: '2024-05-07T03:30:00.000Z' }],
    ['DUE;TZID=Own rules for America/New_York:20240506T233000', { day: '2024-05-06' }],
    ['DUE;TZID=/example.org/Own America/New_York:20240506T233000', { day: '2024-05-06' }],
    ['DUE;TZID="W. Europe Standard Time":20240506T003000', { day: '2024-05-06' }],
    ['DUE:20240506T003000', { day: '2024-05-06' }],
    ['DUE;TZID=America/New_York:99991231T235959', { day: '9999-12-31' }],
    ['DUE;TZID=EUROPE/BERLIN:20240506T003000', { at: '2024-05-05T22:30:00.000Z' }],
    [`DUE;TZID=${'a'.repeat(400_000)}:20240506T003000`, { day: '2024-05-06' }],
    ['due;value=date:20240506', { day: '2024-05-06' }],
    ['PRIORITY:0', null],
  ])('of %s is %j', (line, due) => {
    expect(readOne(line).due).toEqual(due);
  });

  it.each(['DUE;VALUE=DATE:20241345', 'DUE:tomorrow', 'DUE:', 'DUE:20240506T993000Z'])(
    'of %s is not known, and told of',
    (line) => {
      expect(readOne(line)).not.toHaveProperty('due');
      expect(leftOut(todo('UID:a', line))).toEqual(['1 due day that can’t be read']);
    },
  );

  it('is not reckoned from a beginning and a duration', () => {
    expect(readOne('DTSTART:20240506T090000Z', 'DURATION:P2D')).not.toHaveProperty('due');
  });
});

describe('when a to-do was changed', () => {
  const stamp = 'DTSTAMP:20240501T080000Z';

  it('is said by DTSTAMP where there is no LAST-MODIFIED, but not in a message', () => {
    expect(readOne(stamp).revisedAt).toBe('2024-05-01T08:00:00.000Z');
    expect(readOne(stamp, 'LAST-MODIFIED:20240401T080000Z').revisedAt).toBe('2024-04-01T08:00:00.000Z');
    expect(readOne('SUMMARY:x').revisedAt).toBeNull();
    const message = readFile(inCalendar(['METHOD:PUBLISH', ...todo('UID:a', stamp)]));
    expect(message?.tasks).toMatchObject([{ revisedAt: null }]);
  });
});

describe('whether a to-do is done', () => {
  it.each([
    [['STATUS:COMPLETED'], 'done'],
    [['STATUS:CANCELLED'], 'cancelled'],
    [['STATUS:IN-PROCESS', 'PERCENT-COMPLETE:100'], 'waiting'],
    [['COMPLETED:20240501T080000Z'], 'done'],
    [['PERCENT-COMPLETE:100'], 'done'],
    [['PERCENT-COMPLETE:40'], null],
    [['STATUS:constructor'], null],
  ])('%j is %s', (lines, state) => {
    expect(readOne(...lines).state).toBe(state);
  });
});

describe('a rule of repetition', () => {
  it.each([
    { unit: 'day', every: 3 },
    { unit: 'week', every: 2 },
    { unit: 'month', every: 1, day: 15 },
    { unit: 'month', every: 12, day: 31 },
    { unit: 'month', every: 1, day: 28 },
  ] as const)('%j comes back as it went', (rule) => {
    expect(readRrule(printRrule(rule))).toEqual({ day: null, ...rule });
  });

  it.each([
    ['FREQ=WEEKLY;BYDAY=MO', { unit: 'week', every: 1, day: null }],
    ['freq=yearly', { unit: 'month', every: 12, day: null }],
    ['FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=6', { unit: 'month', every: 12, day: 6 }],
    ['FREQ=WEEKLY;BYDAY=MO,WE', null],
    ['FREQ=DAILY;COUNT=3', null],
    ['FREQ=MONTHLY;BYDAY=2TU', null],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', null],
    ['FREQ=HOURLY', null],
    ['FREQ=DAILY;INTERVAL=0', null],
    ['nonsense', null],
  ])('%s is %j', (written, rule) => {
    expect(readRrule(written)).toEqual(rule);
  });
});

describe('what is no task', () => {
  it('is counted, by kind', () => {
    expect(
      leftOut([
        'BEGIN:VEVENT',
        'UID:e',
        'SUMMARY:Meeting',
        'END:VEVENT',
        'BEGIN:VJOURNAL',
        'END:VJOURNAL',
        ...todo('SUMMARY:no uid'),
        ...todo('UID:a', 'RECURRENCE-ID;VALUE=DATE:20240506', 'STATUS:COMPLETED'),
        'this is no line',
      ]),
    ).toEqual([
      '1 event: only to-dos become tasks',
      '1 journal entry',
      '1 to-do without a UID',
      '1 single day of a recurring to-do that was changed there',
      '1 line that does not belong to a calendar',
    ]);
  });

  it('is what an earlier version says of the same UID', () => {
    const versions = [
      ...todo('UID:a', 'SUMMARY:second', 'SEQUENCE:2', 'LAST-MODIFIED:20240101T000000Z'),
      ...todo('UID:a', 'SUMMARY:first', 'SEQUENCE:1', 'LAST-MODIFIED:20240201T000000Z'),
      ...todo('UID:b', 'SUMMARY:old', 'LAST-MODIFIED:20240101T000000Z'),
      ...todo('UID:b', 'SUMMARY:new', 'LAST-MODIFIED:20240201T000000Z'),
    ];
    expect(readFile(inCalendar(versions))?.tasks?.map(({ title }) => title)).toEqual(['second', 'new']);
    expect(leftOut(versions)).toEqual(['2 earlier versions of a to-do']);
  });

  it('is no to-do whose UID is written in another case, but where that is a UUID', () => {
    const uuid = '018f2a00-0000-7000-8000-00000000abcd';
    const cased = [uuid, uuid.toUpperCase(), 'call', 'CALL'].flatMap((uid) => todo(`UID:${uid}`));
    expect(readFile(inCalendar(cased))?.tasks?.map(({ uid }) => uid)).toEqual([
      uuid.toUpperCase(),
      'call',
      'CALL',
    ]);
    expect(leftOut(cased)).toEqual(['1 earlier version of a to-do']);
  });

  it('is what a file that is cut off says last', () => {
    const whole = inCalendar([...todo('UID:a', 'SUMMARY:whole'), ...todo('UID:b', 'SUMMARY:half')]);
    const [cut = ''] = whole.split('half');
    expect(readFile(cut)).toMatchObject({ tasks: [{ title: 'whole' }], leftOut: [{ kind: 'cut-todo' }] });
  });

  it.each(['', 'title,due\nAsk,2024', '<html>BEGIN:VCALENDAR</html>', `${'BEGIN:VCALENDAR\n'.repeat(50)}`])(
    '%# is no calendar',
    (text) => {
      expect(readFile(text)).toBeNull();
    },
  );

  it('whose line has parameters without end is read without it', () => {
    const endless = `SUMMARY;LANGUAGE=en${',en'.repeat(4_000_000)}:Call`;
    expect(leftOut(todo('UID:a', endless))).toEqual(['1 line that does not belong to a calendar']);
  });

  it('does not hold the reader up in a file of ten megabytes', () => {
    const many = inCalendar(
      Array.from({ length: 60_000 }, (_, index) =>
        todo(`UID:${index}`, 'DUE;TZID=Europe/Berlin:20240506T003000', `SUMMARY:${'word '.repeat(20)}`),
      ).flat(),
    );
    const openLines = `SUMMARY;ENCODING=QUOTED-PRINTABLE:=\n${'=\n'.repeat(2_000_000)}`;
    const read = readFile(many);
    expect(read?.tasks).toHaveLength(10_000);
    expect(read?.leftOut).toEqual([{ kind: 'further-todo', count: 50_000 }]);
    expect(readFile(inCalendar([openLines, ...todo('UID:a')]))?.tasks).toHaveLength(1);
  });
});

describe('the owner of a to-do', () => {
  it.each([
    [['DESCRIPTION:On “Piers”\\nOwner: trade desk'], 'trade desk', ['description']],
    [['DESCRIPTION:Owner: trade desk'], 'trade desk', []],
    [['ATTENDEE;CN="Ilse Berg";ROLE=REQ-PARTICIPANT:mailto:ilse@desk.example'], 'Ilse Berg', []],
    [
      ['ORGANIZER;CN=Boss:mailto:b@desk.example', 'ATTENDEE:mailto:ilse@desk.example'],
      'ilse@desk.example',
      [],
    ],
    [['ORGANIZER;CN=Boss:mailto:b@desk.example'], 'Boss', []],
    [['ATTENDEE:urn:uuid:7f8a1c4e-0000-4000-8000-000000000000'], null, []],
    [['DESCRIPTION:The owner: nobody yet.'], null, ['description']],
  ])('is read from %j', (lines, owner, extras) => {
    expect(readOne('SUMMARY:Ask', ...lines)).toMatchObject({ owner, extras });
  });
});
