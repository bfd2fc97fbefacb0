import type { TeacherCommand, TeacherView } from '../contract';

/** What the page says about this session besides the view. */
export type Place = { joinUrl: string; wallUrl: string; reportUrl: string; qr: string; antiforgery: string; key: string };

/** Everything a part of the console needs: the view, the hour, and a way to ask for something. */
export type Desk = {
  view: TeacherView;
  place: Place;
  /** Server time, in milliseconds. */
  now: number;
  /** Wall-safe: counts only, for a mirrored screen. */
  safe: boolean;
  /** Resolves to a sentence when refused, and to nothing once it is stored. */
  send: (command: TeacherCommand) => Promise<string | undefined>;
  /** Sends and shows a refusal at the top of the lesson. True once stored. */
  ask: (command: TeacherCommand) => Promise<boolean>;
};

/** A double-click or a held key must not do the next thing as well. */
export function once(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.detail < 2) act();
  };
}
