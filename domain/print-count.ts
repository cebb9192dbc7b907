/** A count with its noun: "1 passage", "1,200 passages", "2 copies". */
export const printCount = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
