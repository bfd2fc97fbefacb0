let wanted: string | undefined;

/** An argument to bring into sight once its board is drawn, such as one that rests on a passage just read. */
export function want(argument: string): void {
  wanted = argument;
}

export function takeWanted(): string | undefined {
  const taken = wanted;
  wanted = undefined;
  return taken;
}
