package stet.json;

/**
 * A setting of a collection.
 *
 * @param value as text; empty where it has none
 * @param origin {@code default}, or the file that states it
 */
public record Setting(String name, String value, String origin) {}
