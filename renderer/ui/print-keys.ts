const isMac = (): boolean => navigator.platform.startsWith('Mac');

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const otherSigns: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const keySigns: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Escape: 'Esc',
};

/** A shortcut of the command table (`Mod+Shift+C`) as this platform prints it. */
export const printKeys = (keys: string, onMac = isMac()): string => {
  // The plus sign is a key too: "Mod++" is Mod and "+".
  const parts = keys.split(/\+(?!$)/);
  const signs = onMac ? macSigns : otherSigns;
  const printed = parts.map((part) => signs[part] ?? keySigns[part] ?? part);
  return printed.join(onMac ? '' : ' ');
};
