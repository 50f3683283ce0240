import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { Database, LOGGER, scopedStream, type Logger } from '@sos/platform-server';
import type { Request, Response } from 'express';
import { exportCatalog, exportTag } from './export-catalog';

/** The public part of the curated catalog, for anybody, as DCAT-US v1.1. */
@Controller('catalog')
export class CatalogExportController {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('data.json')
  async export(@Req() request: Request, @Res() response: Response): Promise<void> {
    const tag = await exportTag(this.database);
    response.setHeader('etag', tag);
    response.setHeader('cache-control', 'public, no-cache');
    response.setHeader('content-type', 'application/json; charset=utf-8');
    if (isKnown(request.headers['if-none-match'], tag)) return void response.status(304).end();
    if (request.method === 'HEAD') return void response.end();
    try {
      await pipeline(scopedStream(exportCatalog(this.database)), response);
    } catch (error) {
      // The head of the answer is gone; breaking off tells the reader that it is incomplete.
      if (!request.destroyed) this.logger.error({ err: error }, 'the catalog export broke off');
      response.destroy();
    }
  }
}

/** Whether the reader has this state already. */
const isKnown = (tags: string | undefined, tag: string): boolean =>
  tags !== undefined && tags.split(',').some((known) => known.trim() === tag || known.trim() === '*');
