/** A process that works for the app beside the main one: requests go in, answers come out. */
export type HelperProcess<Request, Answer> = {
  send(request: Request): void;
  onAnswer(listener: (answer: Answer) => void): void;
  /** Once, however it ends. */
  onExit(listener: () => void): void;
  kill(): void;
};
