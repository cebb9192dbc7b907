import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import styles from '../charts/charts.module.css';
import { FileChart, type FileChartProps } from './FileChart.tsx';
import { inertSvg } from './inert-svg.ts';

/** A PNG has so many pixels for each of the drawing. */
const SCALE = 2;

/** The font of the window's words as part of the file: whoever reads it may not have it. */
const readFontFace = async (): Promise<string> => {
  const bytes = new Uint8Array(await (await fetch(interUrl)).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${btoa(letters)}) format("woff2")}`;
};

/** Draws a chart as a file of its own, out of sight. */
export const drawSvg = async (chart: Omit<FileChartProps, 'height'>): Promise<string> => {
  const fontFace = await readFontFace();
  const board = document.createElement('div');
  board.className = styles.drawingBoard ?? '';
  board.inert = true;
  document.body.append(board);
  const root = createRoot(board);
  const draw = (height: number): void =>
    flushSync(() => root.render(<FileChart {...chart} height={height} />));
  try {
    draw(0);
    const inner = board.querySelector('svg svg')?.getAttribute('height');
    draw(Number(inner ?? 0));
    const drawing = board.querySelector('svg');
    if (drawing === null) throw new Error('Nothing was drawn.');
    return inertSvg(drawing, fontFace);
  } finally {
    root.unmount();
    board.remove();
  }
};

/** A drawing as a picture of pixels. */
export const drawPng = async (svg: string): Promise<Uint8Array<ArrayBuffer>> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture could not be made.');
  return new Uint8Array(await blob.arrayBuffer());
};
