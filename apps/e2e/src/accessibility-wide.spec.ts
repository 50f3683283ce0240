import { describe } from '@jest/globals';
import { describeAccessibility } from './support/describe-accessibility';

describe('at 1280 px, under the content security policy', () => describeAccessibility(1280));
