import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import { decodeText } from '#electron/import/encoding/decode-text.ts';
import { encodeAs } from '../../../support/files/encode-as.ts';

const texts: Readonly<Record<string, readonly [text: string, ...encodings: TextEncoding[]]>> = {
  Polish: [
    'Minister spraw zagranicznych powiedział w środę, że żadna ze stron nie zgłosiła jeszcze zastrzeżeń. „Rozmowy będą trwały tak długo, jak to będzie potrzebne”, dodał późnym wieczorem w Łodzi.',
    'windows-1250',
  ],
  'Polish without typographic marks': [
    'Minister spraw zagranicznych powiedział w środę, że żadna ze stron nie zgłosiła jeszcze zastrzeżeń. Rozmowy będą trwały tak długo, jak to będzie potrzebne, dodał późnym wieczorem w Łodzi.',
    'iso-8859-2',
  ],
  Czech: [
    'Předseda vlády ve čtvrtek uvedl, že jednání skončilo bez dohody. Příští schůzka má být až v září, řekl novinářům mluvčí ministerstva.',
    'windows-1250',
    'iso-8859-2',
  ],
  Russian: [
    'Министр обороны заявил во вторник, что переговоры будут продолжены на следующей неделе. По его словам, стороны ещё не договорились о сроках.',
    'windows-1251',
    'koi8-r',
    'iso-8859-5',
    'ibm866',
    'x-mac-cyrillic',
  ],
  Ukrainian: [
    'Речник уряду повідомив у п’ятницю, що комісія ще не ухвалила рішення. Її засідання перенесли на наступний тиждень.'.replace(
      '’',
      "'",
    ),
    'windows-1251',
    'koi8-u',
  ],
  Greek: [
    'Ο υπουργός Εξωτερικών δήλωσε την Τρίτη ότι οι συνομιλίες θα συνεχιστούν. Οι δύο πλευρές δεν έχουν ακόμη συμφωνήσει για τις προθεσμίες.',
    'windows-1253',
    'iso-8859-7',
  ],
  Turkish: [
    'Dışişleri Bakanı salı günü yaptığı açıklamada görüşmelerin önümüzdeki hafta süreceğini söyledi. Taraflar henüz takvim üzerinde anlaşmadı.',
    'windows-1254',
  ],
  Hebrew: [
    'שר החוץ אמר ביום שלישי כי השיחות יימשכו בשבוע הבא. שני הצדדים עדיין לא הסכימו על לוח הזמנים, הוסיף הדובר.',
    'windows-1255',
    'iso-8859-8',
  ],
  Arabic: [
    'قال وزير الخارجية يوم الثلاثاء إن المحادثات ستستمر الأسبوع المقبل. ولم يتفق الطرفان بعد على الجدول الزمني.',
    'windows-1256',
    'iso-8859-6',
  ],
  German: [
    'Der Außenminister sagte am Dienstag, die Gespräche würden nächste Woche fortgesetzt. Über die Fristen hätten sich die Parteien noch nicht geeinigt.',
    'windows-1252',
    'macintosh',
    'ibm850',
  ],
  French: [
    'Le ministre a déclaré mardi que les négociations se poursuivraient la semaine prochaine. Les deux parties ne se sont pas encore mises d’accord sur les délais, a-t-il précisé à l’issue de la réunion.',
    'windows-1252',
  ],
  English: [
    'The minister said on Tuesday that the talks would go on. “We’re not there yet,” he told reporters – “but we’ll get there.”',
    'windows-1252',
  ],
  'English with a few French words': [
    'The minister said the café in the harbour was closed. “We found it,” Jane Roe said. “It’s over – for now.” Her résumé was printed on Monday, and the workers went back to their ships in the evening.',
    'windows-1252',
  ],
  'English with one': [
    'He paid $20 at the café, and left the harbour before the others came.',
    'windows-1252',
  ],
  Japanese: [
    '外務大臣は火曜日、協議を来週も続けると述べた。双方は日程についてまだ合意していない。',
    'shift_jis',
    'euc-jp',
  ],
  Chinese: ['外交部长星期二表示，会谈将在下周继续举行。双方尚未就时间表达成一致。', 'gb18030'],
  'Chinese of Taiwan': ['外交部長星期二表示，會談將在下週繼續舉行。雙方尚未就時間表達成一致。', 'big5'],
  Korean: [
    '외교부 장관은 화요일 회담이 다음 주에도 계속될 것이라고 말했다. 양측은 아직 일정에 합의하지 못했다.',
    'euc-kr',
  ],
  Thai: [
    'รัฐมนตรีกล่าวเมื่อวันอังคารว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้า ทั้งสองฝ่ายยังไม่ตกลงกันเรื่องกำหนดเวลา',
    'windows-874',
  ],
};

const cases = Object.entries(texts).flatMap(([language, [text, ...encodings]]) =>
  encodings.map((encoding) => [language, encoding, text] as const),
);

const read = async (bytes: Uint8Array) => {
  const decoded = await decodeText(bytes, { isHtml: false });
  if (!decoded.ok) throw new Error(decoded.error);
  return decoded.value;
};

describe('a text that says nothing of its encoding', () => {
  it.each(cases)('is read in %s from %s', async (_, encoding, text) => {
    expect((await read(encodeAs(text, encoding))).text).toBe(text);
  });

  it.each(cases)('is certain in %s from %s where it is long', async (_, encoding, text) => {
    const { isCertain, text: decoded } = await read(encodeAs(`${text}\n`.repeat(4), encoding));
    expect({ isCertain, decoded }).toEqual({ isCertain: true, decoded: `${text}\n`.repeat(4) });
  });

  it.each(cases)(
    'is certain in %s from %s between time codes, which say nothing',
    async (_, encoding, text) => {
      const cue = (at: number): string => `${at}\n00:00:0${at},100 --> 00:00:0${at},900\n${text}\n`;
      const whole = [1, 2, 3, 4].map(cue).join('\n');
      const { isCertain, text: decoded } = await read(encodeAs(whole, encoding));
      expect({ isCertain, decoded }).toEqual({ isCertain: true, decoded: whole });
    },
  );

  it.each([
    [
      'one foreign name in it',
      'Mr Erdoğan met reporters on Tuesday and said that the talks would go on.',
      'windows-1254',
    ],
    ['a single word', 'Ljubičić', 'windows-1250'],
    ['a foreign name that has another letter in each encoding', 'Mr Dvořák met reporters.', 'windows-1250'],
  ] as const)('is doubtful with %s, and the right encoding is offered', async (_, text, encoding) => {
    const { isCertain, likely } = await read(encodeAs(text, encoding));
    expect(isCertain).toBe(false);
    const offered = await Promise.all(
      likely.map((each) => decodeText(encodeAs(text, encoding), { isHtml: false, encoding: each })),
    );
    expect(offered).toContainEqual({ ok: true, value: expect.objectContaining({ text }) });
  });

  it.each([
    ['Café society “quoted” words in Windows text.', 'windows-1252'],
    ['Más lluvia en Málaga', 'ibm850'],
    ['Der Minister äußerte sich nicht.', 'windows-1252'],
    ['Il ministro non è arrivato.', 'windows-1252'],
    ['Prezes powiedział, że ją zna.', 'windows-1250'],
    ['Śnieg i mróz od wtorku', 'iso-8859-2'],
    ['Łódź', 'iso-8859-2'],
    ['Více než sto lodí čeká v přístavu', 'windows-1250'],
    ['Işıklar söndü', 'windows-1254'],
    ['Tvö skip bíða', 'windows-1252'],
    ['Įmonė pardavė du laivus', 'windows-1257'],
    ['Цены на нефть упали', 'windows-1251'],
    ['Цены на нефть упали', 'koi8-r'],
    ['Φωτιά στην Κρήτη', 'iso-8859-7'],
    ['面包价格上涨', 'gb18030'],
    ['部長沒有回答問題。', 'big5'],
  ] as const)('is certain where one reading alone is clean: %s in %s', async (text, encoding) => {
    const { isCertain, text: decoded } = await read(encodeAs(text, encoding));
    expect({ isCertain, decoded }).toEqual({ isCertain: true, decoded: text });
  });

  it('is found behind a long beginning of ASCII, and read to its end', async () => {
    const [text] = texts.Russian ?? [''];
    const whole = `${'An English preface. '.repeat(20_000)}\n${`${text}\n`.repeat(20)}`;
    expect(await read(encodeAs(whole, 'koi8-r'))).toMatchObject({ text: whole, encoding: 'koi8-r' });
  });

  it('never throws and never invents a certain text of bytes that are none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const decoded = await decodeText(bytes, { isHtml: false });
        if (decoded.ok) expect(decoded.value.text).not.toBe('');
      }),
      { numRuns: 100 },
    );
  });
});
