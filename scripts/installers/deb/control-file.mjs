/** The control file of a .deb: https://www.debian.org/doc/debian-policy/ch-controlfields.html */

/** The longest line of a description, including the space before it. */
const MAX_LINE = 79;

/**
 * @param {Omit<import('./read-deb-order.mjs').DebOrder, 'compression' | 'afterInstall' | 'afterRemove' | 'output' |
 * 'files'>} order
 * @param {number} bytes the installed size of the files
 * @returns {string}
 */
export function controlFile(order, bytes) {
  const fields = [
    ['Package', order.name],
    ['Version', order.version],
    ['Architecture', order.architecture],
    ['Maintainer', order.maintainer],
    ['Installed-Size', String(Math.ceil(bytes / 1024))],
    ['Depends', order.depends.join(', ')],
    ['Recommends', order.recommends.join(', ')],
    ['Section', order.section],
    ['Priority', order.priority],
    ['Homepage', order.homepage],
    ['Description', [order.synopsis || order.name, ...wrap(order.description)].join('\n')],
  ].filter(([, value]) => value !== '');
  return `${fields.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

/**
 * @param {string} text
 * @returns {string[]} continuation lines of a field
 */
function wrap(text) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    if (line !== '' && line.length + 1 + word.length > MAX_LINE) {
      lines.push(line);
      line = '';
    }
    line += ` ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
