import { Unanswered } from './outbox';

/** Gives up on an answer that does not come in time. */
export function within<T>(patienceMs: number, call: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Unanswered()), patienceMs);
    void call.then(resolve, reject).finally(() => clearTimeout(patience));
  });
}

/** Asks again while no answer comes, twice after the same time, then each time after twice as long: it may be lost though the connection stands. The first answer counts. */
export function askAgain<T>(firstMs: number, ask: () => Promise<T>): Promise<{ reply: T; sentAt: number }> {
  return new Promise((resolve, reject) => {
    let patience: ReturnType<typeof setTimeout>;
    let asked = 0;
    const once = (patienceMs: number) => {
      const sentAt = Date.now();
      const next = ++asked > 1 ? patienceMs * 2 : patienceMs;
      patience = setTimeout(() => once(next), patienceMs);
      void ask()
        .then((reply) => resolve({ reply, sentAt }), reject)
        .finally(() => clearTimeout(patience));
    };
    once(firstMs);
  });
}
