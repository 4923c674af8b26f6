package stet.report.page;

/**
 * A label as shown.
 *
 * @param id its name in style sheets and its anchor on the methods page
 * @param disclosure whether it says if the publisher said so, rather than what was changed
 * @param name its name for a reader
 * @param meaning the rule in a sentence
 * @param detail what the rule saw here, empty for none
 * @param count how many revisions carry it, where that is counted; 0 otherwise
 */
public record Chip(
    String id, boolean disclosure, String name, String meaning, String detail, int count) {
  public Chip {
    detail = Shown.text(detail);
  }

  /**
   * Its classes in style sheets: of what was changed, only what goes back has a mark of its own.
   */
  public String looks() {
    return disclosure ? "label " + id : id.equals("revert") ? "what what-revert" : "what";
  }
}
