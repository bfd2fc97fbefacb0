import type { MyView, SaveEntry, SessionCommand, StepView } from '../contract';
import type { Drafts } from '../live/drafts';
import type { News } from './news';
import type { StudentViews } from './step';
import type { UnsentText } from './unsent';

/** What a large step tells the seat about itself once its part is there. */
export interface Told {
  news(step: string, before: StudentViews, now: StudentViews): News[];
  unsent(step: string, me: MyView, drafts: Pick<Drafts, 'unsent'>): UnsentText[];
  /** Where in the step the class is; empty when that is no news. */
  within(view: StepView): string;
  /** What a command was about. */
  nameOf(command: SessionCommand): string | undefined;
  /** The draft from which a text was sent. */
  fieldOf(command: SaveEntry): string;
}

/** By kind of step. */
export const told: Record<string, Told | undefined> = {};
