import { GoalEntity } from './goal.entity';
import { HealthDeclarationEntity } from './health-declaration.entity';
import { ObjectiveEntity, ObjectiveFocusItemEntity } from './objective.entity';

/** Every table of the domain. */
export const goalsEntities = [GoalEntity, ObjectiveEntity, ObjectiveFocusItemEntity, HealthDeclarationEntity];
