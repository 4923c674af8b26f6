package stet.article;

import java.util.List;

/**
 * The author line.
 *
 * @param printed the line as the page prints it, empty when there is none
 * @param authors the names read from it or from the page's metadata, in order
 */
public record Byline(String printed, List<String> authors) {
  /** A page without an author line. */
  public static final Byline NONE = new Byline("", List.of());

  public Byline {
    authors = List.copyOf(authors);
  }

  /** The names joined for showing, or the printed line where no name could be read. */
  public String text() {
    return authors.isEmpty() ? printed : String.join(", ", authors);
  }
}
