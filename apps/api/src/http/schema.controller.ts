import { Controller, Get, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ContextSource } from '@sos/platform-server';
import type { Request, Response } from 'express';
import { printSchema } from 'graphql';

/** The schema as text, for whoever writes a program: signed in or with a token, also where introspection is off. */
@Controller('api')
export class SchemaController {
  constructor(
    private readonly host: GraphQLSchemaHost,
    private readonly contexts: ContextSource,
  ) {}

  @Get('schema.graphql')
  async schema(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { viewer } = await this.contexts.of(request, response);
    if (!viewer) return void response.status(401).json({ message: 'Sign in, or send an access token.' });
    response.type('text/plain; charset=utf-8').send(printSchema(this.host.schema));
  }
}
