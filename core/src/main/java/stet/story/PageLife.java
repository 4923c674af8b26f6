package stet.story;

import java.util.Locale;
import java.util.Optional;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.capture.WebAddress;
import stet.story.AddressRule.Link;
import stet.timeline.Sighting;

/**
 * What an exchange alone tells about the page, before it is read. The first line that fits decides:
 *
 * <table>
 * <caption>Life of a page</caption>
 * <tr><th>exchange</th><th>what it is</th></tr>
 * <tr><td>no answer came</td><td>the failure: {@code timeout}, {@code robots-disallowed}, …</td></tr>
 * <tr><td>a redirect on the way of a check, or to another address of the same story</td>
 *   <td>{@code redirect}: neither a state of the article nor the lack of it</td></tr>
 * <tr><td>a redirect to a front page</td><td>{@code redirected-home}</td></tr>
 * <tr><td>any other redirect</td><td>{@code redirected-elsewhere}</td></tr>
 * <tr><td>404</td><td>{@code not-found}</td></tr>
 * <tr><td>410</td><td>{@code gone}</td></tr>
 * <tr><td>451</td><td>{@code legal-reasons}</td></tr>
 * <tr><td>402</td><td>{@code consent}: a paywall in place of the story</td></tr>
 * <tr><td>408, 425, 429, 5xx</td><td>{@code server-error}</td></tr>
 * <tr><td>other 4xx</td><td>{@code blocked}</td></tr>
 * <tr><td>200, 203, 304 of a page as it was sent, where a browser showed it, too</td>
 *   <td>{@code sent}: what the browser showed is read in its place</td></tr>
 * <tr><td>200 at the end of redirects that led to another story or a front page</td>
 *   <td>{@code redirected-elsewhere}, {@code redirected-home}</td></tr>
 * <tr><td>200, 203, 304, and saved pages</td><td>the page is read</td></tr>
 * <tr><td>anything else</td><td>{@code not-a-page}</td></tr>
 * </table>
 */
final class PageLife {
  private PageLife() {}

  /** What the exchange tells; empty where the page has to be read. */
  static Optional<Reading.Other> of(Capture capture) {
    if (capture.source() instanceof CaptureSource.Live live && !live.role().ofArticle()) {
      return other("list", "");
    }
    if (capture.exchange() instanceof Exchange.Failed failed) {
      return other(failed.failure().id(), failed.detail());
    }
    if (!(capture.exchange() instanceof Exchange.Http http)) {
      return landing(capture);
    }
    Optional<String> target = redirectTarget(capture);
    if (target.isPresent()) {
      return Optional.of(redirect(capture, target.get()));
    }
    int status = http.status();
    return isPage(http) ? answer(capture) : error(status, http.response().firstLine());
  }

  private static Optional<Reading.Other> answer(Capture capture) {
    boolean sent =
        capture.source() instanceof CaptureSource.Live live
            && live.role() == CaptureSource.Role.SENT;
    return sent ? other(Sighting.SENT, "") : landing(capture);
  }

  private static Optional<Reading.Other> error(int status, String line) {
    return switch (status) {
      case 402 -> other("consent", "the server asks for payment: " + line);
      case 404 -> other("not-found", "the server answered " + line);
      case 410 -> other("gone", "the server says that it is gone for good: " + line);
      case 408, 425, 429 -> other("server-error", "the server answered " + line);
      case 451 -> other("legal-reasons", "withheld for legal reasons: " + line);
      default ->
          status >= 500
              ? other("server-error", "the server answered " + line)
              : other(status >= 400 ? "blocked" : "not-a-page", "the server answered " + line);
    };
  }

  private static Optional<Reading.Other> other(String reason, String detail) {
    return Optional.of(new Reading.Other(reason, detail));
  }

  private static Reading.Other redirect(Capture capture, String target) {
    String from = ArticleIdentity.normalise(capture.uri());
    String to = ArticleIdentity.normalise(target);
    Optional<AddressRule> rule = AddressRule.judge(from, to, Link.REDIRECT);
    boolean moved = rule.isPresent() && rule.get().oneStory();
    if (moved || capture.source() instanceof CaptureSource.Live) {
      // A change of scheme or host alone is no news; an address with another name is.
      boolean news = moved && rule.get() != AddressRule.VARIANT;
      return new Reading.Other(Sighting.REDIRECT, news ? to : "");
    }
    return away(rule, to);
  }

  /** Where a check ended that began at another address. */
  private static Optional<Reading.Other> landing(Capture capture) {
    if (!(capture.source() instanceof CaptureSource.Live live)) {
      return Optional.empty();
    }
    Optional<AddressRule> rule = landingRule(live, capture);
    String to = ArticleIdentity.normalise(capture.uri());
    return rule.isEmpty() || rule.get().oneStory() ? Optional.empty() : Optional.of(away(rule, to));
  }

  /** Whether a check ended at a page that may be the same story under a name without likeness. */
  static boolean landedUnderAnotherName(Capture capture) {
    return capture.source() instanceof CaptureSource.Live live
        && (live.role() == CaptureSource.Role.SHOWN
            || live.role() == CaptureSource.Role.PAGE && isPage(capture.exchange()))
        && landingRule(live, capture).filter(AddressRule::yieldsToText).isPresent();
  }

  private static boolean isPage(Exchange exchange) {
    return exchange instanceof Exchange.Http http
        && (http.status() == 200 || http.status() == 203 || http.status() == 304);
  }

  private static Optional<AddressRule> landingRule(CaptureSource.Live live, Capture capture) {
    String from = ArticleIdentity.normalise(live.requested());
    String to = ArticleIdentity.normalise(capture.uri());
    return AddressRule.judge(from, to, Link.REDIRECT);
  }

  private static Reading.Other away(Optional<AddressRule> rule, String to) {
    boolean home = rule.isPresent() && rule.get() == AddressRule.FRONT_PAGE;
    return new Reading.Other(
        home ? "redirected-home" : "redirected-elsewhere", "the address leads to " + to);
  }

  /** Where a redirect leads, resolved against its own address; empty where it is none. */
  static Optional<String> redirectTarget(Capture capture) {
    if (!(capture.exchange() instanceof Exchange.Http http)) {
      return Optional.empty();
    }
    return http.location().map(location -> resolve(capture.uri(), location));
  }

  /** As it is fetched, so that the address is that of the capture to which it led. */
  private static String resolve(String base, String location) {
    try {
      return WebAddress.resolved(base, location);
    } catch (IllegalArgumentException e) {
      // A target that is no URI leads nowhere that a rule could accept.
      return "invalid:" + location.toLowerCase(Locale.ROOT);
    }
  }
}
