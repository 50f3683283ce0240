import type { VocabularyContent } from './content.types';

export const vocabulary: VocabularyContent[] = [];
