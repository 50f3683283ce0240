/** What a part of the workgroup is called. */
export const kindWords = {
  SUB_GROUP: { one: 'Sub-group', many: 'Sub-groups' },
  TASK_FORCE: { one: 'Task force', many: 'Task forces' },
} as const;
