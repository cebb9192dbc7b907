import { decodeAddressPart } from '../package/package-parts.ts';
import type { PicturesBeside } from '../picture/embed-pictures.ts';

/** A resource saved with a page: its type, its address, and the id by which a page may refer to it (RFC 2392). */
export type SavedPart = {
  readonly type: string;
  readonly location: string | null;
  readonly id?: string | null;
  readonly bytes: Uint8Array;
};

/** Pictures by address; `base` is the address of the page that refers to them. */
export const picturesByAddress = (parts: readonly SavedPart[], base: string | null): PicturesBeside => {
  const found = new Map<string, Uint8Array>();
  for (const { type, id, location, bytes } of parts) {
    if (!type.startsWith('image/')) continue;
    if (id != null) found.set(`cid:${id}`, bytes);
    if (location !== null) found.set(location, bytes);
  }
  return (address) => {
    const named =
      found.get(address) ??
      found.get(address.replace(/^cid:(.*)$/i, (_, id: string) => `cid:${decodeAddressPart(id)}`));
    if (named !== undefined || base === null || !URL.canParse(address, base)) return named ?? null;
    return found.get(new URL(address, base).href) ?? null;
  };
};
