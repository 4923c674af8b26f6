package stet.fetch.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import stet.fetch.discovery.Discovery.Candidate;
import stet.text.LanguageTags;

/**
 * Which of a list's candidates a person wants.
 *
 * <p>A pattern is a piece of the address with {@code *} for anything: {@code /politics/} matches
 * anywhere, {@code https://example.org/*-live-*} from the beginning on. Case counts.
 *
 * @param include an address must match one of these, unless there are none
 * @param exclude an address must match none of these
 * @param languages primary language tags, such as {@code de}; a candidate that states another one
 *     is left out, one that states none is kept; empty for all
 * @param limit so many candidates at most, those with the latest stated dates first, 1 or more
 */
public record DiscoveryRules(
    List<String> include, List<String> exclude, List<String> languages, int limit) {
  /** As many as a busy front page and a news sitemap's two days hold. */
  public static final int DEFAULT_LIMIT = 500;

  /** Everything, up to {@link #DEFAULT_LIMIT}. */
  public static final DiscoveryRules ALL =
      new DiscoveryRules(List.of(), List.of(), List.of(), DEFAULT_LIMIT);

  /** The longest pattern that a person could mean. */
  private static final int LONGEST_PATTERN = 500;

  public DiscoveryRules {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    languages = List.copyOf(languages);
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + " is less than 1");
    }
    include.forEach(DiscoveryRules::checked);
    exclude.forEach(DiscoveryRules::checked);
  }

  /** The candidates to track, newest stated date first, those without a date after them. */
  public List<Candidate> choose(Discovery discovery) {
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate c : discovery.candidates()) {
      boolean in = include.isEmpty() || include.stream().anyMatch(p -> matches(p, c.uri()));
      boolean out = exclude.stream().anyMatch(p -> matches(p, c.uri()));
      if (in && !out && speaks(c.language())) {
        chosen.add(c);
      }
    }
    chosen.sort(Comparator.comparing((Candidate c) -> c.latest().orElse(Instant.MIN)).reversed());
    return chosen.size() <= limit ? chosen : List.copyOf(chosen.subList(0, limit));
  }

  private boolean speaks(String language) {
    if (languages.isEmpty() || language.isEmpty()) {
      return true;
    }
    return languages.stream().anyMatch(l -> LanguageTags.sameLanguage(l, language));
  }

  private static String checked(String pattern) {
    if (pattern.isBlank() || pattern.length() > LONGEST_PATTERN) {
      throw new IllegalArgumentException(
          "a pattern must hold 1 to " + LONGEST_PATTERN + " characters: '" + pattern + "'");
    }
    return pattern;
  }

  /** Each part is looked for behind the part before it; leftmost is always good enough. */
  private static boolean matches(String pattern, String uri) {
    String[] parts = pattern.split("\\*+");
    boolean anchored = pattern.regionMatches(true, 0, "http", 0, 4) && pattern.contains("://");
    if (anchored && !uri.startsWith(parts[0])) {
      return false;
    }
    int from = 0;
    for (String part : parts) {
      int at = uri.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }
}
