const LINE_FEED = 0x0a;
const FROM = [...'From '].map((letter) => letter.charCodeAt(0));
const QUOTE = '>'.charCodeAt(0);

const startsWith = (bytes: Uint8Array, at: number, what: readonly number[]): boolean =>
  what.every((byte, index) => bytes[at + index] === byte);

/** The start of each line of `bytes`. */
function* lineStarts(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at < bytes.length; ) {
    yield at;
    const end = bytes.indexOf(LINE_FEED, at);
    if (end === -1) return;
    at = end + 1;
  }
}

/** Whether the line at `at` is empty. */
const isEmptyLine = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === LINE_FEED || (bytes[at] === 0x0d && bytes[at + 1] === LINE_FEED);

/** A line that a mailbox has escaped, so that it does not begin a mail, in its original form. */
const unquote = (bytes: Uint8Array): Uint8Array => {
  const kept: number[] = [];
  let isQuoted = false;
  for (const at of lineStarts(bytes)) {
    let quotes = 0;
    while (bytes[at + quotes] === QUOTE) quotes += 1;
    if (quotes === 0 || !startsWith(bytes, at + quotes, FROM)) continue;
    kept.push(at);
    isQuoted = true;
  }
  if (!isQuoted) return bytes;
  const dropped = new Set(kept);
  return bytes.filter((_, at) => !dropped.has(at));
};

/**
 * The mails of a mailbox (mboxrd), as bytes. A mail begins with a line "From …" at the start or after an empty line,
 * which is not part of it.
 */
export const splitMailbox = (bytes: Uint8Array): readonly Uint8Array[] => {
  const begins: number[] = [];
  let isAfterEmpty = true;
  for (const at of lineStarts(bytes)) {
    if (isAfterEmpty && startsWith(bytes, at, FROM)) begins.push(at);
    isAfterEmpty = isEmptyLine(bytes, at);
  }
  return begins.map((at, index) => {
    const mail = bytes.subarray(at, begins[index + 1] ?? bytes.length);
    return unquote(mail.subarray(mail.indexOf(LINE_FEED) + 1));
  });
};
