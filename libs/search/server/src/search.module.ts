import { Module } from '@nestjs/common';
import { SearchRepository } from './search.repository';
import { SearchResolver } from './search.resolver';

/** One box for everything. */
@Module({ providers: [SearchRepository, SearchResolver] })
export class SearchModule {}
