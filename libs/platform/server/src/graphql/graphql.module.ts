import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Request, Response } from 'express';
import { SessionCookie } from '../http/session-cookie';
import type { Logger } from '../http/logger';
import { requestIdOf } from '../http/request-identity';
import type { Settings } from '../settings';
import { LOGGER, SETTINGS } from '../tokens';
import { ViewerSource } from '../viewer';
import { LoaderRegistry, type HubContext } from './context';
import { formatErrors, referenceErrors } from './errors';
import { finishSchema } from './hub-schema';
import { NodeRegistry, NodeResolver } from './node';
import { DateScalar, DateTimeScalar } from './scalars';

@Global()
@Module({ providers: [NodeRegistry, NodeResolver, DateScalar, DateTimeScalar], exports: [NodeRegistry] })
export class HubGraphqlPartsModule {}

/** Apollo Server over the domains' resolvers, with policy, opaque ids and masking around them. */
export function hubGraphqlModule(): DynamicModule[] {
  const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [SETTINGS, LOGGER, ViewerSource],
    useFactory: (settings: Settings, logger: Logger, viewers: ViewerSource): ApolloDriverConfig => {
      const cookie = new SessionCookie(settings.publicUrl);
      const development = settings.environment !== 'production';
      return {
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        fieldResolverEnhancers: [],
        introspection: development,
        includeStacktraceInErrorResponses: false,
        csrfPrevention: true,
        graphiql: false,
        playground: false,
        parseOptions: { maxTokens: 4_000 },
        transformSchema: finishSchema,
        formatError: formatErrors(logger),
        plugins: [
          ApolloServerPluginCacheControlDisabled(),
          ApolloServerPluginUsageReportingDisabled(),
          ApolloServerPluginLandingPageDisabled(),
          referenceErrors,
        ],
        context: async ({ req, res }: { req: Request; res: Response }): Promise<HubContext> => {
          const sessionToken = cookie.read(req);
          return {
            viewer: sessionToken ? await viewers.find(sessionToken) : null,
            sessionToken,
            requestId: requestIdOf(req),
            request: req,
            response: res,
            loaders: new LoaderRegistry(),
          };
        },
      };
    },
  });
  return [{ module: HubGraphqlPartsModule, global: true }, graphql];
}
