import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 wait longer before it optimises a function. A command runs for a second or two, and by default
 * V8 spends a third of that on optimising code that is soon done with. Counted in bytes of bytecode run;
 * V8's own limit is 132 KB. Only Node 20 has the flag: V8 says on the standard error output of every run
 * that it does not know one, so later versions keep their own ways.
 */
const [major] = process.versions.node.split('.');
if (Number(major) === 20) setFlagsFromString('--interrupt-budget=500000');
