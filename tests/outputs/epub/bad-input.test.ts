import { describe } from 'vitest';
import { testStrangeInput } from './strange-input.ts';

// `npm run proof` asks EPUBCheck of each.
describe('a book of faulty or strange input', () => testStrangeInput(async () => []));
