import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 wait longer before it optimises a function. A command runs for a second or two, and by default
 * V8 spends a third of that on optimising code that is soon done with. Counted in bytes of bytecode run;
 * V8's own limit is 132 KB. Later versions of Node keep their own, because V8 may rename the flag.
 */
const [major] = process.versions.node.split('.');
if (Number(major) <= 24) setFlagsFromString('--interrupt-budget=1000000');
