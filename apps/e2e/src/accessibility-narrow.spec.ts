import { describe } from '@jest/globals';
import { describeAccessibility } from './support/describe-accessibility';

describe('at 320 px, under the content security policy', () => describeAccessibility(320));
