import { describe, expect, it } from 'vitest';
import { judgementIdSchema } from '#domain/ids.ts';
import { ruleIds } from '#domain/memo/checks/rule-table.ts';
import { fitLogo } from '#domain/memo/document/fit-figure.ts';
import { builtInFormIds } from '#domain/memo/form/built-in-form-ids.ts';
import { builtInForm, builtInForms, placeInForm } from '#domain/memo/form/built-in-forms.ts';
import { type Form, formSchema, MAX_SECTIONS } from '#domain/memo/form/form.ts';
import {
  linesOfJson,
  MAX_FORM_FILE_LENGTH,
  parseFormFile,
  printFormFile,
} from '#domain/memo/form/form-file.ts';
import { MAX_LOGO_PIXELS } from '#domain/memo/form/logo.ts';
import { numberingSchema } from '#domain/memo/form/numbering.ts';
import { pictureSize } from '#domain/memo/form/picture-size.ts';
import { memoContentSchema } from '#domain/memo/memo-content.ts';
import { layForm } from '#domain/memo/new-memo.ts';
import { printedLanguages } from '#domain/memo/print/printed-words.ts';
import { nextReferenceNumber } from '#domain/memo/reference-number.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';

const judgementId = judgementIdSchema.parse(sampleId(1));
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const problemsOf = (text: string) => {
  const read = parseFormFile(text);
  if (read.ok) throw new Error('the file was taken');
  return read.error;
};
const fileWith = (change: Partial<Record<keyof Form, unknown>>): string =>
  JSON.stringify(
    { format: 'precis-form', version: 1, form: { ...builtInForms.decision, ...change } },
    null,
    2,
  );

describe('the forms that Precis includes', () => {
  it.each(builtInFormIds)('%s is a form by the one schema, and begins a memo', (id) => {
    const form = builtInForms[id];
    expect(formSchema.parse(form)).toEqual(form);
    const content = layForm(form, judgementId);
    expect(memoContentSchema.parse(content)).toEqual(content);
    expect(content.content.map(({ attrs }) => attrs.heading)).toEqual(
      form.sections.map(({ heading }) => heading),
    );
    for (const { prompt } of form.sections) expect(prompt).toMatch(/^[A-Z].*[.”]$/u);
    for (const rule of form.skippedRules) expect(ruleIds).toContain(rule);
  });

  it.each(printedLanguages)('are whole in %s, each with words of its own', (language) => {
    for (const id of builtInFormIds) {
      const form = builtInForm(id, language);
      expect(formSchema.parse(form)).toEqual(form);
      expect(form.language).toBe(language);
      expect(form.sections.map(({ role, isRequired }) => [role, isRequired])).toEqual(
        builtInForms[id].sections.map(({ role, isRequired }) => [role, isRequired]),
      );
      for (const [at, { heading, prompt }] of form.sections.entries()) {
        expect(prompt).toMatch(/[.。»”“]$/u);
        expect(prompt).toBe(prompt.trim());
        expect(placeInForm(id, heading)).toBe(at);
        if (language !== 'en') expect(prompt).not.toBe(builtInForms[id].sections[at]?.prompt);
      }
    }
  });

  it('speak English in a language without words of its own, and keep its code', () => {
    expect(builtInForm('bluf', 'fi')).toEqual({ ...builtInForms.bluf, language: 'fi' });
    expect(builtInForm('bluf', 'de-AT').sections[0]?.heading).toBe('Kernaussage');
  });

  it('have one empty judgement at most', () => {
    for (const id of builtInFormIds) {
      const blocks = layForm(builtInForms[id], judgementId).content.flatMap(({ content }) => content);
      const judged = builtInForms[id].sections.some(({ role }) => role === 'key-judgements');
      expect(blocks.filter(({ type }) => type === 'judgement')).toHaveLength(judged ? 1 : 0);
    }
  });
});

describe('the numbers of a form', () => {
  it('count the memos of its pattern and year alone', () => {
    const taken = ['SR-2024-07', 'SR-2023-99', 'PM-2024-017', 'SR-2024-7a', 'xSR-2024-50'];
    expect(nextReferenceNumber(2024, taken, 0, 'SR-{year}-{nn}')).toBe('SR-2024-08');
    expect(nextReferenceNumber(2024, taken, 2, 'SR-{year}-{nn}')).toBe('SR-2024-10');
    expect(nextReferenceNumber(2024, ['12/B (a+)', '13/B (a+)'], 0, '{n}/B (a+)')).toBe('14/B (a+)');
  });

  it.each(['PM', 'PM-{year}', '{n}-{nn}', '{year}{year}{n}', 'PM-{month}-{n}', '{}', ''])(
    'are refused where the pattern is %j',
    (pattern) => {
      expect(numberingSchema.safeParse(pattern).success).toBe(false);
    },
  );
});

describe('the file of a form', () => {
  it.each(builtInFormIds)('gives %s back as it was', (id) => {
    const text = printFormFile({ form: builtInForms[id] });
    expect(parseFormFile(text)).toEqual({ ok: true, value: { form: builtInForms[id] } });
    expect(printFormFile({ form: builtInForms[id] })).toBe(text);
  });

  it('says the line and the place of each thing that is wrong', () => {
    const text = fileWith({
      numbering: 'PM',
      sections: [{ ...builtInForms.blank.sections[0], heading: '' }],
    });
    const lineWith = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length;
    expect(problemsOf(text)).toEqual([
      { line: lineWith('"heading"'), message: expect.stringMatching(/^sections 1 heading: ./u) },
      { line: lineWith('"numbering"'), message: expect.stringMatching(/^numbering: needs \{n\}/u) },
    ]);
  });

  it('names the line of what is missing by what it is missing in', () => {
    const text = '{\n"format": "precis-form",\n"version": 1,\n"form": {\n"name": "A"\n}\n}';
    expect(problemsOf(text).every(({ line }) => line === 4)).toBe(true);
  });

  it('says where JSON ends to be JSON', () => {
    expect(problemsOf('{\n"format": "precis-form",\n"version": 1,,\n}')).toEqual([
      { line: 3, message: 'This is not JSON.' },
    ]);
  });

  it('refuses a file of something else, of a newer version, and one that is too large', () => {
    expect(problemsOf('{}')[0]?.message).toContain('not a form');
    expect(problemsOf('null')[0]?.message).toContain('not a form');
    expect(problemsOf('{"format":"precis-form","version":7}')[0]?.message).toContain(
      'newer Precis (version 7)',
    );
    expect(problemsOf(' '.repeat(MAX_FORM_FILE_LENGTH + 1))[0]?.message).toContain('too large');
  });

  it('counts ten thousand sections, and tells no more of them', () => {
    const sections = Array.from({ length: 10_000 }, () => ({}));
    expect(problemsOf(fileWith({ sections }))).toEqual([
      { line: 1, message: `The form has 10000 sections; the limit is ${MAX_SECTIONS}.` },
    ]);
  });

  it('is never trusted with nesting', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = `{"format":"precis-form","version":1,"form":${deep}}`;
    expect(problemsOf(text)[0]?.line).toBe(1);
  });

  it('keeps markup in names as the words that they are', () => {
    const name = '<img src=x onerror=alert(1)> #set page() \u202E';
    const read = parseFormFile(fileWith({ name }));
    expect(read).toMatchObject({ ok: true, value: { form: { name } } });
  });

  it('takes a PNG or JPEG as the logo, and nothing that only says so', () => {
    const logo = { mediaType: 'image/png', base64: pixel, alt: 'Desk' };
    expect(parseFormFile(fileWith({ logo })).ok).toBe(true);
    const svg = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    expect(problemsOf(fileWith({ logo: { ...logo, base64: svg } }))[0]?.message).toMatch(
      /logo base64: the picture is neither a PNG nor a JPEG/u,
    );
    expect(parseFormFile(fileWith({ logo: { ...logo, mediaType: 'image/jpeg' } })).ok).toBe(false);
    expect(parseFormFile(fileWith({ logo: { ...logo, mediaType: 'image/svg+xml' } })).ok).toBe(false);
    expect(parseFormFile(fileWith({ logo: { ...logo, base64: 'not base64 at all!' } })).ok).toBe(false);
  });

  it('takes no logo that would fill the memory, and none of no size', () => {
    const header = Buffer.from(pixel, 'base64');
    const sized = (width: number) => {
      header.writeUInt32BE(width, 16);
      const logo = { mediaType: 'image/png', base64: header.toString('base64'), alt: 'Desk' };
      return problemsOf(fileWith({ logo }))[0]?.message;
    };
    expect(sized(MAX_LOGO_PIXELS + 1)).toMatch(/has no size, or is larger than 4000 pixels/u);
    expect(sized(0)).toMatch(/has no size/u);
  });
});

describe('the lines of a JSON text', () => {
  it('are those at which values begin, whatever stands in strings', () => {
    const text = '{"a": [1,\n{"b\\"": "{[,:\\n"},\n[]],\n"c": null}';
    expect(Object.fromEntries(linesOfJson(text))).toEqual({
      '': 1,
      a: 1,
      'a/0': 1,
      'a/1': 2,
      'a/1/b"': 2,
      'a/2': 3,
      c: 4,
    });
  });
});

describe('the size of a picture', () => {
  /** The start of a JPEG: a comment of `count` bytes, then a frame of 60 by 20 pixels. */
  const jpeg = (count: number): string =>
    Buffer.from([
      ...[0xff, 0xd8, 0xff, 0xfe, (count + 2) >> 8, (count + 2) & 0xff, ...Array(count).fill(0x20)],
      ...[0xff, 0xff, 0xc2, 0, 11, 8, 0, 20, 0, 60, 1, 1, 0x11, 0],
    ]).toString('base64');

  it('is read from the header of a PNG, and from the frame of a JPEG', () => {
    expect(pictureSize('image/png', pixel)).toEqual({ width: 1, height: 1 });
    expect(pictureSize('image/jpeg', jpeg(0))).toEqual({ width: 60, height: 20 });
    expect(pictureSize('image/jpeg', jpeg(9000))).toEqual({ width: 60, height: 20 });
    expect(pictureSize('image/jpeg', jpeg(9000).slice(0, 400))).toBe(null);
    expect(pictureSize('image/jpeg', pixel)).toBe(null);
  });

  it('is kept in its proportions on paper, and within its room', () => {
    expect(fitLogo({ width: 60, height: 20 })).toEqual({ widthMm: 48, heightMm: 16 });
    expect(fitLogo({ width: 4000, height: 400 })).toEqual({ widthMm: 60, heightMm: 6 });
    expect(fitLogo({ width: 4000, height: 1 })).toEqual({ widthMm: 60, heightMm: 0.1 });
  });
});
