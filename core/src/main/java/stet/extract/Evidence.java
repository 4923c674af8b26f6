package stet.extract;

import org.jspecify.annotations.Nullable;
import stet.article.StatedDate;

/**
 * Which rule found a field.
 *
 * @param field the field's name, such as {@code headline} or {@code updated}
 * @param rule the rule's id
 * @param detail what it saw and what came of it, for people
 * @param stated the date that a date's rule read, whether or not it was chosen; null for other
 *     fields
 */
public record Evidence(String field, String rule, String detail, @Nullable StatedDate stated) {
  /** Evidence of a field that is no date. */
  public Evidence(String field, String rule, String detail) {
    this(field, rule, detail, null);
  }
}
