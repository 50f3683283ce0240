import type { DataSourceContent } from '../content.types';
import { deathsSources } from './deaths';
import { deathsSurveillanceSources } from './deaths-surveillance';
import { deathsLocalAndNationalSources } from './deaths-local-and-national';
import { hospitalCareSources } from './hospital-care';
import { emergencyVisitsSources } from './emergency-visits';
import { ambulanceSources } from './ambulance';
import { prescribingSources } from './prescribing';
import { treatmentSources } from './treatment';
import { treatmentProgramsSources } from './treatment-programs';
import { harmReductionSources } from './harm-reduction';
import { drugSupplySources } from './drug-supply';
import { surveysSources } from './surveys';
import { custodySources } from './custody';
import { courtsAndRoadsSources } from './courts-and-roads';
import { populationAndCostsSources } from './population-and-costs';

export const dataSources: DataSourceContent[] = [
  ...deathsSources,
  ...deathsSurveillanceSources,
  ...deathsLocalAndNationalSources,
  ...hospitalCareSources,
  ...emergencyVisitsSources,
  ...ambulanceSources,
  ...prescribingSources,
  ...treatmentSources,
  ...treatmentProgramsSources,
  ...harmReductionSources,
  ...drugSupplySources,
  ...surveysSources,
  ...custodySources,
  ...courtsAndRoadsSources,
  ...populationAndCostsSources,
];
