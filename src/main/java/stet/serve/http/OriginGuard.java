package stet.serve.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps other sites from having a reader's browser write here. What a browser says of where a
 * request comes from must be this server; a form must carry its token; data must be of a type that
 * no form of another site can send.
 */
final class OriginGuard {
  static final String FIELD = "token";

  /** The first part of the paths that programs write to. */
  private static final String API = "api";

  /** The beginning of what is a media type at all. */
  private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+*-]+");

  private static final Pattern EXTENSION = Pattern.compile("(?:chrome|moz)-extension://[\\w-]+");

  private OriginGuard() {}

  /**
   * @param host the name that was asked for
   * @param token what a form of ours has to send
   * @param bearer whether the request carries a secret that no browser adds by itself
   * @throws HttpProblem 403 when somebody else may have made the request, 415 when it has no type
   */
  static void check(Asked asked, String host, String token, boolean bearer) {
    Optional<String> origin = asked.header("Origin");
    Optional<String> site = asked.header("Sec-Fetch-Site");
    boolean foreign =
        origin.isPresent() && !isHidden(origin.get(), site, asked) && !sameHost(origin.get(), host)
            || site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none");
    // An extension is a program that sends its own token; without one, any extension may be it.
    boolean extension = bearer && origin.filter(o -> EXTENSION.matcher(o).matches()).isPresent();
    if (foreign && !extension) {
      throw new HttpProblem(403, "Another site asked for this.");
    }
    boolean untyped = asked.header("Content-Type").filter(t -> !t.isBlank()).isEmpty();
    if (!bearer && isForm(asked) && untyped) {
      throw new HttpProblem(415, "What is sent has to say of which type it is, in Content-Type.");
    }
    if (!bearer && isForm(asked) && !Secrets.equal(asked.query(FIELD), token)) {
      throw new HttpProblem(403, "The page was too old. Go back, load it again, and try again.");
    }
  }

  /**
   * Whether the origin was left out for privacy: our pages ask browsers to name no referrer, and
   * then forms of ours come without one, too. Then the browser says otherwise that it is the same,
   * or the form's token does.
   */
  private static boolean isHidden(String origin, Optional<String> site, Asked asked) {
    return origin.equals("null") && (site.isPresent() || isForm(asked));
  }

  private static boolean sameHost(String origin, String host) {
    int scheme = origin.indexOf("://");
    return scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
  }

  /**
   * Whether it is, or might be, the form of a page. Outside the API nothing but forms writes, so
   * that there it matters neither how a request is labelled nor how a browser reads the label.
   */
  static boolean isForm(Asked asked) {
    if (!asked.method().equals("POST")) {
      return false;
    }
    String type = asked.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).strip();
    return !asked.path().stream().findFirst().equals(Optional.of(API))
        || !TYPE.matcher(type).lookingAt()
        || type.startsWith("application/x-www-form-urlencoded")
        || type.startsWith("multipart/")
        || type.startsWith("text/plain");
  }
}
