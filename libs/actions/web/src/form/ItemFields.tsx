import { wordingRules } from '@sos/goals-web';
import type { Priority } from '@sos/platform-contract';
import {
  CheckboxField,
  ComboboxField,
  DateField,
  MultiComboboxField,
  Section,
  SelectField,
  SuggestWording,
  TextField,
} from '@sos/platform-ui';
import { choicesOf } from './choices';
import type { ItemFormOptions } from './ItemFormOptions';
import styles from './ItemForm.module.css';
import { fieldLabels, type ItemField } from './itemValues';
import { fieldId, type ItemForm } from './useItemForm';

type ItemFieldsProps = {
  form: ItemForm;
  options: ItemFormOptions;
  /** An item stays in the sub-group that opened it. */
  isNew: boolean;
};

/** The four questions of a S.M.A.R.T. item: what, for what, who, and by when. */
export const ItemFields = ({ form, options, isNew }: ItemFieldsProps) => {
  const { values, change, problemOf, reportDate } = form;
  const choices = choicesOf(options, values);
  const at = (field: ItemField) => ({ id: fieldId(field), label: fieldLabels[field], error: problemOf(field) });
  return (
    <>
      <Section title="What">
        <div className={styles.fields}>
          <TextField
            {...at('title')}
            hint="Specific: begin with a verb, such as “Place naloxone in every shelter with state funding”."
            maxLength={200}
            value={values.title}
            onChange={(title) => change({ title })}
          />
          <SuggestWording
            {...at('description')}
            optional
            hint="Measurable: what will be there when it is done?"
            rows={3}
            suggestions={wordingRules}
            value={values.description}
            onChange={(description) => change({ description })}
          />
          <SuggestWording
            {...at('nextStep')}
            optional
            hint="The first thing that somebody will do."
            suggestions={wordingRules}
            value={values.nextStep}
            onChange={(nextStep) => change({ nextStep })}
          />
        </div>
      </Section>
      <Section title="What it serves">
        <div className={styles.fields}>
          {isNew && (
            <SelectField
              {...at('subGroupId')}
              placeholder="Choose a sub-group"
              options={choices.subGroupId}
              value={values.subGroupId}
              onChange={(subGroupId) => change({ subGroupId, focusItemId: '' })}
            />
          )}
          <SelectField
            {...at('focusItemId')}
            hint={
              values.subGroupId && !values.restricted
                ? 'Every sub-group that carries the focus item sees the item.'
                : values.subGroupId
                  ? 'Only the sub-group that opens it sees the item.'
                  : 'Choose the sub-group first; its focus items come here.'
            }
            placeholder="Choose a focus item"
            options={choices.focusItemId}
            value={values.focusItemId}
            onChange={(focusItemId) => change({ focusItemId })}
          />
          {isNew && (
            <CheckboxField
              label={fieldLabels.restricted}
              hint="For sensitive work: only people with a seat in the sub-group, the workgroup’s chairs and staff will know that it exists. It can be opened to the workgroup later, but not the other way round."
              checked={values.restricted}
              onChange={(restricted) => change({ restricted })}
            />
          )}
          <SelectField
            {...at('goalId')}
            hint="Relevant: the goal that gets nearer when this is done."
            placeholder="Choose a goal"
            options={choices.goalId}
            value={values.goalId}
            onChange={(goalId) => change({ goalId, objectiveId: '' })}
          />
          <SelectField
            {...at('objectiveId')}
            optional
            placeholder="No objective"
            options={choices.objectiveId}
            value={values.objectiveId}
            onChange={(objectiveId) => change({ objectiveId })}
          />
        </div>
      </Section>
      <Section title="Who">
        <div className={styles.fields}>
          <ComboboxField
            {...at('leadAgencyId')}
            hint="Achievable: the agency that can see it through."
            placeholder="Choose an agency"
            options={choices.leadAgencyId}
            value={values.leadAgencyId || null}
            onChange={(leadAgencyId) => change({ leadAgencyId: leadAgencyId ?? '' })}
          />
          <MultiComboboxField
            {...at('supportingAgencyIds')}
            optional
            placeholder="Choose an agency"
            options={choices.supportingAgencyIds.filter(({ value }) => value !== values.leadAgencyId)}
            value={values.supportingAgencyIds}
            onChange={(supportingAgencyIds) => change({ supportingAgencyIds })}
          />
          <MultiComboboxField
            {...at('assigneeIds')}
            optional
            hint="The first one is the owner. Each of them sees it in their work."
            placeholder="Choose a person"
            options={choices.assigneeIds}
            value={values.assigneeIds}
            onChange={(assigneeIds) => change({ assigneeIds })}
          />
        </div>
      </Section>
      <Section title="When">
        <div className={styles.pair}>
          <DateField
            {...at('startOn')}
            optional
            value={values.startOn}
            onChange={(startOn) => change({ startOn })}
            onProblem={(problem) => reportDate('startOn', problem)}
          />
          <DateField
            {...at('dueOn')}
            optional
            hint="Time-bound: a day that the owner can keep."
            value={values.dueOn}
            onChange={(dueOn) => change({ dueOn })}
            onProblem={(problem) => reportDate('dueOn', problem)}
          />
          <SelectField
            {...at('priority')}
            options={choices.priority}
            value={values.priority}
            onChange={(priority) => change({ priority: priority as Priority })}
          />
          <TextField
            {...at('tags')}
            optional
            hint="Parted by commas, at most 10."
            placeholder="naloxone, shelters"
            value={values.tags}
            onChange={(tags) => change({ tags })}
          />
        </div>
      </Section>
    </>
  );
};
