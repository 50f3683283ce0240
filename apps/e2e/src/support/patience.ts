import { jest } from '@jest/globals';

// A journey clicks through several pages on a machine that may be busy with the other specs.
jest.setTimeout(120_000);
