/** Writes docs/reference/ from the tables that the program itself reads; `--check` only says what would change. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { program } from '../dist/cli/main.js';
import { configKeys } from '../dist/config/keys.js';
import { catalogue } from '../dist/diagnostics/catalogue.js';

const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url));
const pages = { 'commands.md': commands(), 'config.md': config(), 'diagnostics.md': diagnostics() };
const stale = Object.entries(pages).filter(
  ([name, text]) => !existsSync(folder + name) || readFileSync(folder + name, 'utf8') !== text,
);
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`docs/reference/${name} is out of date: run npm run reference`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(folder + name, text);
}

function commands() {
  const variorum = program(() => undefined);
  const sections = variorum.commands.map((command) => {
    command.configureHelp({ helpWidth: 80 });
    return `## variorum ${command.name()}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\`\n`;
  });
  const codes = `## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | the edition has errors (with \`--strict\`: or warnings) |
| 2 | wrong usage |
| 70 | a fault of the program itself; please report it |
| 73 | the outputs cannot be written |
| 75 | another build of the edition is running |
`;
  return `# Commands\n\n${sections.join('\n')}\n${codes}`;
}

function config() {
  const rows = configKeys.map(({ key, type, values, default: value, describes, example }) => {
    const kind = type === 'choice' ? values.map((each) => `\`${each}\``).join(', ') : type;
    const standard = value === undefined ? '–' : `\`${JSON.stringify(value)}\``;
    return `### ${key}\n\n${describes}\n\n- values: ${kind}\n- default: ${standard}\n- example: \`${JSON.stringify(example)}\`\n`;
  });
  return `# The config, variorum.json\n\nThe file stands in the edition’s folder. It is JSON in which comments and trailing commas are allowed. A dotted key is nested: \`text.width\` is \`{ "text": { "width": 72 } }\`.\n\n${rows.join('\n')}`;
}

function diagnostics() {
  const layers = ['xml', 'schema', 'schematron', 'rule', 'xslt', 'output', 'world'];
  const title = {
    xml: 'Reading XML',
    schema: 'Schema',
    schematron: 'Schematron',
    rule: 'The edition’s own consistency',
    xslt: 'Stylesheets',
    output: 'Outputs',
    world: 'Config, disk, other builds',
  };
  const sections = layers.map((layer) => {
    const faults = Object.entries(catalogue).filter(([, fault]) => fault.layer === layer);
    const entries = faults.map(
      ([code, { severity, message, help, explanation }]) =>
        `### ${code}\n\n${severity} · ${escaped(message)}\n\n${explanation}\n${help === undefined ? '' : `\n_${escaped(help)}_\n`}`,
    );
    return entries.length === 0 ? '' : `## ${title[layer]}\n\n${entries.join('\n')}`;
  });
  return `# Diagnostics\n\nEvery code that a command can report. The words in braces are filled in at the place.\n\n${sections.filter((each) => each !== '').join('\n')}`;
}

/** A template's words as they stand, also where Markdown would take `<` or `*` for its own. */
function escaped(text) {
  return text.replace(/[<*_]/g, '\\$&').replaceAll('\n', ' ');
}
