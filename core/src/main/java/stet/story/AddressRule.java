package stet.story;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stet.capture.EnumId;

/**
 * The rules by which a redirect or a canonical link makes two addresses one story's. The first that
 * speaks decides. A link that no rule accepts leaves two stories apart: templates point whole sites
 * at one page, and a removed story's address is often sent on to another story.
 *
 * <table>
 * <caption>Rules in their order</caption>
 * <tr><th>rule</th><th>speaks when</th><th>one story</th></tr>
 * <tr><td>front-page</td><td>the target is a site's front page</td><td>no</td></tr>
 * <tr><td>variant</td><td>the addresses differ only by scheme, {@code www}, mobile or AMP host or
 *   path, file name of an index, closing slash, or parameters of campaigns and views</td><td>yes</td></tr>
 * <tr><td>other-site</td><td>the registrable domains differ, and the paths do too; for a canonical
 *   link the domains alone, since outlets that share stories name each other's copies</td><td>no</td></tr>
 * <tr><td>same-path</td><td>the paths are equal and long enough to name a story, and no parameter
 *   that is dropped looks like a story's number</td><td>yes</td></tr>
 * <tr><td>section</td><td>the target's path names no story: one short word without a number</td><td>no</td></tr>
 * <tr><td>same-number</td><td>both paths hold the same number of five digits or more that is no
 *   date</td><td>yes</td></tr>
 * <tr><td>same-slug</td><td>at least half of the words of both last parts are shared, three or
 *   more</td><td>yes</td></tr>
 * <tr><td>other-story</td><td>nothing above spoke</td><td>no</td></tr>
 * <tr><td>same-text</td><td>section or other-story spoke, or nothing links two addresses that differ
 *   only by scheme, {@code www} or a closing slash; and both addresses showed nearly the same text
 *   ({@link SameText})</td><td>yes</td></tr>
 * </table>
 */
public enum AddressRule {
  FRONT_PAGE(false, (from, to) -> to.segments().isEmpty()),
  VARIANT(true, (from, to) -> from.bare().equals(to.bare())),
  OTHER_SITE(false, (from, to) -> !from.site().equals(to.site()) && !samePath(from, to)),
  SAME_PATH(true, (from, to) -> samePath(from, to) && !from.dropsNumber(to)),
  SECTION(false, (from, to) -> to.namesNoStory()),
  SAME_NUMBER(true, (from, to) -> shared(from.numbers(), to.numbers()) > 0),
  SAME_SLUG(true, AddressRule::sameSlug),
  OTHER_STORY(false, (from, to) -> true),
  /** Never speaks of addresses alone; see {@link TextEvidence}. */
  SAME_TEXT(true, (from, to) -> false);

  /** What leads from one address to the other. */
  public enum Link {
    REDIRECT,
    CANONICAL
  }

  private final boolean oneStory;
  private final BiPredicate<Place, Place> speaks;

  AddressRule(boolean oneStory, BiPredicate<Place, Place> speaks) {
    this.oneStory = oneStory;
    this.speaks = speaks;
  }

  /** Whether both addresses are one story's. */
  public boolean oneStory() {
    return oneStory;
  }

  /**
   * Whether the link was refused by the addresses' looks alone, so that equal text overrules it.
   */
  public boolean yieldsToText() {
    return this == SECTION || this == OTHER_STORY;
  }

  /** The name as stored and shown. */
  public String id() {
    return EnumId.of(this);
  }

  /**
   * The rule that decides.
   *
   * @param from an http(s) address, normalised
   * @param to where it redirects, or what its page names as canonical; empty result where either is
   *     no web address or both are the same
   */
  static Optional<AddressRule> judge(String from, String to, Link link) {
    Optional<Place> a = Place.of(from);
    Optional<Place> b = Place.of(to);
    if (a.isEmpty() || b.isEmpty() || from.equals(to)) {
      return Optional.empty();
    }
    if (link == Link.CANONICAL && !a.get().site().equals(b.get().site())) {
      return Optional.of(a.get().bare().equals(b.get().bare()) ? VARIANT : OTHER_SITE);
    }
    for (AddressRule rule : values()) {
      if (rule.speaks.test(a.get(), b.get())) {
        return Optional.of(rule);
      }
    }
    throw new AssertionError("the last rule always speaks");
  }

  private static boolean samePath(Place from, Place to) {
    return from.segments().equals(to.segments()) && !to.namesNoStory();
  }

  private static int shared(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return both.size();
  }

  private static boolean sameSlug(Place from, Place to) {
    Set<String> a = from.slug();
    Set<String> b = to.slug();
    int shared = shared(a, b);
    return shared >= 3 && 2 * shared >= Math.max(a.size(), b.size());
  }

  /**
   * An address taken apart.
   *
   * @param host without {@code www.} and the like
   * @param segments the path's parts, without those that only name a view of the page
   * @param parameters that may name a story, sorted
   */
  private record Place(String host, List<String> segments, List<String> parameters) {
    private static final Pattern VIEW_HOST =
        Pattern.compile("^(www\\d?|m|mobile|amp|touch|wap)\\.");
    private static final Pattern VIEW_SEGMENT =
        Pattern.compile("amp|amphtml|mobile|print|index|default");
    private static final Pattern VIEW_SUFFIX =
        Pattern.compile("([._-]amp)?(\\.(amp|s?html?|php|aspx?|cms|ece|jsp))*$");
    private static final Pattern VIEW_PARAMETER =
        Pattern.compile(
            "(amp|outputtype|view|print|mobile|nocache|s|ref|src|source|cid|share)(=.*)?");
    private static final Pattern AMP_CACHE =
        Pattern.compile(
            "https?://(?:[^/]+\\.cdn\\.ampproject\\.org/[cv]|www\\.google\\.[^/]+/amp)/(s/)?(.+)");
    private static final Pattern WORD_BREAK = Pattern.compile("[-_+]|%20");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");
    private static final Pattern DATE =
        Pattern.compile("(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])?");

    static Optional<Place> of(String address) {
      Matcher cached = AMP_CACHE.matcher(address);
      String real =
          cached.matches()
              ? (cached.group(1) == null ? "http://" : "https://") + cached.group(2)
              : address;
      return AddressParts.parse(real).map(Place::of);
    }

    private static Place of(AddressParts a) {
      List<String> segments =
          List.of(a.path().toLowerCase(Locale.ROOT).split("/")).stream()
              .map(s -> VIEW_SUFFIX.matcher(s).replaceFirst(""))
              .filter(s -> !s.isEmpty() && !VIEW_SEGMENT.matcher(s).matches())
              .toList();
      List<String> parameters =
          AddressParts.parameters(a.query()).stream()
              .filter(p -> !VIEW_PARAMETER.matcher(p.toLowerCase(Locale.ROOT)).matches())
              .sorted()
              .toList();
      return new Place(VIEW_HOST.matcher(a.host()).replaceFirst(""), segments, parameters);
    }

    /** What is the same in all views of one page. */
    String bare() {
      return host + "/" + String.join("/", segments) + "?" + String.join("&", parameters);
    }

    /** The registrable domain, or the host where there is none. */
    String site() {
      String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
      return domain == null ? host : domain;
    }

    boolean namesNoStory() {
      if (segments.isEmpty()) {
        return parameters.isEmpty();
      }
      String last = segments.get(segments.size() - 1);
      boolean story = words(last).size() >= 3 || last.chars().anyMatch(Character::isDigit);
      return !story && parameters.isEmpty() && segments.size() <= 2;
    }

    /**
     * Whether a parameter with a number in it, which may be the story's, is missing in the other.
     */
    boolean dropsNumber(Place other) {
      return parameters.stream()
          .filter(p -> !other.parameters.contains(p))
          .anyMatch(p -> p.chars().anyMatch(Character::isDigit));
    }

    Set<String> numbers() {
      Set<String> numbers = new HashSet<>();
      Matcher m = LONG_NUMBER.matcher(String.join("/", segments));
      while (m.find()) {
        if (!DATE.matcher(m.group()).matches()) {
          numbers.add(m.group());
        }
      }
      return numbers;
    }

    Set<String> slug() {
      return segments.isEmpty() ? Set.of() : words(segments.get(segments.size() - 1));
    }

    private static Set<String> words(String segment) {
      return WORD_BREAK
          .splitAsStream(segment)
          .filter(w -> !w.isEmpty() && !LONG_NUMBER.matcher(w).matches())
          .collect(Collectors.toSet());
    }
  }
}
