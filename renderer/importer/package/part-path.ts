const INSIDE = 'package.invalid';

/** A part of an address in its letters; as it stands where it is not encoded as addresses are. */
export const decodeAddressPart = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * The path of the part that `target` names, "../media/a.png" from the folder of the part `from`; null for an address outside
 * of the package, and for what is no address.
 */
export const partPath = (from: string, target: string): string | null => {
  const base = `https://${INSIDE}/${from}`;
  if (!URL.canParse(target, base)) return null;
  const { host, pathname } = new URL(target, base);
  return host === INSIDE ? decodeAddressPart(pathname.slice(1)) : null;
};
