import type { MyQuiz, QuizView } from '../contract';

/** All questions as numbers: which is on the screen, which is answered. */
export function Overview({ view, my, at, go }: { view: QuizView; my: MyQuiz; at: string | undefined; go: (item: string) => void }) {
  return (
    <nav class="texts" aria-label="Questions">
      {view.order.map((item, n) => {
        const question = view.questions[item];
        if (!question) return null;
        const isAnswered = (my.answers[item]?.length ?? 0) > 0;
        const words = `Question ${n + 1}, ${isAnswered ? 'answered' : 'not answered'}${question.revealed ? ', answer shown' : ''}`;
        return (
          <button key={item} type="button" class={isAnswered ? 'has' : ''} aria-label={words} aria-current={item === at ? 'true' : undefined} onClick={() => go(item)}>
            {n + 1}
          </button>
        );
      })}
    </nav>
  );
}
