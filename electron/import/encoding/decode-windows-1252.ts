/**
 * windows-1252 as the WHATWG Encoding Standard has it: latin-1 but for 0x80 to 0x9F, of which five stay control
 * characters. Written out because Node's TextDecoder takes the whole of it for latin-1 and so loses every curly
 * quotation mark.
 */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Decodes any bytes at all: windows-1252 has no invalid ones. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (control) => HIGH_CONTROLS[control.charCodeAt(0) - 0x80] ?? control);
