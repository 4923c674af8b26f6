package stet.report.page;

import java.util.List;

/**
 * What stands around every page of a site.
 *
 * @param menu links in the head, each from the site's first folder
 * @param policy the content security policy that the page states for itself
 * @param script the pages' script, from the site's first folder; empty for none
 * @param answers whether a server answers to forms
 * @param writes whether who reads may write, too
 */
public record Surround(
    List<Link> menu, String policy, String script, boolean answers, boolean writes) {
  /** A site of files: no script, and nobody who answers. */
  public static final Surround FILES =
      new Surround(
          List.of(
              new Link("index.html", "Latest edits"),
              new Link("days.html", "Days"),
              new Link("search.html", "Search"),
              new Link("outlets.html", "Outlets"),
              new Link("methods.html", "Methods")),
          "default-src 'none'; style-src 'self'; img-src 'self'",
          "",
          false,
          false);

  /** The same around a page that runs one script of the site's own; it still runs no other. */
  public Surround running(String own) {
    return new Surround(menu, policy + "; script-src 'self'", own, answers, writes);
  }
}
