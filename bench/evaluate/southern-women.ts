/**
 * Who of 18 women came to which of 14 social events in a southern town: the best known two-mode network with known groups. From Davis,
 * Gardner & Gardner, *Deep South* (1941), as in the documentation of UCINET and NetworkX; 89 attendances, rows in the book's order.
 */
export const attendance: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5, 6, 8, 9],
  [1, 2, 3, 5, 6, 7, 8],
  [2, 3, 4, 5, 6, 7, 8, 9],
  [1, 3, 4, 5, 6, 7, 8],
  [3, 4, 5, 7],
  [3, 5, 6, 8],
  [5, 6, 7, 8],
  [6, 8, 9],
  [5, 7, 8, 9],
  [7, 8, 9, 12],
  [8, 9, 10, 12],
  [8, 9, 10, 12, 13, 14],
  [7, 8, 9, 10, 12, 13, 14],
  [6, 7, 9, 10, 11, 12, 13, 14],
  [7, 8, 10, 11, 12],
  [8, 9],
  [9, 11],
  [9, 11],
];

/** The two groups that Davis and his colleagues saw from their interviews; the ninth woman belonged to both. */
export const groupOf = (woman: number): "first" | "second" | "both" => (woman < 8 ? "first" : woman === 8 ? "both" : "second");
