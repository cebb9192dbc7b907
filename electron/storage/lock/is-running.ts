/** Whether a process with that number runs on this machine, under any user. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it runs as another user.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
};
