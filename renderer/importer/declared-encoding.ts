/** Only the beginning of a page declares its encoding. */
const DECLARED_WITHIN = 2048;

export const isKnownEncoding = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
};

/** The encoding that a page declares; null for none or an unknown one. */
export const declaredEncoding = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN));
  const [, declared] = /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? [];
  return declared !== undefined && isKnownEncoding(declared) ? declared : null;
};
