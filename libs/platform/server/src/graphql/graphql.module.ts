import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Request, Response } from 'express';
import type { DocumentNode } from 'graphql';
import type { Logger } from '../http/logger';
import { mostTokens } from '../limits/document-guard';
import { KnownOperations } from '../operations/known-operations';
import type { Settings } from '../settings';
import { LOGGER, SETTINGS } from '../tokens';
import { ContextSource } from './context-source';
import { formatErrors } from './errors';
import { finishSchema } from './hub-schema';
import { operationRules } from './operation-rules';
import { AccessQuestions } from '../policy/access-questions';
import { NodeRegistry, NodeResolver } from './node';
import { DateScalar, DateTimeScalar } from './scalars';

/** The pages' own operations, 130 of them, take less than one; the package would keep thirty of anybody's. */
const bytesOfParsedDocuments = 4 * 1024 * 1024;

@Global()
@Module({
  providers: [AccessQuestions, ContextSource, NodeRegistry, NodeResolver, DateScalar, DateTimeScalar],
  exports: [AccessQuestions, ContextSource, NodeRegistry],
})
export class HubGraphqlPartsModule {}

/** Apollo Server over the domains' resolvers, with policy, opaque ids and masking around them. */
export function hubGraphqlModule(): DynamicModule[] {
  const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [SETTINGS, LOGGER, ContextSource, KnownOperations],
    useFactory: (
      settings: Settings,
      logger: Logger,
      contexts: ContextSource,
      known: KnownOperations,
    ): ApolloDriverConfig => {
      const development = settings.environment !== 'production';
      return {
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        fieldResolverEnhancers: [],
        // The framework would answer 200 in place of our 503.
        preserveHttpStatusForExecutionErrors: false,
        introspection: development,
        includeStacktraceInErrorResponses: false,
        csrfPrevention: true,
        // A hash has become its text before Apollo Server sees it: see known-operations.ts.
        persistedQueries: false,
        graphiql: false,
        playground: false,
        documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: bytesOfParsedDocuments }),
        parseOptions: { maxTokens: mostTokens },
        // Each suggestion compares a name with every other; and to a stranger it tells the schema.
        validationOptions: { maxErrors: 10, hideSuggestions: !development },
        transformSchema: finishSchema,
        formatError: formatErrors(logger),
        plugins: [
          ApolloServerPluginCacheControlDisabled(),
          ApolloServerPluginInlineTraceDisabled(),
          ApolloServerPluginUsageReportingDisabled(),
          ApolloServerPluginLandingPageDisabled(),
          operationRules(known),
        ],
        context: ({ req, res }: { req: Request; res: Response }) => contexts.of(req, res),
      };
    },
  });
  return [{ module: HubGraphqlPartsModule, global: true }, graphql];
}
