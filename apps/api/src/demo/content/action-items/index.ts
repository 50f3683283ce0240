import type { ActionItemContent } from '../content.types';

export const actionItems: ActionItemContent[] = [];
