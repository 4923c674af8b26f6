package stet.serve.http;

import java.util.Collection;

/** A request that is refused, with what the one who asked is told (RFC 9457). */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String allowed;

  /**
   * @param status of the answer, 400 to 599
   * @param detail one sentence for a person
   */
  public HttpProblem(int status, String detail) {
    this(status, detail, "");
  }

  private HttpProblem(int status, String detail, String allowed) {
    super(detail, null, false, false);
    this.status = status;
    this.allowed = allowed;
  }

  /**
   * The method is not answered there.
   *
   * @param methods those that are, in order
   */
  static HttpProblem notAllowed(Collection<String> methods) {
    String allowed = String.join(", ", methods).replace("GET", "GET, HEAD");
    return new HttpProblem(
        405, "Here only " + String.join(" and ", methods) + " is answered.", allowed);
  }

  /** What the answer says of the methods that are answered there; empty for nothing. */
  String allowed() {
    return allowed;
  }

  /** What is asked for is not there. */
  public static HttpProblem notFound() {
    return new HttpProblem(404, "There is nothing here.");
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }

  /** What is wrong, for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
