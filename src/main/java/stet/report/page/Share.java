package stet.report.page;

/**
 * What a page says of itself to those who link to it (the Open Graph protocol).
 *
 * @param title what it is about
 * @param description what changed, in a sentence
 * @param address where it is published, empty where nobody knows
 * @param picture where its picture is; empty for none
 */
public record Share(String title, String description, String address, String picture) {
  public Share {
    title = Shown.text(title);
    description = Shown.text(description);
  }
}
