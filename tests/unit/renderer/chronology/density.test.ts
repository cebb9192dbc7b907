/** The strip above the chronology: bins of the calendar that stay few and have a name, however far events lie apart. */
import { describe, expect, it } from 'vitest';
import { dayInOrder, daysOf } from '#domain/dates/when/edtf.ts';
import { binAt, densityOf, nameOfBin } from '#renderer/chronology/density.ts';

const densityOfDates = (...dates: readonly string[]) =>
  densityOf(
    dates.map((date) => dayInOrder(daysOf(date))),
    dates.map(() => 0),
  );

describe('the density of events', () => {
  it.each([
    [['2024-04-19', '2024-05-02'], 'day', '19 Apr 2024'],
    [['2022-09-26', '2025-08-20'], 'month', 'Sep 2022'],
    [['2010-05', '2024'], 'quarter', 'Q2 2010'],
    [['-0044-03-15', '2024-04-19'], 'century', '101 BC–2 BC'],
    [['Y-170000002', 'Y170000002'], 'ten million years', '180000001 BC–170000002 BC'],
  ] as const)('has few bins of one unit: %s', (dates, unit, first) => {
    const density = densityOfDates(...dates);
    expect(density.unit).toBe(unit);
    expect(density.bins.length).toBeLessThanOrEqual(72);
    const held = density.bins.filter(({ stated }) => stated > 0);
    expect(held.length).toBe(2);
    expect(nameOfBin(unit, density.bins[0]?.firstDay ?? 0)).toBe(first);
    expect(binAt(density, dayInOrder(daysOf(dates[1])))).toBe(density.bins.length - 1);
  });
});
