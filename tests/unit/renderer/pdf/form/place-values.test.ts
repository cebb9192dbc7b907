import { describe, expect, it } from 'vitest';
import { type Field, linesOfField } from '#renderer/pdf/form/field-values.ts';
import { type DrawnItem, FORM_FONT, placeValues } from '#renderer/pdf/form/place-values.ts';

const drawn = (str: string, x: number, y: number, size = 11): DrawnItem => ({
  str,
  dir: 'ltr',
  transform: [size, 0, 0, size, x, y],
  width: str.length * size * 0.5,
  height: size,
  fontName: 'f1',
});

const textField = (fieldValue: string, rect: readonly number[], more: Partial<Field> = {}): Field => ({
  subtype: 'Widget',
  fieldType: 'Tx',
  fieldValue,
  hasAppearance: true,
  rect,
  defaultAppearanceData: { fontSize: 11 },
  ...more,
});

const tickBox = (rect: readonly number[], more: Partial<Field> = {}): Field => ({
  subtype: 'Widget',
  fieldType: 'Btn',
  checkBox: true,
  fieldValue: 'Yes',
  exportValue: 'Yes',
  rect,
  ...more,
});

const texts = (items: readonly DrawnItem[]): readonly string[] => items.map(({ str }) => str);

describe('the value of a form field', () => {
  const value = (more: Partial<Field>) => linesOfField(textField('120', [0, 0, 100, 16], more));

  it('is what a reader sees where the field formats it', () => {
    expect(value({ textContent: ['120.00 EUR'] })).toEqual(['120.00 EUR']);
  });

  it('is whole where the field shows only a part of it, and broken where the field breaks it', () => {
    expect(
      linesOfField(textField('The crew was told to wait', [0, 0, 9, 9], { textContent: ['The crew'] })),
    ).toEqual(['The crew was told to wait']);
    expect(
      linesOfField(textField('The crew waits', [0, 0, 9, 9], { textContent: ['The crew', 'waits'] })),
    ).toEqual(['The crew', 'waits']);
  });

  it('never is a password, a hidden text, an unticked box or an untouched default', () => {
    expect(value({ password: true })).toEqual([]);
    expect(value({ hidden: true })).toEqual([]);
    expect(value({ hasAppearance: false, defaultFieldValue: '120' })).toEqual([]);
    expect(linesOfField(tickBox([0, 0, 9, 9], { fieldValue: 'Off' }))).toEqual([]);
    expect(linesOfField({ ...textField('x', [0, 0, 9, 9]), fieldType: 'Sig' })).toEqual([]);
  });

  it('is a choice as it is shown, several in order', () => {
    const options = [
      { exportValue: 'n', displayValue: 'North quay' },
      { exportValue: 's', displayValue: 'South quay' },
    ];
    const choice: Field = { subtype: 'Widget', fieldType: 'Ch', fieldValue: ['s', 'n'], options };
    expect(linesOfField(choice)).toEqual(['South quay', 'North quay']);
  });
});

describe('the place of a form value among the texts of its page', () => {
  const page = [drawn('Name:', 60, 700), drawn('Date:', 60, 670), drawn('Signed in the office.', 60, 640)];

  it('is behind its label, on the line of the label', () => {
    const placed = placeValues(page, [textField('Ada Brandt', [160, 694, 360, 710])]);
    expect(texts(placed)).toEqual(['Name:', 'Ada Brandt', 'Date:', 'Signed in the office.']);
    expect(placed[1]).toMatchObject({ fontName: FORM_FONT, dir: 'ltr' });
    expect(placed[1]?.transform[5]).toBe(700);
  });

  it('is below a label that stands above it, after the whole row of labels', () => {
    const labels = [drawn('First name', 60, 700), drawn('Last name', 260, 700), drawn('End', 60, 600)];
    const fields = [textField('Brandt', [260, 680, 400, 696]), textField('Ada', [60, 680, 200, 696])];
    expect(texts(placeValues(labels, fields))).toEqual(['First name', 'Last name', 'Ada', 'Brandt', 'End']);
  });

  it('is behind its own label in rows that are close, not behind the value above', () => {
    const labels = [drawn('Name:', 60, 700), drawn('Date:', 60, 684), drawn('Place:', 60, 668)];
    const fields = [700, 684, 668].map((y, at) =>
      textField(['Ada', 'Monday', 'Dover'][at] ?? '', [160, y - 3, 300, y + 11]),
    );
    expect(texts(placeValues(labels, fields)).join(' ')).toBe('Name: Ada Date: Monday Place: Dover');
  });

  it('is before the words of a box that was ticked', () => {
    const words = [drawn('Pilot on board', 80, 700), drawn('Cargo declared', 80, 680)];
    expect(texts(placeValues(words, [tickBox([60, 677, 72, 689])]))).toEqual([
      'Pilot on board',
      '☑',
      'Cargo declared',
    ]);
  });

  it('is found on a page that is turned for reading', () => {
    const turned = (str: string, x: number, y: number): DrawnItem => ({
      ...drawn(str, x, y),
      transform: [0, 11, -11, 0, x, y],
    });
    const words = [turned('Name:', 100, 60), turned('Date:', 130, 60)];
    const placed = placeValues(words, [textField('Ada', [90, 160, 106, 300], { rotation: 90 })]);
    expect(texts(placed)).toEqual(['Name:', 'Ada', 'Date:']);
    expect(placed[1]?.transform).toEqual([0, 11, -11, 0, 100, 162]);
  });

  it('is not taken twice where the page draws it too', () => {
    const words = [...page, drawn('Ada Brandt', 162, 698)];
    expect(texts(placeValues(words, [textField('Ada Brandt', [160, 694, 360, 710])]))).toEqual(texts(words));
  });

  it('stays within its field, line by line', () => {
    const value = 'A remark that is longer than its field and therefore goes on in a second line of it';
    const placed = placeValues([], [textField(value, [60, 600, 260, 660], { multiLine: true })]);
    expect(placed.length).toBeGreaterThan(1);
    expect(texts(placed).join(' ')).toBe(value);
    for (const { transform, width } of placed) {
      expect((transform[4] ?? 0) + width).toBeLessThanOrEqual(260);
      expect(transform[5]).toBeGreaterThanOrEqual(600);
      expect(transform[5]).toBeLessThanOrEqual(660);
    }
  });
});
