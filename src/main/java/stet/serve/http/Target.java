package stet.serve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.util.URIUtil;

/**
 * What a request asks for (RFC 9112 section 3.2). A path that programs read in different ways is
 * refused, but for one that holds another address as it was sent: of that nothing is decoded here.
 *
 * @param path the parts of the path, decoded
 * @param query the decoded parameters; empty where the query belongs to an address in the path
 */
record Target(List<String> path, Map<String, List<String>> query) {
  /** What the server has to let through so that an address can stand in a path. */
  static final UriCompliance LENIENT =
      UriCompliance.DEFAULT.with(
          "addresses in paths",
          Violation.AMBIGUOUS_EMPTY_SEGMENT,
          Violation.AMBIGUOUS_PATH_SEGMENT,
          Violation.AMBIGUOUS_PATH_SEPARATOR,
          Violation.AMBIGUOUS_PATH_PARAMETER,
          Violation.AMBIGUOUS_PATH_ENCODING,
          Violation.UTF16_ENCODINGS,
          Violation.BAD_UTF8_ENCODING,
          Violation.TRUNCATED_UTF8_ENCODING,
          Violation.BAD_PERCENT_ENCODING,
          Violation.SUSPICIOUS_PATH_CHARACTERS);

  /**
   * @param base the path under which everything lies, as {@link Listening#base()}
   * @param verbatim the beginnings, below it, of paths that hold an address
   * @throws HttpProblem 400 when it makes no sense
   */
  static Target of(HttpURI uri, String base, List<String> verbatim) {
    String path = uri.getPath() == null ? "/" : uri.getPath();
    String query = uri.getQuery();
    for (String beginning : verbatim) {
      String before = base + '/' + beginning;
      if (path.startsWith(before)) {
        List<String> parts = new ArrayList<>(List.of(before.substring(1).split("/")));
        parts.add(path.substring(before.length()) + (query == null ? "" : "?" + query));
        return new Target(parts, Map.of());
      }
    }
    if (UriCompliance.checkUriCompliance(UriCompliance.DEFAULT, uri, null) != null) {
      throw new HttpProblem(400, "The request makes no sense here.");
    }
    return new Target(decoded(uri.getCanonicalPath()), Parameters.of(query == null ? "" : query));
  }

  private static List<String> decoded(String path) {
    List<String> parts = new ArrayList<>();
    if (path != null && path.length() > 1) {
      for (String part : path.substring(1).split("/", -1)) {
        parts.add(URIUtil.decodePath(part));
      }
    }
    return parts;
  }
}
