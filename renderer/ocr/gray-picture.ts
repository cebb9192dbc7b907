const WHITE = 255;

/** Luma of ITU-R BT.601 in 256ths. */
const grayOf = (red: number, green: number, blue: number): number =>
  (77 * red + 150 * green + 29 * blue) >> 8;

/**
 * Pixels as a picture in grey, in the plainest of formats (PGM, "P5"), which the engine reads without a decoder. What is
 * transparent is the white of paper.
 */
export const grayPicture = ({
  data,
  width,
  height,
}: Pick<ImageData, 'data' | 'width' | 'height'>): Uint8Array => {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const picture = new Uint8Array(head.length + width * height);
  picture.set(head);
  for (let at = 0, to = head.length; at < data.length; at += 4, to += 1) {
    const alpha = data[at + 3] ?? WHITE;
    const gray = grayOf(data[at] ?? WHITE, data[at + 1] ?? WHITE, data[at + 2] ?? WHITE);
    picture[to] = alpha === WHITE ? gray : WHITE - Math.round(((WHITE - gray) * alpha) / WHITE);
  }
  return picture;
};
