package stet.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request, as far as those who answer it need it. */
public final class Asked {
  private final Facts facts;
  private final List<String> path;
  private final Map<String, List<String>> query;
  private final Role role;
  private final String token;
  private final String here;

  /** What the server knows of a request. */
  public interface Facts {
    /** {@code GET}, {@code POST}, … */
    String method();

    /** A header's first value; empty where it is not there. */
    Optional<String> header(String name);

    /** The value of the last header of a name, which the nearest proxy wrote. */
    Optional<String> lastHeader(String name);

    /** The content, which may end, or fail, before it should. */
    InputStream content();

    /** The other side's address. */
    String peer();
  }

  Asked(
      Facts facts,
      List<String> path,
      Map<String, List<String>> query,
      Role role,
      String token,
      String here) {
    this.facts = facts;
    this.path = List.copyOf(path);
    this.query = query;
    this.role = role;
    this.token = token;
    this.here = here;
  }

  /** {@code GET}, {@code POST}, … */
  public String method() {
    return facts.method();
  }

  /** The parts of the path below the server's base, decoded; empty for the root. */
  public List<String> path() {
    return path;
  }

  /** The way from the asked page to the site's first folder: empty, or {@code ../} repeated. */
  public String root() {
    // An address that stands in the path as it was sent has folders, too, as browsers see it.
    String last = path.isEmpty() ? "" : path.get(path.size() - 1).split("\\?", 2)[0];
    long folders = path.size() - 1 + last.chars().filter(c -> c == '/').count();
    return "../".repeat((int) Math.max(0, folders));
  }

  /**
   * The address of the server's first folder, with a slash at its end, as the one who asks reaches
   * it. Its name is one of those that are allowed.
   */
  public String here() {
    return here;
  }

  /** The first value of a parameter; empty where it is not there or blank. */
  public String query(String name) {
    return queries(name).stream().findFirst().orElse("").strip();
  }

  /** All values of a parameter that are not blank. */
  public List<String> queries(String name) {
    return query.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  /** All parameters in the order in which they were given. */
  public Map<String, List<String>> query() {
    return query;
  }

  /** A header's first value; empty where it is not there. */
  public Optional<String> header(String name) {
    return facts.header(name);
  }

  /** What the one who asks may do. */
  public Role role() {
    return role;
  }

  /** What a form of this server has to send along, so that no other site can send it. */
  public String formToken() {
    return token;
  }

  /** The other side's address. */
  public String peer() {
    return facts.peer();
  }

  /**
   * The whole content.
   *
   * @param most bytes
   * @throws HttpProblem 413 when it is longer
   * @throws IOException when it does not arrive
   */
  public byte[] content(int most) throws IOException {
    // What is stated to be too long is not waited for.
    String length = header("Content-Length").orElse("0");
    boolean longer = !length.matches("[0-9]{1,9}") || Integer.parseInt(length) > most;
    byte[] bytes = longer ? new byte[0] : facts.content().readNBytes(most + 1);
    if (longer || bytes.length > most) {
      throw new HttpProblem(413, "What was sent is longer than " + most + " bytes.");
    }
    return bytes;
  }

  /** The content as it comes. */
  public InputStream stream() {
    return facts.content();
  }
}
