import type { Fault } from '../fault.ts';

/** Faults found while an edition is made ready for rendering. */
export const editionFaults = {
  'rendition-not-shown': {
    layer: 'rule',
    severity: 'info',
    message: '`@{attribute}` asks for “{what}”, which the outputs do not show',
    help: 'Describe the look in CSS, in `@style` or in a `rendition` of the `tagsDecl` that `@rendition` points to.',
    explanation:
      'TEI leaves the words of `@rend` to each project. The outputs know the common ones (`italic`, `bold`, `small-caps`, `superscript`, `right`, `center`, `indent` …) and a safe part of CSS: fonts, spacing, colours, alignment. They never load or run anything, so `url(…)` and the like are left out. The text itself is not touched.',
  },
} as const satisfies Record<string, Fault>;
