import { describe, expect, it } from 'vitest';
import { readStatedDate } from '#domain/dates/read-stated-date.ts';

describe('readStatedDate', () => {
  it.each([
    '2024-04-22',
    '2024-04-22T10:00:00Z',
    '2024-04-22T10:00:00.123Z',
    '2024-04-22T10:00:00+02:00',
    '2024-04-22T10:00:00',
  ])('keeps the ISO date %s as it was found', (date) => {
    expect(readStatedDate(date)).toBe(date);
  });

  it.each([
    ['2024-04-22T10:00:00+0200', '2024-04-22T10:00:00+02:00'],
    ['2024-04-22 10:00:00', '2024-04-22T10:00:00'],
    ['2024-04-22 10:00:00 UTC', '2024-04-22T10:00:00Z'],
    ['2024-4-2', '2024-04-02'],
    ['2024/04/22', '2024-04-22'],
    ['20240422', '2024-04-22'],
    ['Mon, 22 Apr 2024 09:05:00 GMT', '2024-04-22T09:05:00Z'],
    ['Mon, 22 Apr 2024 9:05:00 -0400', '2024-04-22T09:05:00-04:00'],
    ['Monday, April 22, 2024', '2024-04-22'],
    ['April 22nd, 2024', '2024-04-22'],
    ['Sept. 3, 2024', '2024-09-03'],
    ['22 April 2024', '2024-04-22'],
    ['1st of May 2024', '2024-05-01'],
    ['22 avril 2024', '2024-04-22'],
    ['lundi 1er avril 2024', '2024-04-01'],
    ['Montag, 22. April 2024', '2024-04-22'],
    ['Mo., 3. MÄRZ 2024 10:30', '2024-03-03T10:30'],
    ['22 de abril de 2024', '2024-04-22'],
    ['1º de maio de 2024', '2024-05-01'],
    ['22 kwietnia 2024 r.', '2024-04-22'],
    ['22 апреля 2024 г.', '2024-04-22'],
    ['22 листопада 2024 р.', '2024-11-22'],
    ['22 Nisan 2024', '2024-04-22'],
    ['2024年4月22日', '2024-04-22'],
    ['2024년 4월 22일', '2024-04-22'],
    ['22.04.2024', '2024-04-22'],
    ['04/22/2024', '2024-04-22'],
    ['04/04/2024', '2024-04-04'],
    ['  2024-04-22\n', '2024-04-22'],
  ])('reads %s as %s', (raw, iso) => {
    expect(readStatedDate(raw)).toBe(iso);
  });

  it.each([
    ['April 22, 2024 10:30 AM EDT', '2024-04-22'],
    ['22 April 2024 25:70', '2024-04-22'],
  ])('takes the day of %s alone where the time of day is not plain', (raw, day) => {
    expect(readStatedDate(raw)).toBe(day);
  });

  it.each([
    '',
    'yesterday',
    '04/05/2024',
    '22.04.24',
    '31 February 2024',
    '2024-02-30',
    '2024-13-01',
    '2024-04',
    '2024',
    '22 listopada 2024',
    '31 avril 2024',
    'Mis à jour 22 avril 2024',
    '22 de la semana 2024',
    '2024年13月1日',
    '1713780000',
    'Updated April 22, 2024',
  ])('leaves %j unread', (raw) => {
    expect(readStatedDate(raw)).toBeNull();
  });
});
