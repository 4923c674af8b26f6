package stet.story;

import java.util.Optional;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Digest;
import stet.story.AddressRule.Link;
import stet.timeline.TrackedArticle;

/**
 * Under which address a capture counts, and what it says about which address stands for which. Pure
 * functions of the one capture, so that no order of import can change the answer. The address,
 * first match wins:
 *
 * <ol>
 *   <li>fetched by stet: the address that was to be checked, normalised, wherever redirects led
 *   <li>captured under an http(s) address: that address, normalised
 *   <li>a folder that holds one article: that folder
 *   <li>a loose file whose page states its own address: that address, normalised
 *   <li>a loose file: its name
 * </ol>
 */
public final class ArticleIdentity {
  /** A fragment that tells apart folders which state one address; see the folder layout. */
  private static final String FOLDER_FRAGMENT = "stet-folder=";

  private static final String LOOSE_FILE = "urn:stet:file:";
  private static final String FOLDER = "urn:stet:folder:";

  private static final int KEY_LENGTH = 12;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private ArticleIdentity() {}

  /** The address under which the capture counts. */
  static String address(Capture capture, Reading reading) {
    if (capture.source() instanceof CaptureSource.Live live) {
      return normalise(live.requested());
    }
    String uri = capture.uri();
    String canonical = canonical(reading);
    return uri.startsWith(LOOSE_FILE) && isStory(canonical) ? normalise(canonical) : normalise(uri);
  }

  /** The address that a page gives for itself; empty where it was none or gives none. */
  private static String canonical(Reading reading) {
    if (reading instanceof Reading.Shown shown) {
      return shown.version().canonicalUrl();
    }
    return reading instanceof Reading.Hidden hidden ? hidden.by().canonical() : "";
  }

  /**
   * That an address stands for another.
   *
   * @param from normalised
   * @param to normalised
   */
  public record Claim(String from, String to, AddressRule rule) {}

  /** What the capture's redirect or canonical link says, whatever the rule says of it. */
  static Optional<Claim> link(Capture capture, Reading reading) {
    if (reading instanceof Reading.Landed && capture.source() instanceof CaptureSource.Live live) {
      return link(normalise(live.requested()), normalise(capture.uri()), Link.REDIRECT);
    }
    return reading instanceof Reading.Shown || reading instanceof Reading.Hidden
        ? link(normalise(capture.uri()), normalise(canonical(reading)), Link.CANONICAL)
        : link(
            normalise(capture.uri()),
            normalise(PageLife.redirectTarget(capture).orElse("")),
            Link.REDIRECT);
  }

  private static Optional<Claim> link(String from, String to, Link link) {
    return !AddressParts.isWeb(from) || from.contains("#")
        ? Optional.empty()
        : AddressRule.judge(from, to, link).map(rule -> new Claim(from, to, rule));
  }

  /** The article of that address. */
  public static TrackedArticle article(String address) {
    return new TrackedArticle(key(address), address, outlet(address));
  }

  /** A canonical link to the front page is a template's mistake, not the story's address. */
  private static boolean isStory(String canonical) {
    return AddressParts.parse(canonical).filter(a -> a.path().length() > 1).isPresent();
  }

  /**
   * Lower case where RFC 3986 says that case does not matter, no default port, no fragment, no
   * tracking parameters; all else stays as it is written, because servers may care.
   */
  public static String normalise(String address) {
    return AddressParts.parse(address)
        .map(
            a ->
                a.fragment().startsWith(FOLDER_FRAGMENT)
                    ? a.withoutFragment() + '#' + a.fragment()
                    : a.withoutFragment())
        .orElse(address);
  }

  private static String outlet(String uri) {
    if (uri.startsWith(LOOSE_FILE) || uri.startsWith(FOLDER)) {
      String rest = uri.substring(uri.indexOf(':', "urn:stet:".length()) + 1);
      return rest.substring(0, Math.max(0, rest.indexOf('/')));
    }
    String host = AddressParts.parse(uri).map(AddressParts::host).orElse(uri);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** Sixty bits of the address's SHA-256 in base32: short, stable, safe in file names. */
  private static String key(String uri) {
    String hex = Digest.of(uri).hex();
    long bits = Long.parseUnsignedLong(hex.substring(0, 16), 16);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < KEY_LENGTH; i++) {
      key.append(BASE32.charAt((int) (bits >>> (59 - 5 * i)) & 31));
    }
    return key.toString();
  }
}
