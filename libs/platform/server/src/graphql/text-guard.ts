import type { NextFunction, Request, Response } from 'express';
import { unstorableTextPath } from '../text/plain-text';

/** Answers 400, with the place, to text that no database column could hold. */
export function refuseUnstorableText(request: Request, response: Response, next: NextFunction): void {
  const body: unknown = request.body;
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: unknown };
  const inVariables = unstorableTextPath(variables, 'variables');
  const inQuery = typeof query === 'string' && (unstorableTextPath(query) !== null || /\\u(0000|\{0+\})/.test(query));
  if (!inVariables && !inQuery) return next();
  const place = inVariables ?? 'the query text';
  response.status(400).json({
    errors: [
      {
        message: `The text at ${place} has a character that cannot be stored (NUL or half of a character pair). Remove it and send again.`,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
  });
}
