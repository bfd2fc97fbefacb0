import type { MyReflection, ReflectionView } from '../contract';
import { hasHidden, tooLong } from '../parts/limit';

export const MAX_TEXT = 2000;

/** Why this answer cannot be saved as it is. */
export function problem(text: string): string | undefined {
  return tooLong(text, MAX_TEXT) ?? (hasHidden(text) ? 'There are characters in your answer that cannot be shown. Type that part again.' : undefined);
}

/** What the teacher has, in a sentence. */
export function stored(view: ReflectionView, my: MyReflection): string {
  const answered = view.order.filter((prompt) => my.answers[prompt]).length;
  if (answered === 0) return 'No answer of yours is saved.';
  return answered === view.order.length ? 'Your teacher has your answers.' : `Your teacher has ${answered} of your ${view.order.length} answers.`;
}
