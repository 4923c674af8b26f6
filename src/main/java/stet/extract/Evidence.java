package stet.extract;

/**
 * Which rule found a field.
 *
 * @param field the field's name, such as {@code headline} or {@code updated}
 * @param rule the rule's id
 * @param detail what it saw, for people
 */
public record Evidence(String field, String rule, String detail) {}
