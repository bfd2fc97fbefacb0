import type { ControversyView, MyControversy, MyTeam, StepView } from '../contract';
import type { Told } from '../seat/told';
import { erasedWords } from './erased';
import { fieldOf, formOf, isSaved, read, says, type Slot } from './form';
import { named, TITLES } from './phases';
import { namesOf, other, pairWords } from './teams';
import { roleOf, turnTitle } from './turns';

/** What the seat must know of this step wherever the student looks. */
export const tells: Told = {
  news(step, before, now) {
    const [was, is] = [before.class.open[step], now.class.open[step]];
    const [had, has] = [before.my.steps[step], now.my.steps[step]];
    if (was?.kind !== 'controversy' || is?.kind !== 'controversy' || had?.kind !== 'controversy' || has?.kind !== 'controversy') return [];
    const name = (side: string) => now.class.positions[side]?.name ?? side;
    return heard(was, is, had, has, now.my.id, name).map((says) => ({ says }));
  },

  unsent(step, me, drafts) {
    const mine = me.steps[step];
    const team = mine?.kind === 'controversy' ? mine.team : undefined;
    const beginning = `controversy/${step}/`;
    return drafts.unsent(beginning).flatMap(({ field, text: draft }) => {
      const [what, more = '', side] = field.slice(beginning.length).split('/');
      if (what === 'notes') return [];
      if (what === 'say') return [{ field, text: draft }];
      const form = read(draft, { text: '', quotations: [], version: 0 });
      const entry = team?.entries[what ?? ''];
      const slot: Slot = what === 'new' ? { part: more as Slot['part'], ...(side && { side }) } : { part: entry?.part ?? 'reason', entry: what ?? '' };
      const isThere = (entry && says(formOf(entry)) === says(form)) || (team && isSaved(slot, form, team, me.id));
      const text = [form.text.trim(), ...form.quotations.map(({ exact }) => `“${exact}”`)].filter(Boolean).join('\n\n');
      return isThere || !text ? [] : [{ field, text }];
    });
  },

  within: (view: StepView) => (view.kind !== 'controversy' ? '' : view.stopped ? 'stopped for today' : TITLES[view.phase].toLowerCase()),

  nameOf({ kind }) {
    switch (kind) {
      case 'controversy.saveEntry': return 'what you wrote for your team';
      case 'controversy.dropEntry': return 'that you took something off';
      case 'controversy.present': return 'that your pair presented';
      case 'controversy.restate': return 'that your pair restated what it heard';
      case 'controversy.accept': return 'that it was stated fairly';
      case 'controversy.sendBack': return 'your note to the other pair';
      case 'controversy.signOff': return 'how far you go along';
      default: return undefined;
    }
  },

  fieldOf: ({ step, part, side, entry }) => fieldOf(step, { part, ...(side !== undefined && { side }), ...(entry !== undefined && { entry }) }),
};

/** What changed for this student, most important first. */
export function heard(was: ControversyView, is: ControversyView, had: MyControversy, has: MyControversy, me: string, name: (side: string) => string): string[] {
  const [before, now] = [had.team, has.team];
  const said: string[] = [];
  if (was.stopped !== is.stopped) said.push(is.stopped ? 'Stopped for today. Everything is kept.' : 'The controversy goes on.');
  if (!now) return said;
  if (!before || before.number !== now.number || before.pair !== now.pair) return [...said, newTeam(now, me, name)];
  if (before.phase !== now.phase) return [...said, newPhase(now, name)];
  if (before.absent !== now.absent) said.push(now.absent ? 'You are marked as not here.' : 'You are part of your team again.');
  if ((before.clock.stoppedMs === undefined) !== (now.clock.stoppedMs === undefined) && !is.stopped && !was.stopped) said.push(now.clock.stoppedMs === undefined ? 'Your team’s time runs again.' : 'Your team’s time stands still.');
  else if (before.clock.offsetMs < now.clock.offsetMs) said.push('Your team has more time.');
  return [...said, ...turns(before, now, me), ...entries(before, now, me), ...signing(before, now)];
}

function newTeam(team: MyTeam, me: string, name: (side: string) => string): string {
  const partners = named(namesOf(team, team.pair, me));
  return `You are in team ${team.number}${partners ? ` with ${partners}` : ''}. Your side by lot: ${name(team.assignedSide)}.`;
}

function newPhase(team: MyTeam, name: (side: string) => string): string {
  return `Now: ${TITLES[team.phase]}.${team.sideNow === undefined ? '' : ` Assigned to you: ${name(team.sideNow)}.`}`;
}

function turns({ presenting: was }: MyTeam, team: MyTeam, me: string): string[] {
  const is = team.presenting;
  if (!is || (was && was.turn === is.turn && was.stage === is.stage && was.round === is.round)) return [];
  return [`${turnTitle(roleOf(is, team.pair), pairWords(team, other(team.pair), me), is.round > 0)}.`.replace(/\?\.$/, '?')];
}

function entries(was: MyTeam, is: MyTeam, me: string): string[] {
  const who = (id: string) => is.members[id]?.name ?? 'A partner';
  const changed = is.entryOrder.flatMap((id): string[] => {
    const [old, entry] = [was.entries[id], is.entries[id]];
    if (!entry) return [];
    if (entry.feedback && !old?.feedback) return [`Your teacher sent a text back to you: ${entry.feedback.sentence}`];
    if (old?.held && !entry.held && !entry.feedback && entry.author === me && entry.version === old.version) return ['Your teacher has looked at your text. Your team reads it now.'];
    return entry.savedBy === me || entry.version === old?.version ? [] : [`${who(entry.savedBy)} saved: ${entry.text}`];
  });
  const dropped = was.entryOrder.filter((id) => is.entries[id] === undefined && was.entries[id]?.author === me).length;
  if ((is.erased ?? 0) > (was.erased ?? 0)) return [...changed, erasedWords(is.erased)];
  return dropped > 0 ? [...changed, 'A text of yours is no longer there.'] : changed;
}

function signing(was: MyTeam, is: MyTeam): string[] {
  if (was.signed && !is.signed) return ['The statement has changed. Say again how far you go along.'];
  return is.consents && !was.consents ? ['Everybody in your team has said how far they go along.'] : [];
}
