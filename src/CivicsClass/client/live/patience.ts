import { Unanswered } from './outbox';

/** Gives up on an answer that does not come in time. */
export function within<T>(patienceMs: number, call: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Unanswered()), patienceMs);
    void call.then(resolve, reject).finally(() => clearTimeout(patience));
  });
}

/** Asks again, each time after twice as long, while no answer comes: it may be lost though the connection stands. The first answer counts. */
export function askAgain<T>(firstMs: number, ask: () => Promise<T>): Promise<{ reply: T; sentAt: number }> {
  return new Promise((resolve, reject) => {
    let patience: ReturnType<typeof setTimeout>;
    const once = (patienceMs: number) => {
      const sentAt = Date.now();
      patience = setTimeout(() => once(patienceMs * 2), patienceMs);
      void ask()
        .then((reply) => resolve({ reply, sentAt }), reject)
        .finally(() => clearTimeout(patience));
    };
    once(firstMs);
  });
}
