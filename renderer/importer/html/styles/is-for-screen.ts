/** The window in which a page is taken to be read, CSS pixels: the importer's own page has no size. */
export const WINDOW_PX = { width: 1280, height: 800 } as const;
export const PIXELS_PER_EM = 16;

const pixelsOf = (value: string, unit: string): number =>
  Number(value) * (/^r?em$/.test(unit) ? PIXELS_PER_EM : 1);

const holdsFor = (query: string): boolean => {
  if (/\bprint\b|\bspeech\b|prefers-|orientation\s*:\s*portrait|hover\s*:\s*none/.test(query))
    return /^not\b/.test(query);
  const limits = [...query.matchAll(/\b(min|max)-(width|height)\s*:\s*([\d.]+)(px|r?em)/g)];
  const holds = limits.every(([, kind, side, value = '', unit = '']) => {
    const size = side === 'height' ? WINDOW_PX.height : WINDOW_PX.width;
    return kind === 'min' ? size >= pixelsOf(value, unit) : size <= pixelsOf(value, unit);
  });
  return holds !== /^not\b/.test(query);
};

/** Whether a list of media queries holds for a page that is read on a screen of ordinary size. */
export const isForScreen = (mediaText: string): boolean =>
  mediaText.trim() === '' ||
  mediaText
    .toLowerCase()
    .split(',')
    .some((query) => holdsFor(query.trim()));
