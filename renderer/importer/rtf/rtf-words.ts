/** Control words of RTF that are letters, that say where a group goes, and how its letters are set (Rich Text Format 1.9.1). */
import { plainLook, type RtfLook, type RtfPlace } from './rtf-state.ts';

/** Words, and where the groups go that begin with them. */
export type RtfPlaces = Readonly<Record<string, RtfPlace>>;

export const CHARACTERS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  nbsp: '\u00A0',
  nbhyphen: '\u2011',
  shy: '',
  tab: ' ',
  emspace: '\u2003',
  enspace: '\u2002',
};

export const PLACES: RtfPlaces = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'info',
  title: 'title',
  author: 'author',
  footnote: 'note',
  fldrslt: 'text',
  shptxt: 'text',
  shppict: 'text',
  pict: 'picture',
  ...Object.fromEntries(
    'fldinst colortbl object header headerl headerr headerf footer footerl footerr footerf themedata datastore xmlnstbl listtable listoverridetable list listlevel listoverride lfolevel leveltext levelnumbers liststylename pntxta pntxtb pnseclvl rsidtbl generator bkmkstart bkmkend annotation atnid atnauthor nonshppict template'
      .split(' ')
      .map((name) => [name, 'skip' as const]),
  ),
};

export const isOn = (value: number | null): boolean => value !== 0;

export const looks: Readonly<Record<string, (value: number | null) => Partial<RtfLook>>> = {
  plain: () => plainLook,
  b: (value) => ({ bold: isOn(value) }),
  i: (value) => ({ italic: isOn(value) }),
  strike: (value) => ({ strike: isOn(value) }),
  super: (value) => ({ raised: isOn(value) ? 'sup' : null }),
  sub: (value) => ({ raised: isOn(value) ? 'sub' : null }),
  nosupersub: () => ({ raised: null }),
  v: (value) => ({ isHidden: isOn(value) }),
  revised: (value) => ({ change: isOn(value) ? 'ins' : null }),
  deleted: (value) => ({ change: isOn(value) ? 'del' : null }),
};
