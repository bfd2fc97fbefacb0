import type { DebateView, TeacherDebate } from '../contract';

/** What one student has written in a debate, and what came back. Reading itself is not watched: a mark shows that somebody has read. */
export interface Part {
  posted: number;
  waiting: number;
  toRevise: number;
  onBoard: number;
  /** Posts of theirs on the board that a classmate has answered, or marked. */
  answered: number;
  marked: number;
}

export const NONE: Part = { posted: 0, waiting: 0, toRevise: 0, onBoard: 0, answered: 0, marked: 0 };

/** By student and by side, from what the teacher sees and what the class reads. */
export function takingPart(debate: TeacherDebate, board: DebateView): { students: Record<string, Part>; sides: Record<string, Part> } {
  const answered = new Set(board.order.flatMap((id) => {
    const on = board.cards[id]!.on;
    return on !== undefined && debate.arguments[on]?.participant !== debate.arguments[id]?.participant ? [on] : [];
  }));
  const students: Record<string, Part> = {};
  const sides: Record<string, Part> = {};
  for (const id of debate.order) {
    const { participant, status, card } = debate.arguments[id]!;
    if (status === 'withdrawn' || status === 'removed') continue;
    const shown = board.cards[id];
    const one: Part = {
      posted: 1, waiting: Number(status === 'pending'), toRevise: Number(status === 'returned'), onBoard: Number(shown !== undefined),
      answered: Number(shown !== undefined && answered.has(id)), marked: Number(shown?.marks !== undefined),
    };
    students[participant] = sum(students[participant], one);
    sides[card.side] = sum(sides[card.side], one);
  }
  return { students, sides };
}

function sum(one: Part = NONE, other: Part): Part {
  return {
    posted: one.posted + other.posted, waiting: one.waiting + other.waiting, toRevise: one.toRevise + other.toRevise,
    onBoard: one.onBoard + other.onBoard, answered: one.answered + other.answered, marked: one.marked + other.marked,
  };
}
