/** A name beside one that is taken: "Report" is followed by "Report (2)", that by "Report (3)". */
export const nextName = (name: string): string => {
  const counted = /^(.*) \((\d+)\)$/u.exec(name);
  return counted === null ? `${name} (2)` : `${counted[1]} (${Number(counted[2]) + 1})`;
};
