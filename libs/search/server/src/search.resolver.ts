import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { pageSize, Policy } from '@sos/platform-server';
import { SearchRepository } from './search.repository';
import { SearchResults } from './search.types';

@Resolver()
export class SearchResolver {
  constructor(private readonly repository: SearchRepository) {}

  @Query(() => SearchResults, {
    description: 'Everything that has these words: work, goals, sub-groups, data sources, agencies and people.',
  })
  @Policy('signed in')
  search(
    @Args('text', { description: 'Words, beginnings of words, a reference such as PS-19, or an abbreviation.' })
    text: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 200.' }) first: number,
  ): Promise<SearchResults> {
    return this.repository.search(text, pageSize(first, 20));
  }
}
