package stet.report.words;

import java.util.Map;

/**
 * Why a check found no article, in words: what was seen, and no more. An id without a line here is
 * shown as it is.
 */
public final class Reasons {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("empty", "the answer was empty"),
          Map.entry("not-found", "the site said that there is no such page"),
          Map.entry("gone", "the site said that the page is gone for good"),
          Map.entry("legal-reasons", "the site withheld the page for legal reasons"),
          Map.entry("server-error", "the site’s server failed"),
          Map.entry("blocked", "the site did not let the check in"),
          Map.entry("consent", "a consent page or paywall stood in place of the story"),
          Map.entry("cut-off", "the page was cut off by a wall, and showed the story’s beginning"),
          Map.entry("too-large", "the answer was larger than stet reads"),
          Map.entry("not-text", "what came was no text"),
          Map.entry("not-a-page", "what came was no page"),
          Map.entry("no-text", "the page held no running text"),
          Map.entry("redirected-home", "the address led to the site’s front page"),
          Map.entry("redirected-elsewhere", "the address led to another page"),
          Map.entry("no-such-host", "the site’s name was not known to the network"),
          Map.entry("no-connection", "no connection to the site could be made"),
          Map.entry("tls", "the site’s certificate was not acceptable"),
          Map.entry("timeout", "the site did not answer in time"),
          Map.entry("broken-off", "the answer broke off"),
          Map.entry("not-http", "what came was no answer of a web server"),
          Map.entry("robots-disallowed", "the site asks programs not to fetch this page"),
          Map.entry("not-shown", "the browser could not show the page"),
          Map.entry("robots-unreachable", "the site’s rules for programs could not be fetched"),
          Map.entry("withheld", "what the page showed is withheld here"),
          Map.entry("address-refused", "the name led to an address that stet does not ask"));

  private Reasons() {}

  /** A clause for a reason's id, such as {@code the site did not answer in time}. */
  public static String words(String id) {
    return WORDS.getOrDefault(id, id.replace('-', ' '));
  }
}
