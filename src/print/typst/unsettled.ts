import type { Box } from './galley.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { Plan } from './paginate.ts';

/** Where pages still moved after the last pass. */
export interface Unsettled {
  /** From 1, blank pages counted; nothing where only contents or indexes moved. */
  readonly page: number | undefined;
  /** `v:i` of the first element there that has one. */
  readonly i: number | undefined;
}

/** Finds the first page that two passes after each other made otherwise, or that has a line elsewhere than planned, or what the first reference that moved leads to. */
export function unsettledAt(
  before: Layout,
  after: Layout,
  misplaced: Box | undefined,
  plan: Plan,
  model: Model,
): Unsettled {
  const written = new Map(before.feet.flat().map((page) => [page.page, JSON.stringify(page)]));
  const moved = after.feet.flat().find((page) => written.get(page.page) !== JSON.stringify(page));
  const page = moved?.page ?? plan.pages.find(({ boxes }) => boxes.includes(misplaced!))?.page;
  if (page === undefined) {
    const key = Object.keys(after.refs).find((each) => before.refs[each] !== after.refs[each]) ?? '';
    const target = key.replace(/ \w+$/, '');
    const mark = ['b', 'h', 's', 'x']
      .map((kind) => `${kind}:${target}`)
      .find((each) => model.unitOf.has(each));
    const unit = model.unitOf.get(mark ?? '');
    const on = plan.pages.find(({ boxes }) => boxes.some((box) => box.unit === unit));
    return { page: on?.page, i: unit === undefined ? undefined : model.units[unit]!.i };
  }
  const boxes = plan.pages.find((each) => each.page === page)?.boxes ?? [];
  const from = moved === undefined && misplaced !== undefined ? boxes.indexOf(misplaced) : 0;
  const units = boxes.slice(Math.max(0, from)).map(({ unit }) => model.units[unit]!);
  return { page, i: units.find(({ i }) => i !== undefined)?.i };
}
