package stet.article;

import java.util.List;

/**
 * One unit of running text. The text has no line breaks, no leading or trailing white space and no
 * run of white space longer than one character, so that a re-indented page is the same page. That
 * holds for the cells of a {@link TableRow} one by one.
 */
public sealed interface Block {
  /** The words; never empty. */
  String text();

  /** The BCP 47 tag where the block's language differs from the article's; empty otherwise. */
  String lang();

  /** The writing direction, {@code ltr} or {@code rtl}: that of the first letter. */
  default String dir() {
    String text = text();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      switch (Character.getDirectionality(text.codePointAt(i))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return "ltr";
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return "rtl";
        }
        default -> {
          // Digits and signs have no direction of their own.
        }
      }
    }
    return "ltr";
  }

  /** A paragraph of running text. */
  record Paragraph(String text, String lang) implements Block {
    public Paragraph(String text) {
      this(text, "");
    }
  }

  /**
   * A heading inside the body.
   *
   * @param level 2 to 6, as HTML numbers headings below the headline
   */
  record Subhead(String text, int level, String lang) implements Block {
    public Subhead(String text, int level) {
      this(text, level, "");
    }
  }

  /** A block quotation. */
  record Quote(String text, String lang) implements Block {
    public Quote(String text) {
      this(text, "");
    }
  }

  /**
   * An entry of a list.
   *
   * @param depth 1 for a list in the body, 2 for a list within its entries, and so on
   * @param ordered whether the list is numbered
   */
  record ListItem(String text, int depth, boolean ordered, String lang) implements Block {
    public ListItem(String text, int depth, boolean ordered) {
      this(text, depth, ordered, "");
    }
  }

  /**
   * A row of a table.
   *
   * @param text its cells in order, parted by tabs; some of them may be empty
   */
  record TableRow(String text, String lang) implements Block {
    private static final String BETWEEN = "\t";

    /**
     * A row of these cells, none of which has a tab in it.
     *
     * @param lang as {@link Block#lang}
     */
    public static TableRow of(List<String> cells, String lang) {
      return new TableRow(String.join(BETWEEN, cells), lang);
    }

    /** The cells, from the first; empty text for empty ones. */
    public List<String> cells() {
      return List.of(text.split(BETWEEN, -1));
    }
  }
}
