import { useState } from 'react';
import {
  Board,
  BoardCard,
  Button,
  Columns,
  DueState,
  HelpWanted,
  Matrix,
  PageHeader,
  PersonList,
  Section,
  SegmentedChoice,
  Separator,
  SharedWith,
  SilenceMark,
  TabLinks,
  workStatusLooks,
} from '../src/index';
import { PreviewFrame } from './PreviewFrame';

const today = '2026-11-20';
const moves = Object.values(workStatusLooks).map(({ word, icon }) => ({ label: word, icon, onSelect: () => {} }));

export const BoardScreen = () => {
  const [view, setView] = useState<'list' | 'board'>('board');
  return (
    <PreviewFrame
      at="Sub-groups"
      count={2}
      admin
      identity={{ name: 'Jordan Whitfield', affiliation: 'Chair, Public Health', initials: 'JW' }}
      breadcrumbs={[{ label: 'Sub-groups', to: '/sub-group' }, { label: 'Public Safety' }]}
    >
      <PageHeader
        eyebrow={
          <>
            Sub-group
            <Separator />
            Since Mar 2021
          </>
        }
        title="Public Safety"
        lede="Treatment, alerts and fair practice where justice and emergency response meet people at risk of overdose."
        actions={
          <>
            <Button>Next meeting, Dec 8</Button>
            <Button variant="primary" icon="plus">
              Add item
            </Button>
          </>
        }
      />
      <TabLinks
        tabs={[
          { label: 'Overview', to: '?tab=overview', current: true },
          { label: 'Focus items', to: '?tab=focus', count: 7 },
          { label: 'Action items', to: '?tab=items', count: 20 },
          { label: 'Members', to: '?tab=members', count: 11 },
          { label: 'Meetings', to: '?tab=meetings' },
        ]}
      />
      <Columns
        main={
          <Section title="Focus items" count="7, of which 5 shared">
            <Matrix
              caption="Focus items and the sub-groups that share them"
              rowHeading="Focus"
              columns={[
                { key: 'hr', label: 'Harm Reduction' },
                { key: 'up', label: 'Upstream Prevention' },
                { key: 'ps', label: 'Public Safety', ours: true },
              ]}
              rows={[
                {
                  key: '1',
                  title: 'Fewer barriers to treatment, and people who stay in it',
                  to: '/focus',
                  in: ['hr', 'ps'],
                  meta: (
                    <>
                      <span>6 items</span>
                      <HelpWanted count={1} />
                    </>
                  ),
                },
                {
                  key: '2',
                  title: 'One communication plan, between agencies and to the public',
                  to: '/focus',
                  in: ['hr', 'up', 'ps'],
                  meta: (
                    <>
                      <span>5 items</span>
                      <SilenceMark lastUpdateOn="2026-10-15" today={today} />
                    </>
                  ),
                },
                {
                  key: '3',
                  title: 'Homeland-security threats from illicit drugs',
                  to: '/focus',
                  in: ['ps'],
                  meta: <span>3 items</span>,
                },
              ]}
            />
          </Section>
        }
        aside={
          <Section title="Members and seats" count="10 of 11">
            <PersonList
              people={[
                {
                  key: '1',
                  initials: 'DO',
                  name: 'Denise Okafor',
                  role: 'chair',
                  affiliation: 'Corrections and Rehabilitation',
                  detail: 'Term ends Jun 30, 2027',
                },
                {
                  key: '2',
                  vacant: true,
                  name: 'Vacant seat',
                  affiliation: 'Board of State and Community Corrections',
                  detail: (
                    <>
                      Vacant since Sep 1. <a href="#name">Name someone</a>
                    </>
                  ),
                },
              ]}
            />
          </Section>
        }
      />
      <Section
        title="Action items"
        count={20}
        end={
          <SegmentedChoice
            label="Show as"
            value={view}
            onChange={setView}
            options={[
              { value: 'list', label: 'List', icon: 'list' },
              { value: 'board', label: 'Board', icon: 'board' },
            ]}
          />
        }
      >
        <Board
          columns={[
            {
              status: 'NOT_STARTED',
              count: 5,
              more: <a href="#more">3 more</a>,
              cards: (
                <>
                  <BoardCard
                    code="PS-31"
                    title="Give Medi-Cal cards before the day of release"
                    to="/item"
                    owner="Luis Ferrer"
                    due={<DueState dueOn="2027-02-26" today={today} />}
                    moves={moves}
                  />
                  <BoardCard
                    code="PS-34"
                    title="Name a deputy for the emerging-contaminants call tree"
                    to="/item"
                    owner="Ana Reyes"
                    due={<DueState dueOn="2026-12-04" today={today} />}
                    moves={moves}
                  />
                </>
              ),
            },
            {
              status: 'IN_PROGRESS',
              count: 1,
              cards: (
                <BoardCard
                  code="PS-27"
                  title="Share lab results on new adulterants within 48 hours"
                  to="/item"
                  detail={<SharedWith names={['Harm Reduction']} />}
                  owner="Linh Tran"
                  due={<DueState dueOn="2027-01-08" today={today} />}
                  moves={moves}
                />
              ),
            },
            {
              status: 'BLOCKED',
              count: 1,
              cards: (
                <BoardCard
                  code="PS-19"
                  title="Agree a standing order for buprenorphine at jail intake"
                  to="/item"
                  detail={<HelpWanted agencyNames={['State and Community Corrections']} />}
                  owner="Ana Reyes"
                  due={<DueState dueOn="2026-11-12" today={today} />}
                  moves={moves}
                />
              ),
            },
            {
              status: 'DONE',
              count: 1,
              cards: (
                <BoardCard
                  code="PS-12"
                  title="Train dispatch to read a naloxone script by phone"
                  to="/item"
                  owner="Kofi Mensah"
                  due={<DueState dueOn="2026-11-13" today={today} done />}
                  moves={moves}
                />
              ),
            },
          ]}
        />
      </Section>
    </PreviewFrame>
  );
};
