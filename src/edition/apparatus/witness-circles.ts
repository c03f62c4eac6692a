import type { Witness } from './witness.ts';

/** The circles in which groups of witnesses name one another: takes away what has no members in turn; what is left lies on a circle or leads into one. */
export function circlesIn(
  list: readonly Witness[],
  members: ReadonlyMap<string, readonly Witness[]>,
): Witness[][] {
  const state = new Map<string, 'open' | 'done'>();
  const circles: Witness[][] = [];
  for (const start of list) {
    const path: { readonly witness: Witness; next: number }[] = [];
    if (!state.has(start.id)) {
      state.set(start.id, 'open');
      path.push({ witness: start, next: 0 });
    }
    while (path.length > 0) {
      const top = path.at(-1)!;
      const member = members.get(top.witness.id)?.[top.next++];
      if (member === undefined) {
        state.set(top.witness.id, 'done');
        path.pop();
      } else if (state.get(member.id) === 'open') {
        const from = path.findIndex((each) => each.witness === member);
        circles.push(path.slice(from).map((each) => each.witness));
      } else if (!state.has(member.id)) {
        state.set(member.id, 'open');
        path.push({ witness: member, next: 0 });
      }
    }
  }
  return circles;
}
