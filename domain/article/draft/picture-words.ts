/** The name of the file at an address, as its readers would see it; empty where there is none. */
const fileNameOf = (address: string): string => {
  const [, name = ''] = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?([^/?#]*)/i.exec(address) ?? [];
  try {
    return decodeURIComponent(name);
  } catch {
    // Not encoded as addresses are: shown as it is.
    return name;
  }
};

type Pictured = { readonly alt: string; readonly src?: string };

/** The text that replaces a picture: its description, otherwise a note that it has none and the name of its file. */
export const pictureWords = ({ alt, src = '' }: Pictured): string => {
  if (alt !== '') return `Picture: ${alt}`;
  const fileName = fileNameOf(src);
  return fileName === '' ? 'Picture without a description' : `Picture without a description (${fileName})`;
};

/** The host at an address of the web, without a `www.` before it; empty where there is none. */
export const pictureHost = (src: string): string =>
  /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(src)?.[1]?.toLowerCase() ?? '';
