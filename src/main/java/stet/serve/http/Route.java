package stet.serve.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Which requests are answered by whom.
 *
 * @param method {@code GET} answers {@code HEAD}, too
 * @param pattern the path, its parts parted by slashes; a part in braces stands for any one part,
 *     and one that ends in dots, the last, for all that follows as it was sent: nothing in it is
 *     decoded, and a query belongs to it
 * @param needs what the one who asks must be allowed
 * @param action answers
 * @param openTo a name of this server under which anybody may make the request, from anywhere and
 *     without being known; empty where the guards hold as for all else
 */
public record Route(String method, String pattern, Role needs, Action action, String openTo) {
  private Route(String method, String pattern, Role needs, Action action) {
    this(method, pattern, needs, action, "");
  }

  /** Answers a request. */
  public interface Action {
    /**
     * @throws HttpProblem when it is refused
     * @throws IOException when what is asked for cannot be read
     */
    Answer answer(Asked asked) throws IOException;
  }

  /** A request that reads. */
  public static Route get(String pattern, Role needs, Action action) {
    return new Route("GET", pattern, needs, action);
  }

  /** A request that changes something. */
  public static Route post(String pattern, Action action) {
    return write("POST", pattern, action);
  }

  /** A request that changes something, by that method. */
  public static Route write(String method, String pattern, Action action) {
    return new Route(method, pattern, Role.EDITOR, action);
  }

  /**
   * A request of another server, which has no login. Nobody's rights are used in it: it is answered
   * without a look at who asks, so what it may do has to be shown by the request itself.
   *
   * @param name of this server, lower case, as the other one knows it
   */
  public static Route open(String method, String pattern, String name, Action action) {
    return new Route(method, pattern, Role.NOBODY, action, name);
  }

  /** Whether it is answered before the guards. */
  boolean isOpen() {
    return !openTo.isEmpty();
  }

  /** What stands before a part that is taken as it was sent; empty where there is none. */
  Optional<String> verbatim() {
    return pattern.endsWith("...}")
        ? Optional.of(pattern.substring(0, pattern.lastIndexOf('{')))
        : Optional.empty();
  }

  boolean isAt(List<String> path) {
    String[] parts = pattern.isEmpty() ? new String[0] : pattern.split("/", -1);
    if (parts.length != path.size()) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].startsWith("{") && !parts[i].equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
