export { goalsRoutes } from './goals.routes';
export { goalItems, objectiveItems } from './goals.slots';
export { wordingRules } from './words/wordingRules';
