/** Rows as text, each column as wide as its widest cell; those in `right` end where the others do. */
export function columns(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const width = (column: number): number =>
    Math.max(...rows.map((row) => (row[column] ?? '').length));
  const widths = rows[0]?.map((_, column) => width(column)) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
