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
  'page-image-not-shown': {
    layer: 'rule',
    severity: 'warning',
    message: 'The image of the page, `{path}`, is of a kind that pages cannot show',
    help: 'Save it as JPEG, PNG, WebP, AVIF or GIF, and name that file in `@facs` or `graphic/@url`.',
    explanation:
      'The reading site shows the images that `pb/@facs` names beside the text, and copies them into the output. Browsers show JPEG, PNG, WebP, AVIF and GIF. A TIFF, JPEG 2000 or PDF file becomes a link. Anything else is left out: an SVG or HTML file may carry scripts.',
  },
} as const satisfies Record<string, Fault>;
