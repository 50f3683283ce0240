import { Controller, Post, Req, Res } from '@nestjs/common';
import { ContextSource, refuse, type RefusedRequest } from '@sos/platform-server';
import type { Request, Response } from 'express';
import { importingRule } from '../data-source.policy';
import { CatalogUploads, largestUpload, UploadEmptyError, UploadTooLargeError } from './catalog-uploads';

const notSignedIn: RefusedRequest = { status: 401, message: 'Sign in to send a file.', code: 'UNAUTHENTICATED' };
const notAllowed: RefusedRequest = {
  status: 403,
  message: 'Only the workgroup’s staff and administrators import catalogs.',
  code: 'FORBIDDEN',
};
const wrongKind: RefusedRequest = {
  status: 415,
  message: 'A file is sent as application/octet-stream.',
  code: 'BAD_REQUEST',
};
const tooLarge: RefusedRequest = {
  status: 413,
  message: `The file is larger than ${largestUpload / 1024 / 1024} MB. Give its web address instead.`,
  code: 'BAD_REQUEST',
};
const empty: RefusedRequest = { status: 400, message: 'The file is empty.', code: 'BAD_REQUEST' };

/** Takes the file of an import, apart from the API, whose requests are small. Who sends it is asked before it is read. */
@Controller('catalog/uploads')
export class CatalogUploadController {
  constructor(
    private readonly contexts: ContextSource,
    private readonly uploads: CatalogUploads,
  ) {}

  @Post()
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { viewer } = await this.contexts.of(request, response);
    if (!viewer) return hangUp(response, notSignedIn);
    if (!importingRule.allows(viewer, null)) return hangUp(response, notAllowed);
    if (request.headers['content-type'] !== 'application/octet-stream') return hangUp(response, wrongKind);
    if (Number(request.headers['content-length'] ?? 0) > largestUpload) return hangUp(response, tooLarge);
    try {
      const fileName = fileNameOf(request.headers['x-file-name']);
      response.status(201).json({ uploadId: await this.uploads.keep(viewer, fileName, request) });
    } catch (error) {
      if (error instanceof UploadEmptyError) return refuse(response, empty);
      if (error instanceof UploadTooLargeError) return hangUp(response, tooLarge);
      // Its sender has gone: there is nobody to answer.
      if (request.destroyed && !request.complete) return;
      endAfter(response);
      throw error;
    }
  }
}

/** The rest of a refused file is not waited for. */
function hangUp(response: Response, refusal: RefusedRequest): void {
  endAfter(response);
  refuse(response, refusal);
}

function endAfter(response: Response): void {
  response.setHeader('connection', 'close');
  response.once('finish', () => response.socket?.destroySoon());
}

/** Sent percent-encoded, because a header holds no other letters. */
function fileNameOf(header: string | string[] | undefined): string {
  let name = '';
  try {
    name = decodeURIComponent(String(header ?? ''));
  } catch {
    // not encoded as agreed: the file has no name then
  }
  return (
    name
      .replace(/^.*[\\/]/, '')
      // eslint-disable-next-line no-control-regex -- a name is one line
      .replace(/[\u0000-\u001f\u007f]|[\ud800-\udfff](?![\udc00-\udfff])/g, '')
      .trim()
      .slice(0, 200) || 'a chosen file'
  );
}
