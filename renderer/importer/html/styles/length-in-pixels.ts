import { PIXELS_PER_EM, WINDOW_PX } from './is-for-screen.ts';

const pixelsPerUnit: Readonly<Record<string, number>> = {
  px: 1,
  em: PIXELS_PER_EM,
  rem: PIXELS_PER_EM,
  vw: WINDOW_PX.width / 100,
  vh: WINDOW_PX.height / 100,
};

/** A length of a style in CSS pixels, as in a window of ordinary size; NaN for what is none. */
export const lengthInPixels = (value: string): number => {
  const [, number = '', unit = ''] = /^(?:calc\()?([+-]?[\d.]+)(px|r?em|v[wh])\)?$/.exec(value) ?? [];
  return Number.parseFloat(number) * (pixelsPerUnit[unit] ?? Number.NaN);
};
