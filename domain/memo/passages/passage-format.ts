/** The formats in which passages are exported. Each is the ending of its files. */
export const passageFormats = ['jsonld', 'csv', 'md'] as const;
export type PassageFormat = (typeof passageFormats)[number];

/** The format of a file by its ending, in any case; null for another. */
export const passageFormatOf = (fileName: string): PassageFormat | null => {
  const ending = /\.([a-z]+)$/iu.exec(fileName)?.[1]?.toLowerCase();
  return passageFormats.find((format) => format === ending) ?? null;
};
