import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInputRefusal, NotAllowedRefusal, Policy, RetriableInput } from '@sos/platform-server';
import { CatalogImport } from './catalog-feed.types';

@InputType({ description: 'What to import: give one of `url`, `uploadId` and `content`.' })
export class StartCatalogImportInput extends RetriableInput {
  @Field({ description: 'Key of the feed: lower-case letters, digits and hyphens.' }) feedKey: string;
  @Field(() => String, { nullable: true, description: 'Address of the feed.' })
  url?: string | null;
  @Field(() => ID, { nullable: true, description: 'A file that was sent to `/catalog/uploads`; it serves once.' })
  uploadId?: string | null;
  @Field(() => String, { nullable: true, description: 'The text of a small file; a larger one is uploaded.' })
  content?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the file whose text it is.' }) fileName?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Only tell what would change.' })
  dryRun?: boolean | null;
}

@ObjectType({ description: 'The import has begun; follow it by polling `catalogImport`.' })
@Policy('signed in')
export class StartCatalogImportSuccess {
  readonly __typename = 'StartCatalogImportSuccess';
  @Field(() => CatalogImport, { description: 'The running import.' }) catalogImport: CatalogImport;
}

export const StartCatalogImportResult = createUnionType({
  name: 'StartCatalogImportResult',
  description: 'The running import, or why it did not begin.',
  types: () => [StartCatalogImportSuccess, NotAllowedRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type StartCatalogImportResult = StartCatalogImportSuccess | NotAllowedRefusal | InvalidInputRefusal;
