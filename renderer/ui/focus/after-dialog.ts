/** Runs `act` once a dialog that has just been closed lets the focus go: until then what is behind it takes none. */
export const afterDialog = (act: () => void): void => {
  requestAnimationFrame(() => setTimeout(act, 0));
};
