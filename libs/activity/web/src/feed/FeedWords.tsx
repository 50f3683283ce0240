import { Fragment } from 'react';
import { Link, useLocation } from 'react-router';
import { piecesOf } from './feedIcon';

type FeedWordsProps = {
  entry: {
    actorLabel: string;
    action: string;
    subjectLabel: string;
    subjectPath: string | null;
  };
};

/** "Ana Reyes posted Blocked on Agree a standing order". The thing whose page this is needs no link. */
export const FeedWords = ({ entry: { actorLabel, action, subjectLabel, subjectPath } }: FeedWordsProps) => {
  const { pathname } = useLocation();
  return (
    <>
      <b>{actorLabel}</b>{' '}
      {piecesOf(action).map(({ text, isState }, place) => (
        <Fragment key={place}>{isState ? <b>{text}</b> : text}</Fragment>
      ))}{' '}
      {subjectPath && subjectPath !== pathname ? <Link to={subjectPath}>{subjectLabel}</Link> : subjectLabel}
    </>
  );
};
