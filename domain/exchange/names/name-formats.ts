/** The formats in which names are exported. */
export const nameFormats = ['csv', 'ftm', 'stix'] as const;
export type NameFormat = (typeof nameFormats)[number];

/** What each is called, what it is for, and how the names of its files end. */
export const nameFormatTable: Readonly<
  Record<NameFormat, { readonly name: string; readonly says: string; readonly ending: string }>
> = {
  csv: { name: 'Table', says: 'CSV, for a spreadsheet', ending: 'csv' },
  ftm: { name: 'FollowTheMoney', says: 'One entity a line, for investigation tools', ending: 'ftm.json' },
  stix: { name: 'STIX 2.1', says: 'A bundle, for threat intelligence platforms', ending: 'stix.json' },
};

/** The format of a file by its ending, in any case; null for another. */
export const nameFormatOf = (fileName: string): NameFormat | null => {
  const name = fileName.toLowerCase();
  return nameFormats.find((format) => name.endsWith(`.${nameFormatTable[format].ending}`)) ?? null;
};
