import { jest } from '@jest/globals';

// In continuous integration a journey, or a race against a clock, may run out of patience because the machine is busy
// with something else. It is tried once more, and the first failure stands in the output, so that it is not forgotten.
if (process.env.CI) jest.retryTimes(1, { logErrorsBeforeRetry: true });
