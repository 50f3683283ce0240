type Seat = { person: object | null };

/** A few of many: chairs stand first already; room is kept for the seats that nobody holds. */
export const shownSeats = <Some extends Seat>(seats: readonly Some[], most = 5): Some[] => {
  if (seats.length <= most) return [...seats];
  const vacant = seats.filter(({ person }) => !person).slice(0, 2);
  const filled = seats.filter(({ person }) => person).slice(0, most - vacant.length);
  return [...filled, ...vacant];
};
