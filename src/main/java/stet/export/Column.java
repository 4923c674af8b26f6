package stet.export;

/**
 * A column of an exported table.
 *
 * @param name as in both formats
 * @param type {@code text}, {@code integer}, {@code number}, {@code boolean}, {@code time} (ISO
 *     8601, UTC) or {@code list} (of texts; in CSV joined by a vertical bar)
 * @param meaning for docs/EXPORT.md
 */
record Column(String name, String type, String meaning) {}
