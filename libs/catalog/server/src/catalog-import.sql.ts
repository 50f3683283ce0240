/** Select list that makes a `CatalogImport` of a row of `catalog_import run`; the problems stay where they are. */
export const catalogImportColumns = `run.id, run.feed_key as "feedKey", run.location, run.dry_run as "dryRun", run.state,
  run.started_by_id as "startedById", run.started_at as "startedAt", run.finished_at as "finishedAt", run.processed,
  run.total, run.added, run.changed, run.unchanged, run.removed, run.rejected, run.with_problems as "withProblems",
  jsonb_array_length(run.problems) as "problemCount", run.failure`;
