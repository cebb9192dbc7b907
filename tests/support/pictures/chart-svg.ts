/** A chart as in a newspaper, for tests: bars with their months, on a transparent background. */
const heights = [40, 52, 75, 160, 230];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May'];
const bars = heights.map(
  (height, at) =>
    `<rect x="${60 + at * 100}" y="${270 - height}" width="60" height="${height}" fill="#1b5a63"/><text x="${90 + at * 100}" y="292" text-anchor="middle" font-size="14" font-family="sans-serif">${months[at]}</text>`,
);
export const chartSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" width="600" height="300">${bars.join('')}<line x1="40" x2="570" y1="270" y2="270" stroke="#333"/></svg>`;
