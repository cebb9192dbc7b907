/** Runs `act` as somebody whom permissions bind: root may read everything. */
export const asOrdinaryUser = async <T>(act: () => Promise<T>): Promise<T> => {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.('nobody');
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
};
