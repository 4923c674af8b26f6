package stet.report.page;

import java.util.List;

/**
 * A comparison on a page that needs nothing beside it.
 *
 * @param outlet where the article was published
 * @param address its address as shown
 * @param addressHref where the address leads, empty where it is no http(s) address
 * @param proof the captures that both texts were read from
 * @param css the style sheet
 * @param cssDigest its digest as Content Security Policy writes it
 */
public record AloneView(
    DiffView diff,
    String outlet,
    Phrase address,
    String addressHref,
    List<VersionView.Field> proof,
    String css,
    String cssDigest) {
  public AloneView {
    outlet = Shown.text(outlet);
  }
}
