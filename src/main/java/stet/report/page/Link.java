package stet.report.page;

/**
 * A link within the site.
 *
 * @param href relative address
 * @param text what it says
 */
public record Link(String href, String text) {
  public Link {
    text = Shown.text(text);
  }
}
