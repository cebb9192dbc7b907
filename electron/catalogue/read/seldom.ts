/** Oftener than that nobody reads it. */
const TELL_EVERY_MS = 250;

/** Tells `tell` at most a few times a second; what comes between is passed over. */
export const seldom = <News>(
  tell: (news: News) => void,
  nowMs: () => number = () => performance.now(),
): ((news: News) => void) => {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (news) => {
    const now = nowMs();
    if (now < toldAt + TELL_EVERY_MS) return;
    toldAt = now;
    tell(news);
  };
};
