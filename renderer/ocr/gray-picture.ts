const WHITE = 255;

/** A greyscale picture: one byte a pixel, row by row from the upper left. */
export type GrayPicture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
};

/** Luma of ITU-R BT.601 in 256ths. */
const grayOf = (red: number, green: number, blue: number): number =>
  (77 * red + 150 * green + 29 * blue) >> 8;

/** Converts pixels to greyscale. Transparent pixels become white, like paper. */
export const grayPicture = ({
  data,
  width,
  height,
}: Pick<ImageData, 'data' | 'width' | 'height'>): GrayPicture => {
  const pixels = new Uint8Array(width * height);
  for (let at = 0, to = 0; at < data.length; at += 4, to += 1) {
    const alpha = data[at + 3] ?? WHITE;
    const gray = grayOf(data[at] ?? WHITE, data[at + 1] ?? WHITE, data[at + 2] ?? WHITE);
    pixels[to] = alpha === WHITE ? gray : WHITE - Math.round(((WHITE - gray) * alpha) / WHITE);
  }
  return { width, height, pixels };
};

/** In the simplest format (PGM, "P5"), which the engine reads without a decoder. */
export const pgmOf = ({ width, height, pixels }: GrayPicture): Uint8Array => {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
};

/** The middle of a picture: a third of its width, a third of its height. */
export const middleOf = ({ width, height, pixels }: GrayPicture): GrayPicture => {
  const [left, top] = [Math.floor(width / 3), Math.floor(height / 3)];
  const [wide, high] = [Math.ceil(width / 3), Math.ceil(height / 3)];
  const middle = new Uint8Array(wide * high);
  for (let row = 0; row < high; row += 1) {
    const from = (top + row) * width + left;
    middle.set(pixels.subarray(from, from + wide), row * wide);
  }
  return { width: wide, height: high, pixels: middle };
};

/** A picture turned clockwise by a quarter. */
const turnedOnce = ({ width, height, pixels }: GrayPicture): GrayPicture => {
  const turned = new Uint8Array(pixels.length);
  for (let row = 0, from = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, from += 1) {
      turned[column * height + height - 1 - row] = pixels[from] ?? WHITE;
    }
  }
  return { width: height, height: width, pixels: turned };
};

/** A picture turned clockwise by this many quarters. */
export const turned = (picture: GrayPicture, quarters: 1 | 2 | 3): GrayPicture => {
  if (quarters === 2) return { ...picture, pixels: picture.pixels.toReversed() };
  const once = turnedOnce(picture);
  return quarters === 1 ? once : turned(once, 2);
};
