import { Args, Info, Int, Query, Resolver } from '@nestjs/graphql';
import { pageSize, Policy, selects } from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import { DataSourceSort } from '../data-source.enums';
import { completenessNeeds } from '../data-source.rules';
import { dataSourceProperties } from '../data-source.sql';
import { DataSourceSearcher } from './data-source-search';
import { facetNames, type SearchParts } from './search.sql';
import { DataSourceFilter, DataSourceSearch } from './search.types';

@Resolver()
export class DataSourceSearchResolver {
  constructor(private readonly searcher: DataSourceSearcher) {}

  @Query(() => DataSourceSearch, {
    description: 'Searches the catalog in plain words, over titles, descriptions, keywords and agencies.',
  })
  @Policy('signed in')
  dataSourceSearch(
    @Args('text', { type: () => String, nullable: true, description: 'What the person wrote; nothing: everything.' })
    text: string | null,
    @Args('filter', { type: () => DataSourceFilter, nullable: true, description: 'Narrows the results.' })
    filter: DataSourceFilter | null,
    @Args('sort', {
      type: () => DataSourceSort,
      nullable: true,
      defaultValue: DataSourceSort.BEST_MATCH,
      description: 'Order of the results.',
    })
    sort: DataSourceSort | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 200.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
    @Args('exactWords', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Search for the words as written, without mending a typo.',
    })
    exactWords: boolean | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DataSourceSearch> {
    return this.searcher.search({
      text: text ?? '',
      filter: filter ?? {},
      sort: sort ?? DataSourceSort.BEST_MATCH,
      first: pageSize(first, 20),
      after: after ?? null,
      exactWords: exactWords ?? false,
      parts: askedParts(info),
    });
  }
}

function askedParts(info: GraphQLResolveInfo): SearchParts {
  const row = (field: string) => selects(info, `edges.node.dataSource.${field}`);
  const needed = new Set(['id', ...dataSourceProperties.filter(row)]);
  if (row('completeness')) completenessNeeds.forEach((property) => needed.add(property));
  if (row('viewerMayEdit')) ['feed', 'stewardAgency'].forEach((property) => needed.add(property));
  const years = selects(info, 'facets.firstYear') || selects(info, 'facets.lastYear');
  return {
    facets: new Set(facetNames.filter((name) => (name === 'years' ? years : selects(info, `facets.${name}`)))),
    titleHighlight: selects(info, 'edges.node.titleHighlight'),
    excerpt: selects(info, 'edges.node.excerpt'),
    properties: dataSourceProperties.filter((property) => needed.has(property)),
  };
}
