import { csvOf } from '@sos/platform-web';

type Problem = { identifier: string | null; path: string; message: string };

export const problemsAsCsv = (problems: readonly Problem[]): string =>
  csvOf(
    ['identifier', 'path', 'message'],
    problems.map(({ identifier, path, message }) => [identifier ?? '', path, message]),
  );
