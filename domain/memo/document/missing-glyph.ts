/** A character that no font of the memo has, and where it stands. */
export type MissingGlyph = {
  /** The character itself, e.g. "😀"; several code points where they are shaped as one. */
  readonly character: string;
  /** e.g. "U+1F600"; several are parted by spaces. */
  readonly codePoint: string;
  /** The title of the section, or "title", "for", … of the head. */
  readonly place: string;
};
