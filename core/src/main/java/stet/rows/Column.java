package stet.rows;

/**
 * A column of a table.
 *
 * @param name the same in all forms
 * @param type what it holds
 * @param meaning for docs/EXPORT.md
 */
public record Column(String name, ColumnType type, String meaning) {}
