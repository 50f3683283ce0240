import { useQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';

export const DueCountQuery = graphql(`
  query DueCount {
    myWork {
      overdue {
        id
      }
      dueSoon {
        id
      }
    }
  }
`);

/** Items of the viewer that are overdue or due soon. Without an answer the rail simply has no number. */
export const useDueCount = (): number => {
  const { data } = useQuery(DueCountQuery);
  return data ? data.myWork.overdue.length + data.myWork.dueSoon.length : 0;
};
