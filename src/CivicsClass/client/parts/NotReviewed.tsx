/** Beside every text that a teacher added without a review; nothing beside the others. */
export function NotReviewed({ when }: { when: boolean | undefined }) {
  return when ? <span class="tag not-reviewed">Not reviewed</span> : null;
}
