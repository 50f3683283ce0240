import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import type { ApolloDriver } from '@nestjs/apollo';
import {
  ContextSource,
  DatabaseAwayFilter,
  dropSlowClients,
  expectBodyWithin,
  FrameworkLogger,
  GraphqlDoor,
  KnownOperations,
  LiveDoor,
  LiveSockets,
  refuse,
  RequestGuards,
  RequestRates,
  requestIdentity,
  ViewerSource,
  withinRequest,
  type RefusedRequest,
} from '@sos/platform-server';
import express, { type NextFunction, type Request, type Response } from 'express';
import { AppModule, type HubParts } from './app.module';
import { answerPolicy, securityHeaders } from './http/security-headers';
import { serveWebApp } from './http/web-app';

const bodyLimit = 256 * 1024;
const tooLarge: RefusedRequest = { status: 413, message: 'The request is larger than 256 KB.', code: 'BAD_REQUEST' };
/** Files may be large and take their time; what takes them bounds both itself. */
const pathOfUploads = '/catalog/uploads';
const unreadable: RefusedRequest = { status: 400, message: 'The request is not readable JSON.', code: 'BAD_REQUEST' };
/** What a JSON answer needs; the long list of {@link securityHeaders} is for the rest. */
const answerHeaders = { 'x-content-type-options': 'nosniff', 'content-security-policy': answerPolicy };

/** Builds the whole hub, API and web app in one process, on a database that is open and migrated. */
export async function createHub(parts: HubParts): Promise<NestExpressApplication> {
  const { settings, logger } = parts;
  const hub = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), {
    logger: new FrameworkLogger(logger),
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  hub.useGlobalFilters(new DatabaseAwayFilter(logger, hub.getHttpAdapter()));
  hub.disable('x-powered-by');
  // An answer to a POST is never asked for again by its tag; making one costs more than the smaller operations.
  hub.disable('etag');
  const identify = requestIdentity(logger);
  openDoor(hub, parts, identify);
  dropSlowClients(hub.getHttpServer(), settings.requestSeconds, hub.get(RequestRates).networkOfSocket);
  hub.use(identify);
  hub.use('/graphql', bareAnswerHeaders);
  hub.use(/^(?!\/graphql$)/, securityHeaders(settings.publicUrl.startsWith('https:')));
  const guards = hub.get(RequestGuards);
  hub.use(refuseWhere((request) => guards.ofRequest(request)));
  hub.use(withinTime(settings.requestSeconds));
  hub.use(express.json({ limit: bodyLimit }));
  hub.use(refuseUnreadableBody);
  hub.use(
    '/graphql',
    refuseWhere((request) => guards.ofBody(request.body) ?? guards.ofBody(request.query)),
  );
  serveWebApp(hub, settings);
  // Behind the files, which are looked for on the disk: what a callback goes on with has no scope.
  hub.use((_request: Request, _response: Response, next: NextFunction) => withinRequest(next));
  return hub;
}

function openDoor(
  hub: NestExpressApplication,
  { settings, logger }: HubParts,
  identify: ReturnType<typeof requestIdentity>,
): void {
  const server = () => ({
    apollo: hub.get<GraphQLModule<ApolloDriver>>(GraphQLModule).graphQlAdapter.instance,
    contexts: hub.get(ContextSource),
    guards: hub.get(RequestGuards),
  });
  const door = new GraphqlDoor({
    bodySeconds: settings.requestSeconds,
    bodyLimit,
    logger,
    identify,
    answerHeaders,
    tooLarge,
    unreadable,
    server,
  });
  door.standBefore(hub.getHttpServer());
  const live = new LiveDoor({
    publicUrl: settings.publicUrl,
    logger,
    server: () => ({
      guards: hub.get(RequestGuards),
      known: hub.get(KnownOperations),
      schema: hub.get(GraphQLSchemaHost).schema,
      viewers: hub.get(ViewerSource, { strict: false }),
      sockets: hub.get(LiveSockets),
    }),
  });
  live.standAt(hub.getHttpServer());
}

function refuseWhere(refusalOf: (request: Request) => RefusedRequest | null) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const refusal = refusalOf(request);
    if (refusal) refuse(response, refusal);
    else next();
  };
}

function withinTime(seconds: number) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path !== pathOfUploads) expectBodyWithin(seconds, request, response);
    next();
  };
}

function bareAnswerHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.set(answerHeaders);
  next();
}

function refuseUnreadableBody(
  error: { status?: number; type?: string },
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (!error.status || error.status >= 500) return next(error);
  refuse(response, { ...(error.type === 'entity.too.large' ? tooLarge : unreadable), status: error.status });
}
